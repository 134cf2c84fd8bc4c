package org.copyflow.scenarios;

import java.nio.file.Path;
import org.copyflow.running.CopyflowProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The journeys on the broker that `copyflow up` brings along.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EmbeddedBrokerIT extends JourneyScenarios {

    private final CopyflowProcess[] running = new CopyflowProcess[1];

    @BeforeAll
    void start(@TempDir Path folder) {
        running[0] = CopyflowProcess.up(folder.resolve("data"));
    }

    @AfterAll
    void stop() {
        running[0].close();
    }

    @Override
    CopyflowProcess copyflow() {
        return running[0];
    }
}
