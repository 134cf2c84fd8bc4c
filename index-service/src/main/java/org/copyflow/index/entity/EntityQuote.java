package org.copyflow.index.entity;

import java.time.Instant;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.Quote;
import org.copyflow.index.topic.CardOf;
import org.copyflow.index.topic.Cut;
import org.jspecify.annotations.Nullable;

/// Something that was said, and where.
///
/// @param articleId the article's id
/// @param at the time by which the article is ordered
/// @param text the words, at most [#MAX_CHARS] characters of them
/// @param speaker who said it, as the article names them
/// @param direct in quotation marks; otherwise reported speech
public record EntityQuote(
        String articleId, Instant at, String text, @Nullable String speaker, boolean direct) {

    static final int MAX_CHARS = 500;

    static EntityQuote of(Article article, Quote quote) {
        return new EntityQuote(
                article.id(),
                CardOf.sortedAt(article),
                Cut.to(quote.text(), MAX_CHARS),
                quote.speaker(),
                quote.direct());
    }
}
