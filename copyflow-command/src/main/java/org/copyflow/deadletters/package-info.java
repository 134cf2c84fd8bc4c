/// What could not be read, for operators: listed, shown, and put back into the pipeline. [DeadLetterTopic] reads
/// `articles.dead-letters`, [Replayer] puts letters back.
@NullMarked
package org.copyflow.deadletters;

import org.jspecify.annotations.NullMarked;
