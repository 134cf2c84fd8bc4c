package org.copyflow.events.story;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.copyflow.events.article.Sketch;
import org.jspecify.annotations.Nullable;

/// What an article is compared by with the others of its language.
///
/// @param articleId which article
/// @param shown whether readers may see it; one that was withdrawn, or is in another language now, is compared
///     no more
/// @param title its headline
/// @param source who pushed it
/// @param url where readers find it
/// @param at when it was published, else received
/// @param receivedAt when Copyflow accepted this version
/// @param sketch what tells near-duplicates; absent for a text of a few words
/// @param terms what it is about, each once: words of the headline, names, key phrases; at most 24
/// @param figures what it measures, at most 20
/// @param lead its first sentences, at most 3: those of its summary
public record ArticleDigest(
        String articleId,
        boolean shown,
        @Nullable String title,
        String source,
        @Nullable String url,
        Instant at,
        Instant receivedAt,
        @Nullable Sketch sketch,
        List<String> terms,
        List<Measured> figures,
        List<Sentence> lead) {

    public ArticleDigest {
        terms = terms == null ? List.of() : List.copyOf(terms);
        figures = figures == null ? List.of() : List.copyOf(figures);
        lead = lead == null ? List.of() : List.copyOf(lead);
    }

    /// The same, which is compared for near-duplicates no more.
    public ArticleDigest withoutSketch() {
        return new ArticleDigest(articleId, shown, title, source, url, at, receivedAt, null, terms, figures, lead);
    }

    /// Something that the article measures.
    ///
    /// @param text as the article has it
    public record Measured(String measures, @Nullable String unit, String text, BigDecimal value) {}

    /// A sentence of the article.
    ///
    /// @param start where it begins in the article's text, in UTF-16 code units
    /// @param end where it ends, exclusive
    public record Sentence(String text, int start, int end) {}
}
