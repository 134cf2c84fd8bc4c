package org.copyflow.enrichment.figures;

import java.math.BigDecimal;
import java.util.Locale;
import org.copyflow.enrichment.figures.pieces.Pieces;
import org.copyflow.enrichment.lexicon.PhraseTable;
import org.copyflow.enrichment.lexicon.PhraseTable.Hit;
import org.copyflow.enrichment.lexicon.WordLists;
import org.copyflow.events.article.Figure;
import org.jspecify.annotations.Nullable;

/// Phrases that are figures without a number in them: "the majority of", "topped the list". Immutable.
final class FigurePhrases {

    private record Meaning(
            Figure.Kind kind, BigDecimal value, @Nullable String unit, String comparator) {}

    private final PhraseTable<Meaning> table;

    FigurePhrases(String resource) {
        var builder = new PhraseTable.Builder<Meaning>();
        for (String line : WordLists.lines(FigurePhrases.class, resource)) {
            String[] fields = line.split("\t", -1);
            var meaning = new Meaning(
                    Figure.Kind.valueOf(fields[0].toUpperCase(Locale.ROOT)),
                    new BigDecimal(fields[1]),
                    fields[2].equals("-") ? null : fields[2],
                    fields[3]);
            for (String phrase : fields[4].split("\\|", -1)) {
                builder.add(phrase, meaning);
            }
        }
        table = builder.build();
    }

    @Nullable
    FigureDraft at(Pieces pieces, int piece, int limit) {
        Hit<Meaning> hit = pieces.longest(table, piece, limit);
        if (hit == null) {
            return null;
        }
        var draft = new FigureDraft(hit.value().kind(), piece, hit.endToken());
        draft.value = hit.value().value();
        draft.unit = hit.value().unit();
        draft.comparator = hit.value().comparator();
        return draft;
    }
}
