package org.copyflow.enrichment.entities.cues;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.copyflow.enrichment.lexicon.PhraseTable;
import org.copyflow.enrichment.lexicon.PhraseTable.Hit;
import org.copyflow.enrichment.lexicon.WordLists;
import org.copyflow.enrichment.text.AnalyzedText;
import org.copyflow.enrichment.text.AnalyzedText.Sentence;
import org.copyflow.enrichment.text.FunctionWords;
import org.copyflow.enrichment.text.Tokens;
import org.copyflow.events.article.Entity;
import org.jspecify.annotations.Nullable;

/// What a name is, by a noun beside it: "the drug Brannoxa", "a prototype named Brannock 3", "Brandt, a Swedish maker
/// of boats", "Rosenhavn village", "companies such as Brandt". Immutable, thread-safe.
///
/// The patterns are those of Hearst (COLING 1992) and the appositions that newswire presents names with.
public final class NounCues {

    private static final int LONGEST_APPOSITION = 9;
    private static final int LONGEST_NOUN = 3;

    private final PhraseTable<Entity.Type> nouns;
    private final PhraseTable<String> examples = WordLists.phrases(NounCues.class, "example-words-en.txt");
    private final PhraseTable<String> naming = WordLists.phrases(NounCues.class, "naming-words-en.txt");
    private final PhraseTable<String> makings = WordLists.phrases(NounCues.class, "making-words-en.txt");
    private final PhraseTable<String> directings = WordLists.phrases(NounCues.class, "directing-words-en.txt");
    private final PhraseTable<String> placesAfter = WordLists.phrases(NounCues.class, "place-nouns-after-en.txt");
    private final Set<String> small = FunctionWords.of("en");

    public NounCues() {
        var table = new PhraseTable.Builder<Entity.Type>();
        for (String line : WordLists.lines(NounCues.class, "kinds-of-nouns-en.txt")) {
            List<String> fields = List.of(line.split("\t", -1));
            Entity.Type type = Entity.Type.valueOf(fields.get(0).toUpperCase(Locale.ROOT));
            for (String noun : fields.get(1).split("\\|", -1)) {
                table.add(noun, type);
            }
        }
        nouns = table.build();
    }

    /// The kind of the name from `first` to before `end`; absent where no noun tells it.
    public Entity.@Nullable Type kind(AnalyzedText text, Sentence sentence, int first, int end) {
        Entity.Type before = before(text, sentence, first);
        return before != null ? before : after(text, sentence, end);
    }

    private Entity.@Nullable Type before(AnalyzedText text, Sentence sentence, int first) {
        Tokens tokens = text.tokens();
        int example = startOf(examples, text, sentence, first);
        int limit = example < first ? example : startOf(naming, text, sentence, first);
        boolean partOf = limit == first - 1 && tokens.is(limit, "of");
        if (limit < first && tokens.is(limit - 1, ",")) {
            limit--;
        }
        Entity.Type type = endingNoun(text, sentence, limit);
        boolean loose = (partOf && type != Entity.Type.PLACE)
                || (example < first && type == Entity.Type.WORK && !isQuoted(tokens, first));
        return loose ? null : type;
    }

    /// Where a phrase of the table begins that ends right before a token; the token itself where none does.
    private static int startOf(PhraseTable<String> table, AnalyzedText text, Sentence sentence, int end) {
        int first = Math.max(sentence.firstToken() + 1, end - LONGEST_NOUN);
        for (int start = first; start < end; start++) {
            Hit<String> hit = table.longest(text, start, end);
            if (hit != null && hit.endToken() == end) {
                return start;
            }
        }
        return end;
    }

    private Entity.@Nullable Type endingNoun(AnalyzedText text, Sentence sentence, int end) {
        for (int start = Math.max(sentence.firstToken(), end - LONGEST_NOUN); start < end; start++) {
            Hit<Entity.Type> noun = nouns.longest(text, start, end);
            if (noun != null
                    && noun.endToken() == end
                    && Character.isLowerCase(text.tokens().firstChar(start))) {
                return noun.value();
            }
        }
        return null;
    }

    private static boolean isQuoted(Tokens tokens, int first) {
        return tokens.is(first, "\"") || tokens.is(first, "“");
    }

    private Entity.@Nullable Type after(AnalyzedText text, Sentence sentence, int end) {
        Tokens tokens = text.tokens();
        int last = sentence.endToken();
        if (end + 2 >= last) {
            return null;
        }
        if (placesAfter.has(text, end) && Character.isLowerCase(tokens.firstChar(end))) {
            return Entity.Type.PLACE;
        }
        int said = tokens.is(end, ",") ? end + 1 : isCommaBeforeMark(tokens, end) ? end : last;
        if (said + 1 >= last) {
            return null;
        }
        if (makings.longest(text, said, last) != null) {
            return Entity.Type.PRODUCT;
        }
        if (directings.longest(text, said, last) != null) {
            return Entity.Type.WORK;
        }
        boolean presented = tokens.is(said, "a") || tokens.is(said, "an");
        Entity.Type kind = presented ? head(text, said + 1, Math.min(last, said + LONGEST_APPOSITION)) : null;
        boolean quoted = tokens.is(end - 1, "\"") || tokens.is(end - 1, "”");
        return kind == Entity.Type.WORK && !quoted ? null : kind;
    }

    /// `"The Drowned Harbour," a film`: the comma stands before the mark.
    private static boolean isCommaBeforeMark(Tokens tokens, int end) {
        return end > 1 && tokens.is(end - 2, ",") && (tokens.is(end - 1, "\"") || tokens.is(end - 1, "”"));
    }

    /// The kind of the noun that heads a noun phrase: the last before a small word, a mark or a participle.
    private Entity.@Nullable Type head(AnalyzedText text, int from, int limit) {
        Tokens tokens = text.tokens();
        int token = from;
        Entity.Type kind = null;
        while (token < limit && !endsPhrase(text, token)) {
            Hit<Entity.Type> noun = nouns.longest(text, token, limit);
            kind = noun == null ? null : noun.value();
            token = noun == null ? token + 1 : noun.endToken();
        }
        return token < tokens.count() ? kind : null;
    }

    private boolean endsPhrase(AnalyzedText text, int token) {
        Tokens tokens = text.tokens();
        if (tokens.kind(token) == Tokens.Kind.PUNCTUATION) {
            return true;
        }
        if (Character.isUpperCase(tokens.firstChar(token))) {
            return false;
        }
        String word = tokens.text(token);
        return small.contains(word)
                || (word.indexOf('-') < 0 && (word.equals("based") || word.equals("known") || word.equals("founded")));
    }
}
