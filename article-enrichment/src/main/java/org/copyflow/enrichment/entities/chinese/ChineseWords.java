package org.copyflow.enrichment.entities.chinese;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.copyflow.enrichment.entities.chinese.Word.Kind;
import org.copyflow.enrichment.lexicon.PhraseTable;
import org.copyflow.enrichment.lexicon.WordLists;

/// The likeliest words of a stretch of Chinese: the cheapest way through the word list, the names that surnames begin
/// and the characters that stand for foreign sounds (dynamic programming over single words). Immutable, thread-safe.
public final class ChineseWords {

    private static final float COST_OF_UNKNOWN = 14;
    private static final float COST_OF_FOREIGN = 7;
    private static final float COST_OF_SOUND = 5.2f;
    private static final int SHORTEST_FOREIGN = 3;
    private static final int LONGEST_FOREIGN = 16;
    private static final int LONGEST_WORD = 12;
    private static final int LONGEST_STRETCH = 256;
    private static final Kind[] KINDS = Kind.values();

    private final PhraseTable<Word> words;
    private final PersonCharacters persons = new PersonCharacters();
    private final boolean[] sounds = new boolean[1 << 16];

    public ChineseWords() {
        Map<Word, Word> shared = new HashMap<>();
        var table = new PhraseTable.Builder<Word>();
        for (String line : WordLists.lines(ChineseWords.class, "words.txt")) {
            List<String> fields = List.of(line.split("\t", -1));
            Word word =
                    new Word(Kind.valueOf(fields.get(0).toUpperCase(Locale.ROOT)), Float.parseFloat(fields.get(1)) / 2);
            for (String name : fields.get(2).split("\\|", -1)) {
                table.add(name, shared.computeIfAbsent(word, w -> w));
            }
        }
        words = table.build();
        for (String line : WordLists.lines(ChineseWords.class, "foreign-sounds.txt")) {
            line.chars().forEach(c -> sounds[c] = true);
        }
    }

    /// Does the character stand for a foreign sound?
    boolean isSound(char c) {
        return sounds[c];
    }

    /// What the likelier of the persons' names that begin at a character costs.
    ///
    /// @param left how many characters there are from it on
    float costOfPerson(String text, int at, int left) {
        float two = left >= 2 ? persons.two(text, at) : Float.MAX_VALUE;
        return left >= 3 ? Math.min(two, persons.three(text, at)) : two;
    }

    /// Is the likeliest cut of these characters, by themselves, one person's name?
    boolean isPerson(String text, int start, int length) {
        if (start + length > text.length()) {
            return false;
        }
        var person = new boolean[1];
        cut(
                text,
                start,
                start + length,
                (from, to, kind) -> person[0] = from == start && to == start + length && kind == Kind.PERSON);
        return person[0];
    }

    /// Takes the words in their order.
    public interface Taker {

        void word(int start, int end, Kind kind);
    }

    /// @param start the offset of the first character
    /// @param end the offset after the last one
    public void cut(String text, int start, int end, Taker taker) {
        for (int from = start; from < end; from += LONGEST_STRETCH) {
            new Cut(text, from, Math.min(end, from + LONGEST_STRETCH)).report(taker);
        }
    }

    /// The cheapest cut of one stretch. Not thread-safe.
    private final class Cut {

        private final String text;
        private final int start;
        private final int end;
        private final float[] costs;
        private final int[] from;
        private final byte[] kinds;

        Cut(String text, int start, int end) {
            this.text = text;
            this.start = start;
            this.end = end;
            costs = new float[end - start + 1];
            from = new int[costs.length];
            kinds = new byte[costs.length];
            Arrays.fill(costs, 1, costs.length, Float.POSITIVE_INFINITY);
            for (int at = start; at < end; at++) {
                from(at);
            }
        }

        private void from(int at) {
            reach(at, at + 1, Kind.UNKNOWN, COST_OF_UNKNOWN);
            words.each(
                    text, at, Math.min(end, at + LONGEST_WORD), (word, to) -> reach(at, to, word.kind(), word.cost()));
            if (at + 2 <= end) {
                reach(at, at + 2, Kind.PERSON, persons.two(text, at));
            }
            if (at + 3 <= end) {
                reach(at, at + 3, Kind.PERSON, persons.three(text, at));
            }
            int limit = Math.min(end, at + LONGEST_FOREIGN);
            for (int to = at; to < limit && isSound(at, to); to++) {
                if (to + 1 - at >= SHORTEST_FOREIGN && text.charAt(to) != '·') {
                    reach(at, to + 1, Kind.FOREIGN, COST_OF_FOREIGN + COST_OF_SOUND * (to + 1 - at));
                }
            }
        }

        private boolean isSound(int first, int at) {
            return sounds[text.charAt(at)] || (at > first && text.charAt(at) == '·');
        }

        private void reach(int at, int to, Kind kind, float cost) {
            float sum = costs[at - start] + cost;
            if (sum < costs[to - start]) {
                costs[to - start] = sum;
                from[to - start] = at;
                kinds[to - start] = (byte) kind.ordinal();
            }
        }

        void report(Taker taker) {
            int count = 0;
            var ends = new int[end - start];
            for (int at = end; at > start; at = from[at - start]) {
                ends[count++] = at;
            }
            for (int i = count - 1; i >= 0; i--) {
                taker.word(from[ends[i] - start], ends[i], KINDS[kinds[ends[i] - start]]);
            }
        }
    }
}
