/// The documents of the HTTP APIs and of the Kafka topics, held against the standards' schemas and against what runs.
@NullMarked
package org.copyflow.documents;

import org.jspecify.annotations.NullMarked;
