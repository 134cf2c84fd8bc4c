@NullMarked
package org.copyflow.index.form;

import org.jspecify.annotations.NullMarked;
