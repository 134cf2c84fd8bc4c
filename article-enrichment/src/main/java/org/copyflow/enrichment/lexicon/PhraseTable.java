package org.copyflow.enrichment.lexicon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.copyflow.enrichment.text.AnalyzedText;
import org.copyflow.enrichment.text.Tokens;
import org.jspecify.annotations.Nullable;

/// Phrases with a value each, found in a text whatever their case. Immutable, thread-safe.
///
/// A trie over characters in one open-addressed table: finding makes no string, and costs the length of what is found.
/// White space of any length between tokens is one space, before an ideograph none; curly apostrophes are straight
/// ones.
///
/// @param <V> what a phrase stands for
public final class PhraseTable<V> {

    /// A phrase that was found.
    ///
    /// @param endToken the token after its last
    public record Hit<V>(V value, int endToken) {}

    private static final int ROOT = 0;
    private static final int NONE = -1;
    private static final char FIRST_IDEOGRAPH = '\u4e00';

    private final long[] keys;
    private final int[] targets;
    private final int[] valueOfNode;
    private final List<V> values;

    private PhraseTable(Builder<V> builder) {
        keys = builder.keys;
        targets = builder.targets;
        valueOfNode = Arrays.copyOf(builder.valueOfNode, builder.nodes);
        values = List.copyOf(builder.values);
    }

    /// The longest phrase that begins at a token and ends with one.
    ///
    /// @param endToken the token that it must not reach
    public @Nullable Hit<V> longest(AnalyzedText text, int token, int endToken) {
        Tokens tokens = text.tokens();
        return longest(text.text(), tokens::start, tokens::end, token, endToken);
    }

    /// The longest phrase that begins at a stretch and ends with one, in whatever stretches a text is cut into.
    ///
    /// @param starts where each stretch starts
    /// @param ends where each stretch ends
    /// @param limit the stretch that it must not reach
    public @Nullable Hit<V> longest(
            CharSequence text, IntUnaryOperator starts, IntUnaryOperator ends, int first, int limit) {
        int node = ROOT;
        int found = NONE;
        int foundEnd = first;
        int lastEnd = 0;
        for (int t = first; t < limit; t++) {
            int start = starts.applyAsInt(t);
            if (t > first && lastEnd < start && text.charAt(start) < FIRST_IDEOGRAPH) {
                node = next(node, ' ');
            }
            lastEnd = ends.applyAsInt(t);
            node = walk(text, start, lastEnd, node);
            if (node == NONE) {
                break;
            }
            if (valueOfNode[node] != NONE) {
                found = valueOfNode[node];
                foundEnd = t + 1;
            }
        }
        return found == NONE ? null : new Hit<>(values.get(found), foundEnd);
    }

    /// Takes a phrase that was found.
    ///
    /// @param <V> what a phrase stands for
    public interface Taker<V> {

        /// @param end the offset after its last character
        void take(V value, int end);
    }

    /// Gives every phrase that begins at an offset, the shortest first; for text without spaces.
    ///
    /// @param limit the offset that it must not pass
    public void each(CharSequence text, int start, int limit, Taker<V> taker) {
        int node = ROOT;
        for (int i = start; i < limit; i++) {
            node = next(node, fold(text.charAt(i)));
            if (node == NONE) {
                return;
            }
            if (valueOfNode[node] != NONE) {
                taker.take(values.get(valueOfNode[node]), i + 1);
            }
        }
    }

    /// The value of exactly these characters.
    public @Nullable V of(CharSequence text, int start, int end) {
        int node = walk(text, start, end, ROOT);
        return node == NONE || valueOfNode[node] == NONE ? null : values.get(valueOfNode[node]);
    }

    /// The value of exactly this phrase.
    public @Nullable V of(CharSequence phrase) {
        return of(phrase, 0, phrase.length());
    }

    /// The value of exactly this token.
    public @Nullable V of(AnalyzedText text, int token) {
        return of(text.text(), text.tokens().start(token), text.tokens().end(token));
    }

    /// Is exactly this token a phrase of the table?
    public boolean has(AnalyzedText text, int token) {
        return of(text, token) != null;
    }

    private int walk(CharSequence text, int start, int end, int from) {
        int node = from;
        for (int i = start; i < end && node != NONE; i++) {
            node = next(node, fold(text.charAt(i)));
        }
        return node;
    }

    private int next(int node, char c) {
        if (node == NONE) {
            return NONE;
        }
        long key = key(node, c);
        int mask = keys.length - 1;
        int slot = slot(key, mask);
        while (keys[slot] != 0) {
            if (keys[slot] == key) {
                return targets[slot];
            }
            slot = (slot + 1) & mask;
        }
        return NONE;
    }

    private static char fold(char c) {
        if (c < 128) {
            return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        }
        return c == '\u2019' ? '\'' : Character.toLowerCase(c);
    }

    private static long key(int node, char c) {
        return ((long) node << 16 | c) + 1;
    }

    private static int slot(long key, int mask) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32) & mask;
    }

    /// Collects phrases. Not thread-safe.
    ///
    /// @param <V> what a phrase stands for
    public static final class Builder<V> {
        private long[] keys = new long[1024];
        private int[] targets = new int[1024];
        private int[] valueOfNode = new int[256];
        private int nodes = 1;
        private final List<V> values = new ArrayList<>();

        public Builder() {
            Arrays.fill(valueOfNode, NONE);
        }

        /// Adds a phrase; a later value of the same phrase replaces the earlier one.
        public Builder<V> add(String phrase, V value) {
            if (phrase.isEmpty()) {
                throw new IllegalArgumentException("an empty phrase, for " + value);
            }
            int node = ROOT;
            for (int i = 0; i < phrase.length(); i++) {
                node = child(node, fold(phrase.charAt(i)));
            }
            values.add(value);
            valueOfNode[node] = values.size() - 1;
            return this;
        }

        public PhraseTable<V> build() {
            return new PhraseTable<>(this);
        }

        private int child(int node, char c) {
            long key = key(node, c);
            int slot = freeOrSame(keys, key);
            if (keys[slot] == key) {
                return targets[slot];
            }
            int added = nodes++;
            if (added == valueOfNode.length) {
                valueOfNode = Arrays.copyOf(valueOfNode, added * 2);
                Arrays.fill(valueOfNode, added, added * 2, NONE);
            }
            keys[slot] = key;
            targets[slot] = added;
            if (nodes * 2 > keys.length) {
                grow();
            }
            return added;
        }

        private void grow() {
            long[] oldKeys = keys;
            int[] oldTargets = targets;
            keys = new long[oldKeys.length * 2];
            targets = new int[oldKeys.length * 2];
            for (int i = 0; i < oldKeys.length; i++) {
                if (oldKeys[i] != 0) {
                    int slot = freeOrSame(keys, oldKeys[i]);
                    keys[slot] = oldKeys[i];
                    targets[slot] = oldTargets[i];
                }
            }
        }

        private static int freeOrSame(long[] keys, long key) {
            int mask = keys.length - 1;
            int slot = slot(key, mask);
            while (keys[slot] != 0 && keys[slot] != key) {
                slot = (slot + 1) & mask;
            }
            return slot;
        }
    }
}
