package org.copyflow.enrichment.entities.chinese;

import java.util.Arrays;
import org.copyflow.enrichment.entities.chinese.Word.Kind;
import org.copyflow.enrichment.entities.tagging.NamePath;
import org.copyflow.enrichment.text.AnalyzedText;
import org.copyflow.enrichment.text.Tokens;

/// What the tagger looks at in each character of Chinese: those around, the likeliest words, the longest known ones,
/// what it costs as part of a person's name. Not thread-safe; one an article.
final class ChineseFeatures implements NamePath.Features {

    private static final int OUTSIDE = 0x51ED270B;
    private static final int ALONE = 0;
    private static final int FIRST = 1;
    private static final int INSIDE = 2;
    private static final int LAST = 3;
    private static final int BITS = 1 << 14;

    private final AnalyzedText text;
    private final Tokens tokens;
    private final ChineseWords cut;
    private final KnownWords known;
    private final int[] wordStarts = new int[NamePath.LONGEST];
    private final int[] wordEnds = new int[NamePath.LONGEST];
    private final int[] kinds = new int[NamePath.LONGEST];
    private final int[] marks = new int[NamePath.LONGEST];
    private int start;
    private int end;
    private int[] out = new int[0];
    private int count;

    ChineseFeatures(AnalyzedText text, ChineseWords cut, KnownWords known) {
        this.text = text;
        this.tokens = text.tokens();
        this.cut = cut;
        this.known = known;
    }

    void enter(int first, int after) {
        start = first;
        end = after;
        Arrays.fill(kinds, 0, after - first, Kind.values().length);
        for (int token = first; token < after; token++) {
            wordStarts[token - first] = token;
            wordEnds[token - first] = token + 1;
        }
        cut.cut(text.text(), tokens.start(first), tokens.end(after - 1), this::word);
        Arrays.fill(marks, 0, after - first, 0);
        int token = first;
        while (token < after) {
            token = mark(token);
        }
    }

    private void word(int from, int to, Kind kind) {
        int first = tokens.atOrAfter(from);
        int after = Math.min(end, tokens.atOrAfter(to));
        for (int token = first; token < after; token++) {
            wordStarts[token - start] = first;
            wordEnds[token - start] = after;
            kinds[token - start] = kind.ordinal();
        }
    }

    /// Marks the longest known word that begins at a token; gives the token after it.
    private int mark(int first) {
        int hash = 0;
        int bits = 0;
        int after = first + 1;
        int limit = Math.min(end, first + KnownWords.LONGEST);
        for (int token = first; token < limit && tokens.length(token) == 1; token++) {
            hash = KnownWords.hash(hash, tokens.firstChar(token));
            int found = known.of(hash);
            if (found != 0) {
                bits = found;
                after = token + 1;
            }
        }
        for (int token = first; token < after; token++) {
            marks[token - start] = bits * 4 + place(token, first, after);
        }
        return after;
    }

    private static int place(int token, int first, int after) {
        return after == first + 1 ? ALONE : token == first ? FIRST : token + 1 == after ? LAST : INSIDE;
    }

    @Override
    public int of(int token, int[] into) {
        out = into;
        count = 0;
        characters(token);
        words(token);
        knownWords(token);
        sounds(token);
        return count;
    }

    private void characters(int token) {
        int before = character(token - 1);
        int here = character(token);
        int after = character(token + 1);
        add(1, here);
        add(2, before);
        add(3, after);
        add(4, character(token - 2));
        add(5, character(token + 2));
        add(6, before * 31 + here);
        add(7, here * 31 + after);
        add(8, character(token - 2) * 31 + before);
        add(9, after * 31 + character(token + 2));
        add(10, before * 31 + after);
        add(11, (before * 31 + here) * 31 + after);
        add(12, (character(token - 2) * 31 + before) * 31 + here);
        add(13, (here * 31 + after) * 31 + character(token + 2));
        add(14, type(token - 1) * 64 + type(token) * 8 + type(token + 1));
        add(15, (type(token - 2) * 8 + type(token - 1)) * 64 + type(token) * 8 + type(token + 1));
    }

    private void words(int token) {
        int first = wordStarts[token - start];
        int after = wordEnds[token - start];
        int kind = kind(token);
        int place = place(token, first, after);
        int here = kind * 4 + place;
        add(20, here);
        add(21, kind(first - 1) * 64 + here);
        add(22, here * 64 + kind(after));
        add(23, (kind(first - 1) * 64 + here) * 64 + kind(after));
        add(24, hash(first, after) * 4 + place);
        add(25, hashBefore(first));
        add(26, hashAfter(after));
        add(27, hashBefore(first) * 64 + here);
        add(28, hashAfter(after) * 64 + here);
        add(29, character(after - 1) * 64 + here);
        add(30, character(after) * 64 + here);
        add(31, here * 64 + Math.min(7, after - first));
        add(32, (kind(first - 2) * 64 + kind(first - 1)) * 64 + here);
        add(33, (here * 64 + kind(after)) * 64 + kind(after + 1));
        int next = after < end ? wordEnds[after - start] : after;
        add(34, here * 31 + (next > after ? character(next - 1) : OUTSIDE));
    }

    private void knownWords(int token) {
        int here = marked(token);
        int classes = classes(token);
        add(40, here);
        add(41, classes(token - 1) * 1024 + classes);
        add(42, classes * 1024 + classes(token + 1));
        add(43, (classes(token - 1) * 1024 + classes) * 1024 + classes(token + 1));
        add(44, here >>> 9);
        add(45, classes * 64 + kind(token));
        add(46, marked(token - 1) / 512 * 1024 + classes);
        add(47, marked(token + 1) / 512 * 1024 + classes);
        add(48, character(token) * 31 + classes);
        add(49, character(token - 1) * 31 + classes);
        add(50, character(token + 1) * 31 + classes);
    }

    /// What it costs to take the characters here for a person's name or a foreign one.
    private void sounds(int token) {
        int sounds = 0;
        for (int t = token - 2; t <= token + 2; t++) {
            sounds = sounds * 2 + (isSound(t) ? 1 : 0);
        }
        add(55, sounds);
        int first = token;
        while (first > start && token - first < 7 && isSound(first - 1)) {
            first--;
        }
        int last = token;
        while (last + 1 < end && last - token < 7 && isSound(last + 1)) {
            last++;
        }
        if (isSound(token)) {
            add(56, (token - first) * 8 + last - token);
            add(57, Math.min(7, last - first));
            add(58, character(first - 1));
            add(59, character(last + 1));
        }
        int name = person(token) * 512 + person(token - 1) * 64 + person(token - 2) * 8;
        add(60, name);
        add(61, person(token) * 8 + person(token - 1));
        add(62, name * 64 + kind(token));
    }

    private boolean isSound(int token) {
        return token >= start
                && token < end
                && tokens.length(token) == 1
                && (cut.isSound(tokens.firstChar(token)) || isDot(token));
    }

    private boolean isDot(int token) {
        return "·‧•・".indexOf(tokens.firstChar(token)) >= 0;
    }

    /// How likely a person's name begins here, in seven steps.
    private int person(int token) {
        if (token < start || token >= end || tokens.kind(token) != Tokens.Kind.IDEOGRAPH) {
            return 7;
        }
        int at = tokens.start(token);
        int left = tokens.end(end - 1) - at;
        return (int) Math.clamp((cut.costOfPerson(text.text(), at, left) - 16) / 4, 0, 6);
    }

    private int kind(int token) {
        return token < start ? 8 : token >= end ? 9 : kinds[token - start];
    }

    private int marked(int token) {
        return token < start ? BITS * 4 : token >= end ? BITS * 4 + 1 : marks[token - start];
    }

    /// What the longest known word here may be, without its part in longer names.
    private int classes(int token) {
        return marked(token) & 511;
    }

    private int hash(int first, int after) {
        int hash = 17;
        for (int token = first; token < after; token++) {
            hash = hash * 31 + character(token);
        }
        return hash;
    }

    private int hashBefore(int token) {
        return token <= start ? OUTSIDE : hash(wordStarts[token - 1 - start], token);
    }

    private int hashAfter(int token) {
        return token >= end ? OUTSIDE + 1 : hash(token, wordEnds[token - start]);
    }

    private int character(int token) {
        if (token < start || token >= end) {
            return OUTSIDE + (token < start ? 0 : 1);
        }
        if (tokens.kind(token) == Tokens.Kind.NUMBER) {
            return '0';
        }
        int hash = 0;
        for (int at = tokens.start(token); at < tokens.end(token); at++) {
            hash = hash * 31 + text.text().charAt(at);
        }
        return hash;
    }

    private int type(int token) {
        if (token < start || token >= end) {
            return 7;
        }
        return switch (tokens.kind(token)) {
            case IDEOGRAPH -> cut.isSound(tokens.firstChar(token)) ? 1 : 0;
            case WORD -> Character.isUpperCase(tokens.firstChar(token)) ? 2 : 3;
            case NUMBER -> 4;
            case PUNCTUATION -> isDot(token) ? 5 : 6;
        };
    }

    private void add(int template, int value) {
        int hash = (value ^ (template * 0x85EBCA6B)) * 0xC2B2AE35;
        hash ^= hash >>> 15;
        hash *= 0x27D4EB2F;
        out[count++] = hash ^ (hash >>> 13);
    }
}
