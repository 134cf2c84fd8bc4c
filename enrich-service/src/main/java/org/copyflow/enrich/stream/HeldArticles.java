package org.copyflow.enrich.stream;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.state.KeyValueStore;
import org.copyflow.enrich.stream.DocumentState.Hold;
import org.copyflow.enrichment.decision.Departure.EnrichedRecord;

/// Articles under embargo, ready to be published, in the order of their times: a view of the store `held`.
///
/// A key is the time (milliseconds since 1970, 16 hexadecimal digits), the document id and the part (8 digits), so
/// that one range holds all that are due and the articles of a document stand together. Not thread-safe.
final class HeldArticles {

    private static final int TIME_CHARS = 16;
    private static final char SEPARATOR = '|';
    private static final Instant LAST = Instant.ofEpochMilli(Long.MAX_VALUE);

    private final KeyValueStore<String, byte[]> store;

    HeldArticles(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    /// Keeps a document's articles; those of a hold without an end are none.
    void put(String documentId, Hold hold, List<EnrichedRecord> articles) {
        for (int part = 1; part <= articles.size(); part++) {
            store.put(key(documentId, hold, part), articles.get(part - 1).json());
        }
    }

    /// Takes a document's articles out of the store.
    List<EnrichedRecord> remove(String documentId, Hold hold) {
        var articles = new ArrayList<EnrichedRecord>(hold.parts());
        for (int part = 1; part <= hold.parts(); part++) {
            byte[] json = store.delete(key(documentId, hold, part));
            if (json == null) {
                throw new IllegalStateException("The store 'held' lost part " + part + " of document " + documentId
                        + ", held until " + hold.until() + "; restore it from its changelog.");
            }
            articles.add(EnrichedRecord.of(json));
        }
        return articles;
    }

    /// The documents whose time has come, earliest first, at most so many.
    Set<String> due(Instant now, int maxDocuments) {
        var documents = new LinkedHashSet<String>();
        try (var range = store.range(time(0), time(now.toEpochMilli() + 1))) {
            while (range.hasNext() && documents.size() < maxDocuments) {
                String key = range.next().key;
                documents.add(key.substring(TIME_CHARS + 1, key.lastIndexOf(SEPARATOR)));
            }
        }
        return documents;
    }

    private static String key(String documentId, Hold hold, int part) {
        Instant until = hold.until() == null ? Instant.EPOCH : hold.until();
        return time(millis(until)) + SEPARATOR + documentId + SEPARATOR + "%08d".formatted(part);
    }

    /// A time that milliseconds cannot hold is as good as never.
    private static long millis(Instant until) {
        return until.isAfter(LAST) ? Long.MAX_VALUE : until.toEpochMilli();
    }

    private static String time(long epochMillis) {
        return "%016x".formatted(epochMillis);
    }
}
