package org.copyflow.enrichment.change;

import java.util.List;
import org.copyflow.events.article.Quote;
import org.copyflow.events.article.Revision.Field;
import org.jspecify.annotations.Nullable;

/// Which quotes came, went, read differently or are somebody else's now.
final class QuoteChanges {

    private static final double ALIKE = 0.4;

    private QuoteChanges() {}

    static void add(List<Quote> before, List<Quote> after, ChangeList changes) {
        Pairing.of(
                        words(before),
                        words(after),
                        Said::says,
                        (gone, come) -> gone.words().likeness(come.words()),
                        ALIKE)
                .forEach((gone, come) ->
                        note(gone == null ? null : gone.quote(), come == null ? null : come.quote(), changes));
    }

    /// Where only the speaker changed, both texts name the speaker.
    private static void note(@Nullable Quote gone, @Nullable Quote come, ChangeList changes) {
        boolean sameWords = gone != null && come != null && Words.sameText(gone.text(), come.text());
        changes.note(Field.QUOTE, text(gone, sameWords), text(come, sameWords), speaker(come == null ? gone : come));
    }

    private static @Nullable String text(@Nullable Quote quote, boolean withSpeaker) {
        if (quote == null) {
            return null;
        }
        String speaker = quote.speaker();
        return withSpeaker && speaker != null ? speaker + ": " + quote.text() : quote.text();
    }

    private static @Nullable String speaker(@Nullable Quote quote) {
        return quote == null ? null : quote.speaker();
    }

    private static List<Said> words(List<Quote> quotes) {
        return quotes.stream()
                .map(quote ->
                        new Said(quote, Words.plain(quote.text()) + "|" + quote.speaker(), Words.of(quote.text())))
                .toList();
    }

    private record Said(Quote quote, String says, Words words) {}
}
