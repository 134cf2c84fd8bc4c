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
        int limit = first;
        for (int start = first - 1; start > Math.max(sentence.firstToken(), first - LONGEST_NOUN); start--) {
            Hit<String> named = naming.longest(text, start, first);
            limit = named != null && named.endToken() == first ? start : limit;
        }
        if (limit < first && text.tokens().is(limit - 1, ",")) {
            limit--;
        }
        boolean partOf = limit == first - 1 && text.tokens().is(limit, "of");
        for (int start = Math.max(sentence.firstToken(), limit - LONGEST_NOUN); start < limit; start++) {
            Hit<Entity.Type> noun = nouns.longest(text, start, limit);
            if (noun != null
                    && noun.endToken() == limit
                    && Character.isLowerCase(text.tokens().firstChar(start))) {
                return partOf && noun.value() != Entity.Type.PLACE ? null : noun.value();
            }
        }
        return null;
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
        return presented ? head(text, said + 1, Math.min(last, said + LONGEST_APPOSITION)) : null;
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
