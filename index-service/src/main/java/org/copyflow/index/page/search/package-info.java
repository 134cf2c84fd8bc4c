/// The search page, which works without a script. Read [SearchPages] first.
@NullMarked
package org.copyflow.index.page.search;

import org.jspecify.annotations.NullMarked;
