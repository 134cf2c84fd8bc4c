package org.copyflow.enrichment.entities.cues;

import org.copyflow.enrichment.lexicon.PhraseTable;
import org.copyflow.enrichment.lexicon.PhraseTable.Hit;
import org.copyflow.enrichment.lexicon.WordLists;
import org.copyflow.enrichment.text.AnalyzedText;
import org.copyflow.enrichment.text.Tokens;
import org.copyflow.events.article.Entity;
import org.jspecify.annotations.Nullable;

/// What the words in a name say of its kind: "… Initiative" acts no more than "… Road" does, medicines end in a stem
/// of their international names, a maker with a model's number is a product. Immutable, thread-safe.
public final class NameWords {

    /// What the words say: a kind, or that it is no name of any.
    ///
    /// @param kind absent where it is a programme, a law or a common noun in capitals
    public record Verdict(Entity.@Nullable Type kind) {}

    private static final Verdict NONE = new Verdict(null);
    private static final Verdict PLACE = new Verdict(Entity.Type.PLACE);
    private static final Verdict ORGANISATION = new Verdict(Entity.Type.ORGANISATION);
    private static final Verdict EVENT = new Verdict(Entity.Type.EVENT);
    private static final Verdict PRODUCT = new Verdict(Entity.Type.PRODUCT);
    private static final Verdict WORK = new Verdict(Entity.Type.WORK);
    private static final int SHORTEST_DRUG = 7;
    private static final int LONGEST_MODEL_NUMBER = 3;

    private final PhraseTable<String> programmes = list("programme-words-en.txt");
    private final PhraseTable<String> places = list("place-endings-en.txt");
    private final PhraseTable<String> media = list("media-words-en.txt");
    private final PhraseTable<String> events = list("event-endings-en.txt");
    private final PhraseTable<String> eventHeads = list("event-heads-en.txt");
    private final PhraseTable<String> companies = list("company-endings-en.txt");
    private final PhraseTable<String> workHeads = list("work-heads-en.txt");
    private final PhraseTable<String> abbreviations = list("abbreviations-en.txt");
    private final PhraseTable<String> products = list("product-names.txt");
    private final PhraseTable<String> makers = list("makers.txt");
    private final PhraseTable<String> planeMakers = list("plane-makers.txt");
    private final PhraseTable<String> variants = list("model-variants.txt");
    private final PhraseTable<String> drugEndings = list("drug-endings-en.txt");
    private final PhraseTable<String> organisations;

    /// @param organisations the words that make an organisation of a name
    public NameWords(PhraseTable<String> organisations) {
        this.organisations = organisations;
    }

    /// What the words from `first` to before `end` say against or for the kind that a name was taken for; absent where
    /// they say nothing.
    public @Nullable Verdict of(AnalyzedText text, int first, int end, Entity.@Nullable Type taken) {
        Verdict sure = always(text, first, end);
        if (sure != null) {
            return sure;
        }
        boolean numbered = end - first > 1 && text.tokens().kind(end - 1) == Tokens.Kind.NUMBER;
        if (taken == Entity.Type.PERSON) {
            return numbered ? NONE : null;
        }
        if (taken == Entity.Type.PLACE) {
            return end - first > 1 && media.has(text, end - 1) ? ORGANISATION : null;
        }
        return taken == Entity.Type.ORGANISATION ? ofOrganisation(text, first, end) : null;
    }

    /// Said whatever the name was taken for.
    private @Nullable Verdict always(AnalyzedText text, int first, int end) {
        if (isProduct(text, first, end)) {
            return PRODUCT;
        }
        if (end - first == 1) {
            return isAbbreviation(text, first) ? NONE : isDrug(text, first) ? PRODUCT : null;
        }
        if (eventHeads.longest(text, first, end) != null) {
            return EVENT;
        }
        boolean journal = workHeads.has(text, first)
                && (text.tokens().is(first + 1, "of") || text.tokens().is(first + 1, "on"));
        return journal ? WORK : null;
    }

    private @Nullable Verdict ofOrganisation(AnalyzedText text, int first, int end) {
        Hit<String> reserve = end - first > 2 ? places.longest(text, end - 2, end) : null;
        if (reserve != null && reserve.endToken() == end) {
            return PLACE;
        }
        boolean event = endsIn(events, text, first, end) && !holds(companies, text, first, end);
        if (event && end - first > 1) {
            return EVENT;
        }
        if (end - first == 1 || isOrganised(text, first, end)) {
            return null;
        }
        if (programmes.has(text, end - 1)) {
            return NONE;
        }
        return places.has(text, end - 1) ? PLACE : null;
    }

    private boolean isOrganised(AnalyzedText text, int first, int end) {
        return holds(organisations, text, first, end);
    }

    /// Has the name a word of the table, or a small word, as an organisation's has?
    private static boolean holds(PhraseTable<String> table, AnalyzedText text, int first, int end) {
        for (int t = first; t < end; t++) {
            if (table.has(text, t) || text.tokens().is(t, "of") || text.tokens().is(t, "for")) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsIn(PhraseTable<String> table, AnalyzedText text, int first, int end) {
        for (int t = Math.max(first, end - 2); t < end; t++) {
            Hit<String> hit = table.longest(text, t, end);
            if (hit != null && hit.endToken() == end) {
                return true;
            }
        }
        return false;
    }

    /// "iPhone", "iPhone 17", "Boeing 737", "Brannock Mate 60" of a known maker.
    private boolean isProduct(AnalyzedText text, int first, int end) {
        Hit<String> product = products.longest(text, first, end);
        if (product != null && product.endToken() == end) {
            return true;
        }
        Hit<String> maker = makers.longest(text, first, end);
        return (maker != null || product != null) && end - first > 1 && isModel(text, end - 1);
    }

    /// Where a product's name ends that begins with its maker's: "Boeing | 737 MAX", "Brannock Mate | 60"; `end` where
    /// no model's number follows.
    public int endOfModel(AnalyzedText text, int first, int end, int limit) {
        Tokens tokens = text.tokens();
        Hit<String> maker = makers.longest(text, first, end);
        boolean number = end < limit
                && tokens.kind(end) == Tokens.Kind.NUMBER
                && tokens.length(end) <= LONGEST_MODEL_NUMBER
                && Character.isDigit(tokens.lastChar(end));
        if (maker == null || !number || (maker.endToken() == end && planeMakers.of(text, first) == null)) {
            return end;
        }
        return end + 1 < limit && variants.has(text, end + 1) && Character.isUpperCase(tokens.firstChar(end + 1))
                ? end + 2
                : end + 1;
    }

    /// Has the token a digit, and is it no year?
    private static boolean isModel(AnalyzedText text, int token) {
        Tokens tokens = text.tokens();
        boolean digit = false;
        for (int i = tokens.start(token); i < tokens.end(token); i++) {
            digit |= Character.isDigit(text.text().charAt(i));
        }
        boolean year = tokens.kind(token) == Tokens.Kind.NUMBER
                && tokens.length(token) == 4
                && (tokens.firstChar(token) == '1' || tokens.firstChar(token) == '2');
        return digit && !year;
    }

    private boolean isAbbreviation(AnalyzedText text, int token) {
        return Character.isUpperCase(text.text()
                        .charAt(text.tokens().start(token)
                                + Math.min(1, text.tokens().length(token) - 1)))
                && abbreviations.has(text, token);
    }

    private boolean isDrug(AnalyzedText text, int token) {
        int start = text.tokens().start(token);
        int end = text.tokens().end(token);
        for (int i = start + SHORTEST_DRUG - 3; i < end - 2 && end - start >= SHORTEST_DRUG; i++) {
            if (drugEndings.of(text.text(), i, end) != null) {
                return true;
            }
        }
        return false;
    }

    private static PhraseTable<String> list(String resource) {
        return WordLists.phrases(NameWords.class, resource);
    }
}
