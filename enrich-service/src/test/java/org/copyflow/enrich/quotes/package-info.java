/// Tests of the package of the same name.
@NullMarked
package org.copyflow.enrich.quotes;

import org.jspecify.annotations.NullMarked;
