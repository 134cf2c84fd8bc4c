/// What the lead of an article is.
@NullMarked
package org.copyflow.enrich.summary;

import org.jspecify.annotations.NullMarked;
