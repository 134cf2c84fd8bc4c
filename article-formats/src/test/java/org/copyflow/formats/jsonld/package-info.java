/// What is read of JSON-LD.
@NullMarked
package org.copyflow.formats.jsonld;

import org.jspecify.annotations.NullMarked;
