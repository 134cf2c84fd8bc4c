/// The pages of stories: [StoryPages].
@NullMarked
package org.copyflow.index.page.story;

import org.jspecify.annotations.NullMarked;
