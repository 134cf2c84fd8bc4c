package org.copyflow.enrichment.annotation;

import java.util.List;
import org.copyflow.events.article.ArticleTopic;
import org.copyflow.events.article.Entity;
import org.copyflow.events.article.Figure;
import org.copyflow.events.article.Quote;
import org.copyflow.events.article.Sketch;
import org.copyflow.events.article.Span;
import org.copyflow.events.article.Statistics.TextStatistics;
import org.jspecify.annotations.Nullable;

/// What annotators have found so far. Immutable; each `with` gives a new one.
public record Annotations(
        @Nullable TextStatistics text,
        List<Entity> entities,
        List<Figure> figures,
        List<Quote> quotes,
        List<ArticleTopic> topics,
        List<String> keyphrases,
        @Nullable String summary,
        List<Span> summarySentences,
        @Nullable String fingerprint,
        @Nullable Sketch sketch) {

    public static final Annotations NONE =
            new Annotations(null, List.of(), List.of(), List.of(), List.of(), List.of(), null, List.of(), null, null);

    public Annotations {
        entities = List.copyOf(entities);
        figures = List.copyOf(figures);
        quotes = List.copyOf(quotes);
        topics = List.copyOf(topics);
        keyphrases = List.copyOf(keyphrases);
        summarySentences = List.copyOf(summarySentences);
    }

    public Annotations withText(TextStatistics value) {
        return new Annotations(
                value, entities, figures, quotes, topics, keyphrases, summary, summarySentences, fingerprint, sketch);
    }

    public Annotations withEntities(List<Entity> value) {
        return new Annotations(
                text, value, figures, quotes, topics, keyphrases, summary, summarySentences, fingerprint, sketch);
    }

    public Annotations withFigures(List<Figure> value) {
        return new Annotations(
                text, entities, value, quotes, topics, keyphrases, summary, summarySentences, fingerprint, sketch);
    }

    public Annotations withQuotes(List<Quote> value) {
        return new Annotations(
                text, entities, figures, value, topics, keyphrases, summary, summarySentences, fingerprint, sketch);
    }

    public Annotations withTopics(List<ArticleTopic> value) {
        return new Annotations(
                text, entities, figures, quotes, value, keyphrases, summary, summarySentences, fingerprint, sketch);
    }

    public Annotations withKeyphrases(List<String> value) {
        return new Annotations(
                text, entities, figures, quotes, topics, value, summary, summarySentences, fingerprint, sketch);
    }

    /// @param sentences where the summary's sentences stand
    public Annotations withSummary(@Nullable String value, List<Span> sentences) {
        return new Annotations(
                text, entities, figures, quotes, topics, keyphrases, value, sentences, fingerprint, sketch);
    }

    public Annotations withFingerprint(String value) {
        return new Annotations(
                text, entities, figures, quotes, topics, keyphrases, summary, summarySentences, value, sketch);
    }

    public Annotations withSketch(Sketch value) {
        return new Annotations(
                text, entities, figures, quotes, topics, keyphrases, summary, summarySentences, fingerprint, value);
    }
}
