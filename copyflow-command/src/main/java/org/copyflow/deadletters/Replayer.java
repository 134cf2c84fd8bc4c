package org.copyflow.deadletters;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.copyflow.events.catalogue.EventTopics;
import org.copyflow.events.raw.EventHeaders;
import org.copyflow.events.raw.Replay;
import org.copyflow.kit.kafka.KafkaSettings;
import org.copyflow.terminal.CommandFailure;

/// Puts dead letters back into `articles.raw`: the original bytes and headers, as a new event with one attempt more.
///
/// Each letter is put back once: the raw record and a note on `articles.dead-letters` are one transaction, and letters
/// with a note are passed over. Of two replayers at work the earlier one is fenced off by Kafka and changes nothing.
public final class Replayer {

    private static final String TRANSACTIONAL_ID = "copyflow-dead-letters-replay";

    private final KafkaSettings kafka;
    private final InstantSource clock;

    /// What was done.
    public record Done(List<Letter> replayed, List<Letter> alreadyReplayed) {}

    public Replayer(KafkaSettings kafka, InstantSource clock) {
        this.kafka = kafka;
        this.clock = clock;
    }

    /// @throws CommandFailure where the cluster cannot be reached, or another replay started meanwhile
    public Done replay(Predicate<Letter> wanted) {
        var config = kafka.producer(TRANSACTIONAL_ID);
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, TRANSACTIONAL_ID);
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
                var topic = new DeadLetterTopic(kafka)) {
            // first: whoever replayed before is finished or fenced, so what is read now is complete
            producer.initTransactions();
            Set<String> before = new HashSet<>();
            Map<String, Letter> letters = new LinkedHashMap<>();
            topic.read(
                    letter -> {
                        if (wanted.test(letter)) {
                            letters.put(letter.id().toString(), letter);
                        }
                    },
                    replay -> before.add(replay.letter()));
            return replay(letters, before, topic, producer);
        } catch (ProducerFencedException e) {
            throw CommandFailure.unavailable("Another replay started meanwhile; this one stopped. Run it again.", e);
        } catch (KafkaException e) {
            throw CommandFailure.unavailable(
                    "Kafka at " + kafka.bootstrapServers() + " cannot be written: " + e.getMessage(), e);
        }
    }

    private Done replay(
            Map<String, Letter> letters,
            Set<String> before,
            DeadLetterTopic topic,
            KafkaProducer<String, byte[]> producer) {
        var replayed = new ArrayList<Letter>();
        var already = new ArrayList<Letter>();
        for (Letter letter : letters.values()) {
            if (before.contains(letter.id().toString())) {
                already.add(letter);
                continue;
            }
            ConsumerRecord<String, byte[]> found = topic.find(letter.id());
            if (found != null) {
                putBack(found, letter, producer);
                replayed.add(letter);
            }
        }
        return new Done(replayed, already);
    }

    private void putBack(ConsumerRecord<String, byte[]> found, Letter letter, KafkaProducer<String, byte[]> producer) {
        String id = letter.id().toString();
        var raw = new ProducerRecord<>(
                EventTopics.ARTICLES_RAW.name(), null, found.key(), found.value(), new RecordHeaders(found.headers()));
        Replay.putBack(raw.headers(), id);
        var note = new ProducerRecord<>(found.topic(), found.partition(), found.key(), new byte[0]);
        String source = new EventHeaders(found.headers()).get(EventHeaders.CE_SOURCE);
        new Replay(Objects.requireNonNullElse(source, "unknown"), id, clock.instant()).writeTo(note.headers());
        producer.beginTransaction();
        // the commit fails where one of them does
        var _ = producer.send(raw);
        var _ = producer.send(note);
        producer.commitTransaction();
    }
}
