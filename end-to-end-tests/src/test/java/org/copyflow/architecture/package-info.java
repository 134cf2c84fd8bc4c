/// Holds the tree to its own rules: the layers, and the budgets of its files.
@NullMarked
package org.copyflow.architecture;

import org.jspecify.annotations.NullMarked;
