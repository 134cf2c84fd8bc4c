package org.copyflow.enrich.stream;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;
import org.copyflow.enrich.stream.DocumentState.Shown;
import org.copyflow.enrichment.change.ShownArticle;
import org.copyflow.enrichment.change.ShownArticles;
import org.copyflow.enrichment.decision.Departure.EnrichedRecord;
import org.copyflow.events.DocumentIds;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/// What readers saw last of each document, kept for as long as corrections come: a view of the store `shown`, whose
/// keys are article id and time of publication, so that what is older leaves by itself, a segment at a time. Not
/// thread-safe.
final class ShownVersions {

    /// As long as `articles.raw` keeps what was pushed.
    private static final Duration KEPT_FOR = Duration.ofDays(30);

    private static final Duration WINDOW = Duration.ofMillis(1);

    private final WindowStore<String, byte[]> store;

    ShownVersions(WindowStore<String, byte[]> store) {
        this.store = store;
    }

    static StoreBuilder<WindowStore<String, byte[]>> store(String name) {
        return Stores.windowStoreBuilder(
                Stores.persistentWindowStore(name, KEPT_FOR, WINDOW, false), Serdes.String(), Serdes.ByteArray());
    }

    /// What readers saw last of a document.
    ShownArticles of(@Nullable Shown shown) {
        return shown == null
                ? ShownArticles.NONE
                : articleId -> {
                    byte[] kept = fetch(articleId, shown.atMs());
                    return kept == null ? null : ShownArticle.read(kept);
                };
    }

    /// Keeps what readers see from now on, in place of what they saw.
    Shown replace(String documentId, @Nullable Shown before, List<EnrichedRecord> articles, long nowMs) {
        forget(documentId, before);
        for (EnrichedRecord article : articles) {
            byte[] kept = ShownArticle.keep(article.article());
            if (kept != null) {
                store.put(article.articleId(), kept, nowMs);
            }
        }
        return new Shown(nowMs, articles.size());
    }

    /// Forgets what must not be seen any more.
    void forget(String documentId, @Nullable Shown shown) {
        for (int part = 1; shown != null && part <= shown.parts(); part++) {
            delete(DocumentIds.articleId(documentId, part), shown.atMs());
        }
    }

    @NullUnmarked // Kafka's store answers null for what it has not, and takes null to delete
    private byte[] fetch(String articleId, long atMs) {
        return store.fetch(articleId, atMs);
    }

    @NullUnmarked
    private void delete(String articleId, long atMs) {
        store.put(articleId, null, atMs);
    }
}
