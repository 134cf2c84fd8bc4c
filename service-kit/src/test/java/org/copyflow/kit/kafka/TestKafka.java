package org.copyflow.kit.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;
import org.copyflow.kit.settings.SettingsReader;

/// Settings for tests that need no broker.
final class TestKafka {

    private TestKafka() {}

    static KafkaSettings settings(Map<String, String> values) {
        var reader = new SettingsReader(values, Map.of());
        KafkaSettings settings = reader.read(KafkaSettings.class);
        reader.finish();
        return settings;
    }

    /// A cluster that nobody runs: the port was just closed.
    static KafkaSettings nobody() {
        try (var socket = new ServerSocket(0)) {
            return settings(Map.of("kafka.bootstrap-servers", "127.0.0.1:" + socket.getLocalPort()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
