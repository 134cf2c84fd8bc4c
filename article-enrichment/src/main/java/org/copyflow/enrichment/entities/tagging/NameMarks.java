package org.copyflow.enrichment.entities.tagging;

import java.util.Arrays;

/// Where known names stand in a stretch: for each token the kinds of the longest known name over it, and its place in
/// that name. Not thread-safe; one an article.
final class NameMarks {

    private static final int ALONE = 0;
    private static final int FIRST = 1;
    private static final int INSIDE = 2;
    private static final int LAST = 3;
    private static final int KINDS = (1 << 8) - 1;

    private final KnownNames known;
    private final WordHashes words;
    private final int[] marks = new int[Stretches.LONGEST];
    private int start;
    private int end;

    NameMarks(KnownNames known, WordHashes words) {
        this.known = known;
        this.words = words;
    }

    /// Looks for names in a stretch, the longest first from its start.
    void enter(int first, int after) {
        start = first;
        end = after;
        Arrays.fill(marks, 0, after - first, 0);
        int token = first;
        while (token < after) {
            token = mark(token);
        }
    }

    /// The kinds over a token, as bits, times four, and its place; 0 outside of the stretch and of names.
    int of(int token) {
        return token < start || token >= end ? 0 : marks[token - start];
    }

    /// The kinds of just this word.
    int ofWord(int token) {
        return known.of(words.of(token)) & KINDS;
    }

    /// The kinds of the name that these tokens are.
    int ofName(int first, int after) {
        int hash = 0;
        for (int token = first; token < after; token++) {
            hash = KnownNames.hash(hash, words.of(token));
        }
        return known.of(hash) & KINDS;
    }

    /// Marks the longest name that begins at a token; gives the token after it.
    private int mark(int first) {
        int hash = 0;
        int kinds = 0;
        int after = first + 1;
        int limit = Math.min(end, first + KnownNames.LONGEST);
        for (int token = first; token < limit; token++) {
            hash = KnownNames.hash(hash, words.of(token));
            int found = known.of(hash) & KINDS;
            if (found != 0) {
                kinds = found;
                after = token + 1;
            }
        }
        if (kinds != 0) {
            for (int token = first; token < after; token++) {
                int place = after == first + 1 ? ALONE : token == first ? FIRST : token + 1 == after ? LAST : INSIDE;
                marks[token - start] = kinds * 4 + place;
            }
        }
        return after;
    }
}
