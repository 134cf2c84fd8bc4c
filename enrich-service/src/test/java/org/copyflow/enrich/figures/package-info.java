/// Tests of the package of the same name.
@NullMarked
package org.copyflow.enrich.figures;

import org.jspecify.annotations.NullMarked;
