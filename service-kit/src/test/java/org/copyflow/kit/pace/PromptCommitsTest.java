package org.copyflow.kit.pace;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.Test;

class PromptCommitsTest {

    private final PromptCommits commits = new PromptCommits();
    private final MockProcessorContext<Void, Void> context = new MockProcessorContext<>();

    @Test
    void commitsAtOnceWhatComesAfterAPause() {
        assertThat(isCommittedAt(0)).isTrue();
        assertThat(isCommittedAt(100)).isTrue();
        assertThat(isCommittedAt(1_000)).isTrue();
    }

    @Test
    void leavesToStreamsWhatFollowsClosely() {
        isCommittedAt(1_000);

        assertThat(isCommittedAt(1_000)).isFalse();
        assertThat(isCommittedAt(1_099)).isFalse();
        assertThat(isCommittedAt(1_198)).isFalse();
    }

    private boolean isCommittedAt(long millis) {
        context.resetCommit();
        context.setCurrentSystemTimeMs(millis);
        commits.processed(context);
        return context.committed();
    }
}
