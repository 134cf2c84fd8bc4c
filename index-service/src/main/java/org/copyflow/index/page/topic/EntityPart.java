package org.copyflow.index.page.topic;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.copyflow.events.topic.TopicView.Count;
import org.copyflow.index.entity.EntityFacts;
import org.copyflow.index.entity.EntityLink;
import org.copyflow.index.entity.EntityQuote;
import org.copyflow.index.page.Links;
import org.jspecify.annotations.Nullable;

/// What an entity's page shows besides that of any topic.
///
/// @param names what else it is called; absent where nothing
/// @param links what it is known as elsewhere
/// @param quotes what it said, and what was said of it
record EntityPart(@Nullable String names, List<EntityLink> links, List<Quotes> quotes) {

    /// Quotations under a title.
    record Quotes(String title, List<QuoteRow> rows) {}

    /// @param speaker absent where the title says who spoke
    record QuoteRow(String text, @Nullable String speaker, boolean direct, String href) {

        static QuoteRow of(EntityQuote quote, boolean named) {
            return new QuoteRow(
                    quote.text(), named ? quote.speaker() : null, quote.direct(), Links.article(quote.articleId()));
        }
    }

    static EntityPart of(EntityFacts facts, String name) {
        String others = facts.names().stream()
                .map(Count::name)
                .filter(other -> !other.equals(name))
                .collect(Collectors.joining(", "));
        return new EntityPart(
                others.isEmpty() ? null : others,
                facts.links().stream().filter(link -> link.url() != null).toList(),
                Stream.of(
                                new Quotes("Said", rows(facts.said(), false)),
                                new Quotes("Said of it", rows(facts.saidAbout(), true)))
                        .filter(quotes -> !quotes.rows().isEmpty())
                        .toList());
    }

    private static List<QuoteRow> rows(List<EntityQuote> quotes, boolean named) {
        return quotes.stream().map(quote -> QuoteRow.of(quote, named)).toList();
    }
}
