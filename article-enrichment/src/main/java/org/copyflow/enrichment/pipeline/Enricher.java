package org.copyflow.enrichment.pipeline;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.copyflow.enrichment.annotation.AnalyzedArticle;
import org.copyflow.enrichment.annotation.Annotations;
import org.copyflow.enrichment.annotation.Annotator;
import org.copyflow.enrichment.text.TextAnalyzer;
import org.copyflow.events.DocumentIds;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.ArticleBuilder;
import org.copyflow.events.article.Block;
import org.copyflow.events.article.Pipeline;
import org.copyflow.events.article.Statistics;
import org.copyflow.events.raw.RawArticle;
import org.copyflow.formats.FormatReaders;
import org.copyflow.formats.MediaType;
import org.copyflow.formats.PushedDocument;
import org.copyflow.formats.SourceArticle;
import org.copyflow.formats.SourceDocument;
import org.copyflow.formats.TextBlock;
import org.copyflow.formats.UnreadableDocumentException;
import org.jspecify.annotations.Nullable;

/// Bytes in, enriched articles out: reader → analysis → annotators, each once. Thread-safe; the only thing from outside
/// is the clock.
public final class Enricher {

    /// The pipeline's version, on every article; it changes whenever its answers may.
    public static final String VERSION = "1";

    private static final String PARAGRAPH_BREAK = "\n\n";

    /// Some 50,000 words, or 150,000 Chinese ones: longer than anything that is printed as one article.
    private static final int MAX_TEXT_CHARS = 300_000;
    /// In all articles of a document, which stand in memory together.
    private static final int MAX_ANNOTATIONS = 50_000;

    private final FormatReaders readers;
    private final List<Annotator> annotators;
    private final Clock clock;
    private final TextAnalyzer analyzer = new TextAnalyzer();
    private final Pipeline pipeline;

    private final boolean explains;

    public Enricher(FormatReaders readers, List<Annotator> annotators, Clock clock) {
        this(readers, annotators, clock, false);
    }

    private Enricher(FormatReaders readers, List<Annotator> annotators, Clock clock, boolean explains) {
        this.explains = explains;
        this.readers = readers;
        this.annotators = List.copyOf(annotators);
        this.clock = clock;
        Map<String, String> models = annotators.stream().collect(Collectors.toMap(Annotator::name, Annotator::version));
        this.pipeline = new Pipeline(VERSION, models);
    }

    /// One that also asks its annotators why, and says so in the evidence; for `--explain`, because it takes longer.
    public Enricher explaining() {
        return new Enricher(readers, annotators, clock, true);
    }

    /// Enriches one document. Bad input is an answer, never an exception.
    ///
    /// @param language BCP 47, where the caller knows it
    public EnrichedDocument enrich(RawArticle raw, @Nullable String language) {
        MediaType mediaType;
        try {
            mediaType = MediaType.parse(raw.contentType());
        } catch (IllegalArgumentException e) {
            return new EnrichedDocument.Unreadable("bad-media-type", String.valueOf(e.getMessage()));
        }
        try {
            var document = new PushedDocument(raw.content(), mediaType, raw.url(), language);
            SourceDocument source = readers.of(mediaType).read(document);
            var evidence = new ArrayList<Map<String, String>>();
            List<Article> articles = articles(raw, source, evidence);
            return new EnrichedDocument.Read(source.identity(), articles, evidence, source.warnings());
        } catch (UnreadableDocumentException e) {
            return new EnrichedDocument.Unreadable(e.code(), String.valueOf(e.getMessage()));
        }
    }

    private List<Article> articles(RawArticle raw, SourceDocument document, List<Map<String, String>> evidence) {
        int parts = document.articles().size();
        var articles = new ArrayList<Article>(parts);
        int annotations = 0;
        for (int part = 1; part <= parts; part++) {
            AnalyzedArticle analyzed = analyzed(document.articles().get(part - 1), part);
            Article article = article(raw, document, analyzed, part);
            evidence.add(evidence(analyzed));
            annotations += annotations(article);
            if (annotations > MAX_ANNOTATIONS) {
                throw new UnreadableDocumentException(
                        "too-many-annotations",
                        "The document's figures, quotes and mentions of entities are more than the limit of "
                                + MAX_ANNOTATIONS + " by part " + part + " of " + parts
                                + "; push it in parts, each under an item URI of its own.");
            }
            articles.add(article);
        }
        return articles;
    }

    private static int annotations(Article article) {
        Statistics statistics = article.statistics();
        return article.entities().stream()
                        .mapToInt(entity -> entity.mentions().size())
                        .sum()
                + article.quotes().size()
                + (statistics == null ? 0 : statistics.figures().size());
    }

    private AnalyzedArticle analyzed(SourceArticle source, int part) {
        var text = new StringBuilder();
        List<Block> blocks = join(source.blocks(), text);
        checkLength(text, part);
        return new AnalyzedArticle(source, analyzer.analyze(text.toString(), blocks, source.language()), blocks);
    }

    private Map<String, String> evidence(AnalyzedArticle article) {
        if (!explains) {
            return article.source().evidence();
        }
        var evidence = new HashMap<>(article.source().evidence());
        annotators.forEach(annotator -> evidence.putAll(annotator.explain(article)));
        return evidence;
    }

    private Article article(RawArticle raw, SourceDocument document, AnalyzedArticle analyzed, int part) {
        SourceArticle source = analyzed.source();
        Annotations found = Annotations.NONE.withTopics(source.topics());
        for (Annotator annotator : annotators) {
            found = annotator.annotate(analyzed, found);
        }
        Long version = raw.version() == null ? document.identity().version() : raw.version();
        Instant now = clock.instant();
        return stated(source)
                .id(DocumentIds.articleId(raw.documentId(), part))
                .documentId(raw.documentId())
                .part(part)
                .parts(document.articles().size())
                .source(raw.source())
                .uri(raw.uri())
                .version(version)
                .status(raw.status())
                .language(analyzed.body().language())
                .receivedAt(raw.receivedAt())
                .enrichedAt(now)
                .text(analyzed.body().text())
                .blocks(analyzed.blocks())
                .summary(found.summary())
                .summarySentences(found.summarySentences())
                .keyphrases(found.keyphrases())
                .statistics(found.text() == null ? null : new Statistics(found.text(), found.figures()))
                .entities(found.entities())
                .quotes(found.quotes())
                .topics(found.topics())
                .fingerprint(found.fingerprint())
                .sketch(found.sketch())
                .pipeline(pipeline)
                .build();
    }

    /// What goes into the article as the document says it.
    private static ArticleBuilder stated(SourceArticle source) {
        return new ArticleBuilder()
                .url(source.url())
                .title(source.title())
                .kicker(source.kicker())
                .section(source.section())
                .publisher(source.publisher())
                .bylines(source.bylines())
                .bylineText(source.bylineText())
                .publishedAt(source.publishedAt())
                .updatedAt(source.updatedAt())
                .rights(source.rights())
                .leadImage(source.leadImage())
                .captions(source.captions())
                .notes(source.notes())
                .continuedFrom(source.continuedFrom())
                .extensions(source.extensions());
    }

    private static void checkLength(CharSequence text, int part) {
        if (text.length() > MAX_TEXT_CHARS) {
            throw new UnreadableDocumentException(
                    "article-too-long",
                    "The text of part " + part + " has " + text.length() + " characters, more than the limit of "
                            + MAX_TEXT_CHARS + "; push it in parts, each under an item URI of its own.");
        }
    }

    private static List<Block> join(List<TextBlock> blocks, StringBuilder text) {
        var joined = new ArrayList<Block>(blocks.size());
        for (TextBlock block : blocks) {
            if (!text.isEmpty()) {
                text.append(PARAGRAPH_BREAK);
            }
            int start = text.length();
            text.append(block.text());
            joined.add(new Block(block.type(), start, text.length()));
        }
        return joined;
    }
}
