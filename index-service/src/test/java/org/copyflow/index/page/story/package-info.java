/// What the pages of stories show.
@NullMarked
package org.copyflow.index.page.story;

import org.jspecify.annotations.NullMarked;
