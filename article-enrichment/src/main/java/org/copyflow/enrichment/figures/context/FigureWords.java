package org.copyflow.enrichment.figures.context;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.copyflow.enrichment.figures.pieces.Pieces;
import org.copyflow.enrichment.lexicon.PhraseTable;
import org.copyflow.enrichment.lexicon.PhraseTable.Hit;
import org.copyflow.enrichment.lexicon.WordLists;

/// The words that decide what a number is, by what they do, from the resource file. Immutable.
public final class FigureWords {

    private final Map<String, PhraseTable<BigDecimal>> byRole = new HashMap<>();

    public FigureWords(String resource) {
        var builders = new HashMap<String, PhraseTable.Builder<BigDecimal>>();
        for (String line : WordLists.lines(FigureWords.class, resource)) {
            String[] fields = line.split("\t", -1);
            for (String spelling : fields[2].split("\\|", -1)) {
                builders.computeIfAbsent(fields[0], _ -> new PhraseTable.Builder<>())
                        .add(spelling, new BigDecimal(fields[1]));
            }
        }
        builders.forEach((role, builder) -> byRole.put(role, builder.build()));
    }

    /// The role's words, once and for all.
    public PhraseTable<BigDecimal> of(String role) {
        PhraseTable<BigDecimal> table = byRole.get(role);
        if (table == null) {
            throw new IllegalStateException("the word list of figures has no role " + role);
        }
        return table;
    }

    /// The piece after the longest of the role's phrases that begins here, or -1.
    public static int end(Pieces pieces, PhraseTable<BigDecimal> role, int piece, int limit) {
        Hit<BigDecimal> hit = piece < limit && piece >= 0 ? pieces.longest(role, piece, limit) : null;
        return hit == null ? -1 : hit.endToken();
    }

    /// Do the role's words end where the piece begins?
    public static boolean endsAt(Pieces pieces, PhraseTable<BigDecimal> role, int piece, int first) {
        for (int start = Math.max(first, piece - 3); start < piece; start++) {
            if (end(pieces, role, start, piece) == piece) {
                return true;
            }
        }
        return false;
    }
}
