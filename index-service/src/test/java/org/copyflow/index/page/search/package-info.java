@NullMarked
package org.copyflow.index.page.search;

import org.jspecify.annotations.NullMarked;
