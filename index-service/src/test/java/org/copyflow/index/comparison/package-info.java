/// Tests of what is said of articles that are compared.
@NullMarked
package org.copyflow.index.comparison;

import org.jspecify.annotations.NullMarked;
