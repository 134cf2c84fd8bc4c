/// When a topology commits. In comes word of each record, out goes what Kafka Streams is asked for. Read
/// [PromptCommits].
@NullMarked
package org.copyflow.kit.pace;

import org.jspecify.annotations.NullMarked;
