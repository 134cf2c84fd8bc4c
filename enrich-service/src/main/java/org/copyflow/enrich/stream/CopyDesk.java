package org.copyflow.enrich.stream;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.copyflow.enrich.pipeline.EnrichedDocument;
import org.copyflow.enrich.pipeline.Enricher;
import org.copyflow.enrich.stream.Departure.EnrichedRecord;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.events.raw.RawArticle;
import org.copyflow.formats.ItemIdentity;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Decides what becomes of a raw document, given the newest version known of it; touches no store and no topic.
/// Thread-safe; the only thing from outside is the clock.
final class CopyDesk {

    private static final Logger LOG = LoggerFactory.getLogger(CopyDesk.class);

    private final Enricher enricher;
    private final Clock clock;
    private final int maxArticleBytes;

    CopyDesk(Enricher enricher, Clock clock, int maxArticleBytes) {
        this.enricher = enricher;
        this.clock = clock;
        this.maxArticleBytes = maxArticleBytes;
    }

    Departure decide(RawArticle raw, @Nullable DocumentVersion known) {
        String digest = DocumentVersion.digest(raw);
        if (known != null && known.digest().equals(digest)) {
            return new Departure.Duplicate();
        }
        try {
            return decide(raw, digest, known);
        } catch (RuntimeException | StackOverflowError e) {
            return failed(raw, e);
        }
    }

    private Departure decide(RawArticle raw, String digest, @Nullable DocumentVersion known) {
        EnrichedDocument document = raw.status() == ArticleStatus.USABLE
                ? enricher.enrich(raw, null)
                // a kill or a hold needs no content, and often comes with none
                : new EnrichedDocument.Read(ItemIdentity.UNKNOWN, List.of(), List.of());
        return switch (document) {
            case EnrichedDocument.Unreadable(String code, String message) -> new Departure.DeadLettered(code, message);
            case EnrichedDocument.Read(ItemIdentity identity, List<Article> articles, var _) -> {
                var arriving = DocumentVersion.of(raw, identity, digest);
                Instant embargo = raw.embargo() == null ? identity.embargo() : raw.embargo();
                yield switch (VersionGuard.judge(arriving, known)) {
                    case DUPLICATE -> new Departure.Duplicate();
                    case STALE -> new Departure.Stale();
                    case NEWER -> accept(arriving.after(known), embargo, articles);
                };
            }
        };
    }

    private Departure accept(DocumentVersion version, @Nullable Instant embargo, List<Article> articles) {
        return switch (version.status()) {
            case CANCELED -> new Departure.Withdrawn(version);
            case WITHHELD -> new Departure.Held(version, null, List.of());
            case USABLE -> {
                var records = new ArrayList<EnrichedRecord>(articles.size());
                for (Article article : articles) {
                    var record = EnrichedRecord.of(article);
                    if (record.json().length > maxArticleBytes) {
                        yield tooLarge(record);
                    }
                    records.add(record);
                }
                yield embargo != null && embargo.isAfter(clock.instant())
                        ? new Departure.Held(version, embargo, records)
                        : new Departure.Published(version, records);
            }
        };
    }

    /// A bug that one document brings out must not stop the stream: the document is put aside with its cause.
    private static Departure failed(RawArticle raw, Throwable cause) {
        LOG.atError()
                .addKeyValue("documentId", raw.documentId())
                .addKeyValue("source", raw.source())
                .setCause(cause)
                .log("enrichment failed; the document goes to the dead letters");
        return new Departure.DeadLettered(
                "enrichment-failed",
                "Enriching " + raw.contentType() + " of " + raw.content().length + " bytes failed with "
                        + cause.getClass().getName() + ", which is a bug. The log of enrich has its stack under"
                        + " document " + raw.documentId() + "; replay the dead letter once it is mended.");
    }

    private Departure tooLarge(EnrichedRecord article) {
        return new Departure.DeadLettered(
                "article-too-large",
                "Article " + article.articleId() + " takes " + article.json().length
                        + " bytes once enriched, more than the " + maxArticleBytes
                        + " that fit into a record; split the document, or raise kafka.max-record-bytes together with"
                        + " max.message.bytes of the topics.");
    }
}
