/// Stories: which articles of one language tell of the same event. Pure, no Kafka; read [Stories] first, then
/// [StoryModel].
@NullMarked
package org.copyflow.index.stories;

import org.jspecify.annotations.NullMarked;
