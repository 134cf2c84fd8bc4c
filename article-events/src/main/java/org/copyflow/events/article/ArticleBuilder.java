package org.copyflow.events.article;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Makes an [Article] field by field. Not thread-safe; one builder makes one article.
public final class ArticleBuilder {

    private @Nullable String id;
    private @Nullable String documentId;
    private int part = 1;
    private int parts = 1;
    private @Nullable String source;
    private @Nullable String uri;
    private @Nullable Long version;
    private ArticleStatus status = ArticleStatus.USABLE;
    private @Nullable String url;
    private @Nullable String title;
    private @Nullable String kicker;
    private @Nullable String section;
    private @Nullable String publisher;
    private @Nullable String language;
    private @Nullable Rights rights;
    private List<Byline> bylines = List.of();
    private @Nullable String bylineText;
    private @Nullable StatedTime publishedAt;
    private @Nullable StatedTime updatedAt;
    private @Nullable Instant receivedAt;
    private @Nullable Instant enrichedAt;
    private String text = "";
    private List<Block> blocks = List.of();
    private @Nullable LeadImage leadImage;
    private List<Caption> captions = List.of();
    private List<Note> notes = List.of();
    private @Nullable String continuedFrom;
    private @Nullable String summary;
    private List<Span> summarySentences = List.of();
    private List<String> keyphrases = List.of();
    private @Nullable Statistics statistics;
    private List<Entity> entities = List.of();
    private List<Quote> quotes = List.of();
    private List<ArticleTopic> topics = List.of();
    private Map<String, JsonNode> extensions = Map.of();
    private @Nullable Revision revision;
    private @Nullable String fingerprint;
    private @Nullable Sketch sketch;
    private @Nullable Pipeline pipeline;

    public ArticleBuilder() {}

    ArticleBuilder(Article from) {
        id = from.id();
        documentId = from.documentId();
        part = from.part();
        parts = from.parts();
        source = from.source();
        uri = from.uri();
        version = from.version();
        status = from.status();
        url = from.url();
        title = from.title();
        kicker = from.kicker();
        section = from.section();
        publisher = from.publisher();
        language = from.language();
        rights = from.rights();
        bylines = from.bylines();
        bylineText = from.bylineText();
        publishedAt = from.publishedAt();
        updatedAt = from.updatedAt();
        receivedAt = from.receivedAt();
        enrichedAt = from.enrichedAt();
        text = from.text();
        blocks = from.blocks();
        leadImage = from.leadImage();
        captions = from.captions();
        notes = from.notes();
        continuedFrom = from.continuedFrom();
        summary = from.summary();
        summarySentences = from.summarySentences();
        keyphrases = from.keyphrases();
        statistics = from.statistics();
        entities = from.entities();
        quotes = from.quotes();
        topics = from.topics();
        extensions = from.extensions();
        revision = from.revision();
        fingerprint = from.fingerprint();
        sketch = from.sketch();
        pipeline = from.pipeline();
    }

    public ArticleBuilder id(String value) {
        id = value;
        return this;
    }

    public ArticleBuilder documentId(String value) {
        documentId = value;
        return this;
    }

    public ArticleBuilder part(int value) {
        part = value;
        return this;
    }

    public ArticleBuilder parts(int value) {
        parts = value;
        return this;
    }

    public ArticleBuilder source(String value) {
        source = value;
        return this;
    }

    public ArticleBuilder uri(String value) {
        uri = value;
        return this;
    }

    public ArticleBuilder version(@Nullable Long value) {
        version = value;
        return this;
    }

    public ArticleBuilder status(ArticleStatus value) {
        status = value;
        return this;
    }

    public ArticleBuilder url(@Nullable String value) {
        url = value;
        return this;
    }

    public ArticleBuilder title(@Nullable String value) {
        title = value;
        return this;
    }

    public ArticleBuilder kicker(@Nullable String value) {
        kicker = value;
        return this;
    }

    public ArticleBuilder section(@Nullable String value) {
        section = value;
        return this;
    }

    public ArticleBuilder publisher(@Nullable String value) {
        publisher = value;
        return this;
    }

    public ArticleBuilder language(@Nullable String value) {
        language = value;
        return this;
    }

    public ArticleBuilder rights(@Nullable Rights value) {
        rights = value;
        return this;
    }

    public ArticleBuilder bylines(List<Byline> value) {
        bylines = value;
        return this;
    }

    public ArticleBuilder bylineText(@Nullable String value) {
        bylineText = value;
        return this;
    }

    public ArticleBuilder publishedAt(@Nullable StatedTime value) {
        publishedAt = value;
        return this;
    }

    public ArticleBuilder updatedAt(@Nullable StatedTime value) {
        updatedAt = value;
        return this;
    }

    public ArticleBuilder receivedAt(Instant value) {
        receivedAt = value;
        return this;
    }

    public ArticleBuilder enrichedAt(Instant value) {
        enrichedAt = value;
        return this;
    }

    public ArticleBuilder text(String value) {
        text = value;
        return this;
    }

    public ArticleBuilder blocks(List<Block> value) {
        blocks = value;
        return this;
    }

    public ArticleBuilder leadImage(@Nullable LeadImage value) {
        leadImage = value;
        return this;
    }

    public ArticleBuilder captions(List<Caption> value) {
        captions = value;
        return this;
    }

    public ArticleBuilder notes(List<Note> value) {
        notes = value;
        return this;
    }

    public ArticleBuilder continuedFrom(@Nullable String value) {
        continuedFrom = value;
        return this;
    }

    public ArticleBuilder summary(@Nullable String value) {
        summary = value;
        return this;
    }

    public ArticleBuilder summarySentences(List<Span> value) {
        summarySentences = value;
        return this;
    }

    public ArticleBuilder keyphrases(List<String> value) {
        keyphrases = value;
        return this;
    }

    public ArticleBuilder statistics(@Nullable Statistics value) {
        statistics = value;
        return this;
    }

    public ArticleBuilder entities(List<Entity> value) {
        entities = value;
        return this;
    }

    public ArticleBuilder quotes(List<Quote> value) {
        quotes = value;
        return this;
    }

    public ArticleBuilder topics(List<ArticleTopic> value) {
        topics = value;
        return this;
    }

    public ArticleBuilder extensions(Map<String, JsonNode> value) {
        extensions = value;
        return this;
    }

    public ArticleBuilder revision(@Nullable Revision value) {
        revision = value;
        return this;
    }

    public ArticleBuilder fingerprint(@Nullable String value) {
        fingerprint = value;
        return this;
    }

    public ArticleBuilder sketch(@Nullable Sketch value) {
        sketch = value;
        return this;
    }

    public ArticleBuilder pipeline(Pipeline value) {
        pipeline = value;
        return this;
    }

    /// @throws NullPointerException naming the field that every article has and this one has not
    public Article build() {
        return new Article(
                Objects.requireNonNull(id, "id"),
                Objects.requireNonNull(documentId, "documentId"),
                part,
                parts,
                Objects.requireNonNull(source, "source"),
                Objects.requireNonNull(uri, "uri"),
                version,
                status,
                url,
                title,
                kicker,
                section,
                publisher,
                language,
                rights,
                bylines,
                bylineText,
                publishedAt,
                updatedAt,
                Objects.requireNonNull(receivedAt, "receivedAt"),
                Objects.requireNonNull(enrichedAt, "enrichedAt"),
                text,
                blocks,
                leadImage,
                captions,
                notes,
                continuedFrom,
                summary,
                summarySentences,
                keyphrases,
                statistics,
                entities,
                quotes,
                topics,
                extensions,
                revision,
                fingerprint,
                sketch,
                Objects.requireNonNull(pipeline, "pipeline"));
    }
}
