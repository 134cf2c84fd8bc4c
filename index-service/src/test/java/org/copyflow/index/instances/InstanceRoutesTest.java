package org.copyflow.index.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import org.junit.jupiter.api.Test;

/// What one instance asks another, over HTTP as they do.
final class InstanceRoutesTest {

    @Test
    void givesTheSameAnswersAsTheStoreItself() {
        try (RunningInstance instance = RunningInstance.with(5_000, null, null, true)) {
            assertThat(instance.differences()).isEmpty();
        }
    }

    @Test
    void answersOnlyThoseWhoHaveTheKey() {
        try (RunningInstance instance = RunningInstance.with(1, "secret", "secret", false)) {
            assertThatNoException().isThrownBy(instance::askForOne);
        }
        for (String wrong : new String[] {"Secret", "", null}) {
            try (RunningInstance instance = RunningInstance.with(1, "secret", wrong, true)) {
                assertThatExceptionOfType(StoresUnavailableException.class)
                        .isThrownBy(instance::askForOne)
                        .withMessageContaining("not-an-instance");
            }
        }
    }

    @Test
    void withoutAKeyAnswersOnTheLoopbackOnly() {
        try (RunningInstance instance = RunningInstance.with(1, null, null, false)) {
            assertThatExceptionOfType(StoresUnavailableException.class)
                    .isThrownBy(instance::askForOne)
                    .withMessageContaining("not-an-instance");
        }
    }

    @Test
    void saysThatItDoesNotHoldAPart() {
        try (RunningInstance instance = RunningInstance.with(1, null, null, true)) {
            assertThatExceptionOfType(StoresUnavailableException.class)
                    .isThrownBy(instance::askForAnotherPart)
                    .withMessageContaining("partition 1 of stories is not held here");
        }
    }

    @Test
    void anInstanceThatIsGoneIsLeftAloneForAMoment() {
        RunningInstance instance = RunningInstance.with(1, null, null, true);
        instance.close();
        assertThatExceptionOfType(StoresUnavailableException.class)
                .isThrownBy(instance::askForOne)
                .withMessageContaining("cannot be reached");
        assertThatExceptionOfType(StoresUnavailableException.class)
                .isThrownBy(instance::askForOne)
                .withMessageContaining("a moment ago");
    }
}
