package org.copyflow.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ServiceRunnerTest {

    private final List<String> events = new ArrayList<>();

    /// Writes down what is done to it, and fails where its name says so.
    private final class Recorded implements Service {
        private final String name;

        Recorded(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void start() {
            events.add("start " + name);
            if (name.startsWith("unstartable")) {
                throw new IllegalStateException(name);
            }
        }

        @Override
        public List<Check> checks() {
            return List.of(
                    Check.passed("first", "fine"),
                    new Check("second", !name.startsWith("unready"), "as its name says"));
        }

        @Override
        public URI address() {
            return URI.create("http://127.0.0.1:1");
        }

        @Override
        public void close() {
            events.add("close " + name);
            if (name.startsWith("unstoppable")) {
                throw new IllegalStateException(name);
            }
        }
    }

    @Test
    void startsInOrderAndStopsInTheOppositeOne() {
        var runner = new ServiceRunner(List.of(new Recorded("a"), new Recorded("b"), new Recorded("c")));

        runner.start();
        runner.close();

        assertThat(events).containsExactly("start a", "start b", "start c", "close c", "close b", "close a");
    }

    @Test
    void stopsWhatItStartedWhereOneCannotStart() {
        var runner = new ServiceRunner(List.of(new Recorded("a"), new Recorded("unstartable"), new Recorded("c")));

        assertThatThrownBy(runner::start).hasMessage("unstartable");

        assertThat(events).containsExactly("start a", "start unstartable", "close unstartable", "close a");
    }

    @Test
    void stopsTheOthersWhereOneDoesNotStop() {
        var runner = new ServiceRunner(List.of(new Recorded("a"), new Recorded("unstoppable")));

        runner.start();
        runner.close();

        assertThat(events).endsWith("close unstoppable", "close a");
    }

    @Test
    void stopsOnlyOnce() {
        var runner = new ServiceRunner(List.of(new Recorded("a")));

        runner.start();
        runner.close();
        runner.close();

        assertThat(events).containsExactly("start a", "close a");
    }

    @Test
    void isReadyWhereEveryCheckPasses() {
        assertThat(new Recorded("a").ready()).isTrue();
        assertThat(new Recorded("unready").ready()).isFalse();
    }
}
