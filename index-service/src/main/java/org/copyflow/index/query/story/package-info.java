/// Questions about stories, answered from the topology's store: [StoryStore].
@NullMarked
package org.copyflow.index.query.story;

import org.jspecify.annotations.NullMarked;
