/// Tests of the models of topics.
@NullMarked
package org.copyflow.enrichment.topics.model;

import org.jspecify.annotations.NullMarked;
