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

    private static final int NODE_BITS = 24;
    private static final int MAX_NODES = 1 << NODE_BITS;

    /// A slot is a node and a character, and below them the node that the character leads to, never the root; 0 where
    /// it is free. All in one, because what a look-up costs is the memory that it touches.
    private final long[] slots;

    private final int[] valueOfNode;
    private final List<V> values;

    private PhraseTable(Builder<V> builder) {
        slots = builder.slots;
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
        long entry = slots[slot(slots, key(node, c))];
        return entry == 0 ? NONE : target(entry);
    }

    private static char fold(char c) {
        if (c < 128) {
            return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        }
        return c == '\u2019' ? '\'' : Character.toLowerCase(c);
    }

    private static long key(int node, char c) {
        return (long) node << Character.SIZE | c;
    }

    private static long keyOf(long entry) {
        return entry >>> NODE_BITS;
    }

    private static int target(long entry) {
        return (int) entry & (MAX_NODES - 1);
    }

    /// Where the key is, or would be.
    private static int slot(long[] slots, long key) {
        int mask = slots.length - 1;
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        while (slots[slot] != 0 && keyOf(slots[slot]) != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /// Collects phrases. Not thread-safe.
    ///
    /// @param <V> what a phrase stands for
    public static final class Builder<V> {
        private long[] slots = new long[64];
        private int[] valueOfNode = new int[32];
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
            int slot = slot(slots, key);
            if (slots[slot] != 0) {
                return target(slots[slot]);
            }
            int added = nodes++;
            if (added == MAX_NODES) {
                throw new IllegalStateException("phrases of more than " + MAX_NODES + " characters in one table");
            }
            if (added == valueOfNode.length) {
                valueOfNode = Arrays.copyOf(valueOfNode, added * 2);
                Arrays.fill(valueOfNode, added, added * 2, NONE);
            }
            slots[slot] = key << NODE_BITS | added;
            if (nodes * 2 > slots.length) {
                grow();
            }
            return added;
        }

        private void grow() {
            long[] old = slots;
            slots = new long[old.length * 2];
            for (long entry : old) {
                if (entry != 0) {
                    slots[slot(slots, keyOf(entry))] = entry;
                }
            }
        }
    }
}
