package org.copyflow.scenarios;

import java.nio.file.Path;
import org.copyflow.running.CopyflowProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.kafka.KafkaContainer;

/// The journeys on the official Kafka image, where a Docker engine has it.
@NeedsDockerImage(ContainerBrokerIT.IMAGE)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ContainerBrokerIT extends JourneyScenarios {

    static final String IMAGE = "apache/kafka:4.3.1";

    private final KafkaContainer kafka = new KafkaContainer(IMAGE);
    private final CopyflowProcess[] running = new CopyflowProcess[1];

    @BeforeAll
    void start(@TempDir Path folder) {
        kafka.start();
        running[0] = CopyflowProcess.up(folder.resolve("data"), "--bootstrap-server", kafka.getBootstrapServers());
    }

    @AfterAll
    void stop() {
        try (kafka) {
            if (running[0] != null) {
                running[0].close();
            }
        }
    }

    @Override
    CopyflowProcess copyflow() {
        return running[0];
    }
}
