package org.copyflow.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.logging.log4j.core.config.Configurator;
import org.copyflow.events.EventJson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

class LogsTest {

    @TempDir
    private Path folder;

    @AfterEach
    void logAsBefore() throws Exception {
        Configurator.reconfigure(LogsTest.class.getResource("/log4j2.xml").toURI());
    }

    @Test
    void writesALineOfJsonWithItsFieldsAndWhatFailed() throws IOException {
        Logs.toFolder(folder);
        var log = LoggerFactory.getLogger("org.copyflow.test");

        log.atInfo().addKeyValue("documentId", "abc").addKeyValue("attempt", 2).log("published");
        log.atError().setCause(new IllegalStateException("the reason")).log("failed\nbadly");
        log.debug("too much detail");
        LoggerFactory.getLogger("org.apache.kafka.any").info("Kafka's own");

        List<JsonNode> lines = Files.readAllLines(folder.resolve("copyflow.log")).stream()
                .map(EventJson.mapper()::readTree)
                .toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst().path("message").asString()).isEqualTo("published");
        assertThat(lines.getFirst().path("documentId").asString()).isEqualTo("abc");
        assertThat(lines.getFirst().path("attempt").asString()).isEqualTo("2");
        assertThat(lines.getFirst().path("time").asString()).endsWith("Z");
        assertThat(lines.getLast().path("message").asString()).isEqualTo("failed\nbadly");
        assertThat(lines.getLast().path("error").asString()).contains("IllegalStateException: the reason", "LogsTest");
    }
}
