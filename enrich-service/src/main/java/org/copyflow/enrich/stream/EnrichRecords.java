package org.copyflow.enrich.stream;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.copyflow.enrichment.decision.Departure;
import org.copyflow.enrichment.decision.Departure.EnrichedRecord;
import org.copyflow.enrichment.pipeline.Enricher;
import org.copyflow.events.DocumentIds;
import org.copyflow.events.article.ArticleBuilder;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.events.article.Pipeline;
import org.copyflow.events.catalogue.EventTopics;
import org.copyflow.events.raw.ArticleOutcome;
import org.copyflow.events.raw.DeadLetter;
import org.copyflow.events.raw.EventHeaders;
import org.copyflow.events.raw.RawArticle;
import org.jspecify.annotations.NullUnmarked;

/// Writes the records that leave enrichment: CloudEvents in Kafka's binary mode. Not thread-safe.
final class EnrichRecords {

    private static final String STAGE = "enrich";
    private static final int RECORD_OVERHEAD_BYTES = 512;
    private static final int HEADER_OVERHEAD_BYTES = 16;
    private static final String ENRICHED_TYPE = "org.copyflow.article.enriched.v1";
    private static final String OUTCOME_TYPE = "org.copyflow.article.outcome.v1";
    private static final Pipeline PIPELINE = new Pipeline(Enricher.VERSION, Map.of());

    private final ProcessorContext<String, byte[]> context;
    private final Clock clock;
    private final int maxRecordBytes;

    EnrichRecords(ProcessorContext<String, byte[]> context, Clock clock, int maxRecordBytes) {
        this.context = context;
        this.clock = clock;
        this.maxRecordBytes = maxRecordBytes;
    }

    Clock clock() {
        return clock;
    }

    void articles(Origin origin, List<EnrichedRecord> articles) {
        Instant now = clock.instant();
        for (EnrichedRecord article : articles) {
            String id = article.articleId();
            send(EnrichTopology.ENRICHED, id, article.json(), headers(origin, ENRICHED_TYPE, id, now), now);
        }
    }

    /// Takes back the parts from `first` to `last`: each is published once more as canceled and without text, so
    /// that who follows the topic hears of it, and a tombstone then lets compaction forget it.
    void withdrawals(Origin origin, RawArticle raw, int first, int last) {
        Instant now = clock.instant();
        for (int part = first; part <= last; part++) {
            String id = DocumentIds.articleId(origin.documentId(), part);
            var canceled = new ArticleBuilder()
                    .id(id)
                    .documentId(origin.documentId())
                    .part(part)
                    .parts(last)
                    .source(raw.source())
                    .uri(raw.uri())
                    .version(raw.version())
                    .status(ArticleStatus.CANCELED)
                    .receivedAt(raw.receivedAt())
                    .enrichedAt(now)
                    .pipeline(PIPELINE)
                    .build();
            articles(origin, List.of(EnrichedRecord.of(canceled)));
            send(EnrichTopology.ENRICHED, id, null, headers(origin, ENRICHED_TYPE, id, now), now);
        }
    }

    /// Puts a record aside as it came, with the reason in its headers. One that is then larger than a record may be
    /// leaves a letter without its bytes and headers: it must not stop the stream.
    void deadLetter(Origin origin, Record<String, byte[]> record, Departure.DeadLettered reason) {
        var letter = new DeadLetter(
                STAGE,
                reason.code(),
                reason.message(),
                EventTopics.ARTICLES_RAW.name(),
                origin.partition(),
                origin.offset(),
                attempt(new EventHeaders(record.headers())));
        Headers headers = new RecordHeaders(record.headers());
        letter.writeTo(headers);
        if (bytes(record, headers) <= maxRecordBytes) {
            context.forward(record.withHeaders(headers), EnrichTopology.DEAD_LETTERS);
        } else {
            Headers reasonAlone = new RecordHeaders();
            letter.writeTo(reasonAlone);
            new EventHeaders(reasonAlone).put(EventHeaders.CE_SOURCE, origin.source());
            var empty = new Record<>(origin.documentId(), new byte[0], record.timestamp(), reasonAlone);
            context.forward(empty, EnrichTopology.DEAD_LETTERS);
        }
    }

    /// At least as many as the producer counts.
    private static long bytes(Record<String, byte[]> record, Headers headers) {
        long bytes = RECORD_OVERHEAD_BYTES;
        bytes += record.key() == null ? 0 : 3L * record.key().length();
        bytes += record.value() == null ? 0 : record.value().length;
        for (Header header : headers) {
            bytes += HEADER_OVERHEAD_BYTES + 3L * header.key().length();
            bytes += header.value() == null ? 0 : header.value().length;
        }
        return bytes;
    }

    /// Says how a raw record left, or how its hold ended.
    void outcome(Origin origin, Ending ending) {
        Instant now = clock.instant();
        var outcome = new ArticleOutcome(
                origin.documentId(),
                origin.source(),
                origin.partition(),
                origin.offset(),
                ending.outcome(),
                ending.articleIds(),
                ending.until(),
                ending.known(),
                ending.letter() == null ? null : ending.letter().code(),
                ending.letter() == null ? null : ending.letter().message(),
                origin.receivedAt(),
                now);
        String id = origin.documentId();
        byte[] json = EventTopics.ARTICLES_OUTCOMES
                .valueSerde()
                .serializer()
                .serialize(EventTopics.ARTICLES_OUTCOMES.name(), outcome);
        send(EnrichTopology.OUTCOMES, id, json, headers(origin, OUTCOME_TYPE, id, now), now);
    }

    /// A replay says the how manieth attempt it is; the first one says nothing.
    private static int attempt(EventHeaders headers) {
        try {
            Long attempt = headers.number(EventHeaders.ATTEMPT);
            return attempt == null ? 1 : Math.toIntExact(attempt);
        } catch (IllegalArgumentException | ArithmeticException e) {
            return 1;
        }
    }

    private static Headers headers(Origin origin, String type, String subject, Instant now) {
        var headers = new RecordHeaders();
        new EventHeaders(headers)
                .put(EventHeaders.CE_SPECVERSION, "1.0")
                .put(EventHeaders.CE_ID, origin.eventId() + "/" + subject)
                .put(EventHeaders.CE_TYPE, type)
                .put(EventHeaders.CE_SOURCE, origin.source())
                .put(EventHeaders.CE_SUBJECT, subject)
                .put(EventHeaders.CE_TIME, now)
                .put(EventHeaders.CONTENT_TYPE, "application/json")
                .put(EventHeaders.TRACEPARENT, origin.traceparent())
                .put(EventHeaders.ORIGIN_PARTITION, origin.partition())
                .put(EventHeaders.ORIGIN_OFFSET, origin.offset());
        return headers;
    }

    @NullUnmarked // Kafka's own types take null for a tombstone
    private void send(String sink, String key, byte[] value, Headers headers, Instant now) {
        context.forward(new Record<>(key, value, now.toEpochMilli(), headers), sink);
    }
}
