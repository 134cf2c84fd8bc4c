package org.copyflow.enrichment.decision;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.copyflow.enrichment.change.ArticleVersions;
import org.copyflow.enrichment.change.ShownArticles;
import org.copyflow.enrichment.decision.Departure.EnrichedRecord;
import org.copyflow.enrichment.pipeline.EnrichedDocument;
import org.copyflow.enrichment.pipeline.Enricher;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.events.raw.RawArticle;
import org.copyflow.formats.ItemIdentity;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Decides what becomes of a raw document, given the newest version known of it; touches no store and no topic.
/// Thread-safe; the only thing from outside is the clock.
public final class CopyDesk {

    private static final Logger LOG = LoggerFactory.getLogger(CopyDesk.class);
    /// Its articles go out in one transaction, and their ids stand in one record.
    private static final int MAX_ARTICLES = 1_000;

    /// What the headers of a record take beside the article.
    private static final int HEADER_BYTES = 16_384;

    private static final String ENRICHMENT_FAILED = "enrichment-failed";

    private final Enricher enricher;
    private final Clock clock;
    private final int maxArticleBytes;

    /// @param clock says when an embargo is over
    /// @param maxArticleBytes the largest article that is published; a document with a larger one is a dead letter
    public CopyDesk(Enricher enricher, Clock clock, int maxArticleBytes) {
        this.enricher = enricher;
        this.clock = clock;
        this.maxArticleBytes = maxArticleBytes;
    }

    /// The largest article, in bytes of JSON, that fits into a record with its headers.
    public static int maxArticleBytes(int maxRecordBytes) {
        return maxRecordBytes - HEADER_BYTES;
    }

    /// What becomes of a record of `articles.raw`: reads it unless it is a duplicate, then decides.
    ///
    /// @param known the newest version that came before; absent where there was none
    /// @param shown what readers saw of it last
    public Departure decide(RawArticle raw, @Nullable DocumentVersion known, ShownArticles shown) {
        if (known != null && known.digest().equals(DocumentVersion.digest(raw))) {
            return new Departure.Duplicate();
        }
        return decide(raw, read(raw, null), known, shown);
    }

    /// Enriches a document that may be used; of a kill or a withheld item nothing is read, since it needs no content
    /// and often comes with none. A bug that the document brings out is an answer, never an exception.
    ///
    /// @param language BCP 47, where the caller knows it
    public EnrichedDocument read(RawArticle raw, @Nullable String language) {
        if (raw.status() != ArticleStatus.USABLE) {
            return new EnrichedDocument.Read(ItemIdentity.UNKNOWN, List.of(), List.of(), List.of());
        }
        try {
            return enricher.enrich(raw, language);
        } catch (RuntimeException | StackOverflowError e) {
            return new EnrichedDocument.Unreadable(ENRICHMENT_FAILED, bug(raw, e));
        }
    }

    /// What becomes of a document once it is read.
    ///
    /// @param document what [#read] made of it
    /// @param known the newest version that came before; absent where there was none
    public Departure decide(RawArticle raw, EnrichedDocument document, @Nullable DocumentVersion known) {
        return decide(raw, document, known, ShownArticles.NONE);
    }

    private Departure decide(
            RawArticle raw, EnrichedDocument document, @Nullable DocumentVersion known, ShownArticles shown) {
        return switch (document) {
            case EnrichedDocument.Unreadable(String code, String message) -> new Departure.DeadLettered(code, message);
            case EnrichedDocument.Read(ItemIdentity identity, List<Article> articles, var _, var _) -> {
                var arriving = DocumentVersion.of(raw, identity, DocumentVersion.digest(raw));
                Instant embargo = raw.embargo() == null ? identity.embargo() : raw.embargo();
                yield switch (VersionGuard.judge(arriving, known)) {
                    case DUPLICATE -> new Departure.Duplicate();
                    case STALE -> new Departure.Stale();
                    case NEWER -> {
                        List<Article> revised = articles.stream()
                                .map(article -> revised(article, shown))
                                .toList();
                        yield accept(raw, arriving.after(known), embargo, revised);
                    }
                };
            }
        };
    }

    /// The article with what it changes of the one that readers saw last.
    private static Article revised(Article article, ShownArticles shown) {
        Article before = shown.shown(article.id());
        return before == null
                ? article
                : article.toBuilder()
                        .revision(ArticleVersions.compare(before, article))
                        .build();
    }

    private Departure accept(
            RawArticle raw, DocumentVersion version, @Nullable Instant embargo, List<Article> articles) {
        return switch (version.status()) {
            case CANCELED -> new Departure.Withdrawn(version);
            case WITHHELD -> new Departure.Held(version, null, List.of());
            case USABLE -> {
                if (articles.size() > MAX_ARTICLES) {
                    yield tooMany(articles.size());
                }
                List<EnrichedRecord> records;
                try {
                    records = articles.stream().map(EnrichedRecord::of).toList();
                } catch (RuntimeException e) {
                    // text that no JSON can hold, as half a surrogate pair
                    yield new Departure.DeadLettered(ENRICHMENT_FAILED, bug(raw, e));
                }
                yield records.stream()
                        .filter(record -> record.json().length > maxArticleBytes)
                        .findFirst()
                        .map(this::tooLarge)
                        .orElseGet(() -> show(version, embargo, records));
            }
        };
    }

    private Departure show(DocumentVersion version, @Nullable Instant embargo, List<EnrichedRecord> records) {
        return embargo != null && embargo.isAfter(clock.instant())
                ? new Departure.Held(version, embargo, records)
                : new Departure.Published(version, records);
    }

    /// A bug that one document brings out must not stop the stream: the document is put aside with its cause.
    private static String bug(RawArticle raw, Throwable cause) {
        LOG.atError()
                .addKeyValue("documentId", raw.documentId())
                .addKeyValue("source", raw.source())
                .setCause(cause)
                .log("enrichment failed; the document goes to the dead letters");
        return "Enriching " + raw.contentType() + " of " + raw.content().length + " bytes failed with "
                + cause.getClass().getName() + ", which is a bug. The log of enrich has its stack under document "
                + raw.documentId() + "; replay the dead letter once it is mended.";
    }

    private static Departure tooMany(int articles) {
        return new Departure.DeadLettered(
                "too-many-articles",
                "The document holds " + articles + " articles, more than the limit of " + MAX_ARTICLES
                        + "; push it in parts, each under an item URI of its own.");
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
