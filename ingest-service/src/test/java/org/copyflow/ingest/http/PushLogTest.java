package org.copyflow.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// One line a push: enough to find it again, and nothing of what it says.
final class PushLogTest {

    private final IngestApi api = new IngestApi();
    private final Lines lines = new Lines();
    private final Logger logger = (Logger) LogManager.getLogger(PushLog.class);

    private static final class Lines extends AbstractAppender {
        private final List<LogEvent> events = new CopyOnWriteArrayList<>();

        Lines() {
            super("lines", null, null, true, Property.EMPTY_ARRAY);
        }

        @Override
        public void append(LogEvent event) {
            events.add(event.toImmutable());
        }
    }

    @BeforeEach
    void listen() {
        lines.start();
        logger.addAppender(lines);
        logger.setLevel(Level.DEBUG);
    }

    @AfterEach
    void stop() {
        logger.removeAppender(lines);
        logger.setLevel(null);
        api.close();
    }

    @Test
    void saysWhatWasRefusedWithoutItsText() {
        api.push("/v1/articles?source=desk", "application/x-unheard-of", "the secret text");

        LogEvent line = only();
        assertThat(line.getLevel()).isEqualTo(Level.INFO);
        assertThat(line.getMessage().getFormattedMessage()).isEqualTo("refused");
        assertThat(line.getContextData().toMap())
                .containsEntry("code", "unknown-media-type")
                .containsEntry("source", "desk")
                .containsEntry("bytes", "15")
                .containsEntry("remote", "127.0.0.1");
        assertThat(line.toString()).doesNotContain("secret");
    }

    @Test
    void doesNotRepeatASourceThatIsNone() {
        api.push("/v1/articles?source=%0aforged+line", "text/plain", "text");

        assertThat(only().getContextData().toMap()).containsEntry("source", "unknown");
    }

    @Test
    void warnsOfKafkaWithItsWordsAndWithoutAStackTrace() {
        api.publisher.goDownAfter(0);
        api.push("/v1/articles?source=desk", "text/plain", "the secret text");

        LogEvent line = only();
        assertThat(line.getLevel()).isEqualTo(Level.WARN);
        assertThat(line.getContextData().toMap()).containsEntry("why", "Kafka is down for this test");
        assertThat(line.getThrown()).isNull();
    }

    @Test
    void saysWhatWasAcceptedOnlyToThoseWhoDebug() {
        String id = api.push("/v1/articles?source=desk&uri=a", "text/plain", "the secret text")
                .text("id");

        LogEvent line = only();
        assertThat(line.getLevel()).isEqualTo(Level.DEBUG);
        assertThat(line.getContextData().toMap())
                .containsEntry("documentId", id)
                .containsEntry("receipt", "3-0")
                .containsEntry("bytes", "15");
        assertThat(line.toString()).doesNotContain("secret");
    }

    private LogEvent only() {
        assertThat(lines.events).hasSize(1);
        return lines.events.getFirst();
    }
}
