package org.copyflow.enrichment.text;

import java.util.Arrays;

/// The tokens of a text, as parallel arrays: no object a token. Immutable once built.
public final class Tokens {

    /// What a token is made of.
    public enum Kind {
        /// Letters, with inner apostrophes, hyphens and abbreviation dots: `don't`, `U.S.`, `sci-tech`.
        WORD,
        /// Digits with their separators: `1.13`, `15,000`; a decimal point belongs to it, a final full stop does not.
        NUMBER,
        /// One Chinese character, or another script that is written without spaces.
        IDEOGRAPH,
        /// One mark of punctuation or a symbol, `$` and `%` among them.
        PUNCTUATION
    }

    private static final Kind[] KINDS = Kind.values();

    private final String text;
    private final int count;
    private final int[] starts;
    private final int[] ends;
    private final byte[] kinds;

    private Tokens(Builder builder) {
        text = builder.text;
        count = builder.count;
        starts = Arrays.copyOf(builder.starts, count);
        ends = Arrays.copyOf(builder.ends, count);
        kinds = Arrays.copyOf(builder.kinds, count);
    }

    private Tokens(Tokens other, String text) {
        this.text = text;
        count = other.count;
        starts = other.starts;
        ends = other.ends;
        kinds = other.kinds;
    }

    /// The same tokens of a text that has other characters in the same places.
    public Tokens over(String other) {
        if (other.length() != text.length()) {
            throw new IllegalArgumentException(
                    "tokens of " + text.length() + " characters over a text of " + other.length());
        }
        return new Tokens(this, other);
    }

    public int count() {
        return count;
    }

    public int start(int token) {
        return starts[token];
    }

    public int end(int token) {
        return ends[token];
    }

    public int length(int token) {
        return ends[token] - starts[token];
    }

    public Kind kind(int token) {
        return KINDS[kinds[token]];
    }

    public char firstChar(int token) {
        return text.charAt(starts[token]);
    }

    public char lastChar(int token) {
        return text.charAt(ends[token] - 1);
    }

    /// The token's characters; a new string at each call.
    public String text(int token) {
        return text.substring(starts[token], ends[token]);
    }

    /// Is the token this text, to the letter? Makes no string.
    public boolean is(int token, String other) {
        return other.length() == length(token) && matches(token, other, false);
    }

    /// Is the token this text, whatever the case? `other` is in lower case. Makes no string.
    public boolean isIgnoringCase(int token, String other) {
        return other.length() == length(token) && matches(token, other, true);
    }

    /// Does white space stand before the token? True for the first one.
    public boolean spaceBefore(int token) {
        return token == 0 || ends[token - 1] < starts[token];
    }

    /// The first token that starts at or after the offset; the count where there is none.
    public int atOrAfter(int offset) {
        int found = Arrays.binarySearch(starts, 0, count, offset);
        return found >= 0 ? found : -found - 1;
    }

    private boolean matches(int token, String other, boolean ignoreCase) {
        int start = starts[token];
        for (int i = 0; i < other.length(); i++) {
            char c = text.charAt(start + i);
            if ((ignoreCase ? Character.toLowerCase(c) : c) != other.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// Collects tokens in the order of the text.
    static final class Builder {
        private final String text;
        private int count;
        private int[] starts;
        private int[] ends;
        private byte[] kinds;

        Builder(String text) {
            this.text = text;
            int expected = Math.max(16, text.length() / 4);
            starts = new int[expected];
            ends = new int[expected];
            kinds = new byte[expected];
        }

        void add(int start, int end, Kind kind) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
                ends = Arrays.copyOf(ends, count * 2);
                kinds = Arrays.copyOf(kinds, count * 2);
            }
            starts[count] = start;
            ends[count] = end;
            kinds[count] = (byte) kind.ordinal();
            count++;
        }

        Tokens build() {
            return new Tokens(this);
        }
    }
}
