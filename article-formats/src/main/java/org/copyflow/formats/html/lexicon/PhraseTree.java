package org.copyflow.formats.html.lexicon;

import java.util.Map;
import java.util.TreeMap;

/// Phrases as a tree of their characters without regard to case, in flat arrays. Immutable.
final class PhraseTree {

    /// What [#longestAt] says where no phrase stands.
    static final long NONE = 0;

    private static final char FIRST_IDEOGRAPH = 0x2E80;

    /// For each character that a phrase may begin with, its node; the others have node 0.
    private final char[] roots;
    /// The characters that may follow a node stand side by side, and so do their nodes.
    private final char[] labels;

    private final char[] targets;
    private final char[] firstChild;
    private final int[] bits;

    private PhraseTree(Builder builder) {
        int nodes = builder.nodes;
        if (nodes > Character.MAX_VALUE) {
            throw new IllegalArgumentException(nodes + " nodes; the phrases are too many for this tree");
        }
        roots = new char[Character.MAX_VALUE + 1];
        labels = new char[nodes];
        targets = new char[nodes];
        firstChild = new char[nodes + 1];
        bits = new int[nodes];
        builder.root.children.forEach((c, node) -> roots[c] = (char) node.id);
        int at = 0;
        for (Node node : builder.inOrder()) {
            firstChild[node.id] = (char) at;
            bits[node.id] = node.bits;
            for (Map.Entry<Character, Node> child : node.children.entrySet()) {
                labels[at] = child.getKey();
                targets[at] = (char) child.getValue().id;
                at++;
            }
        }
        firstChild[nodes] = (char) at;
    }

    /// The longest phrase that begins at an offset and ends with a word, packed ([#bits], [#length]); or [#NONE].
    long longestAt(char[] text, int length, int start) {
        int node = roots[Letters.folded(text[start])];
        long longest = NONE;
        int i = start + 1;
        while (node != 0) {
            if (bits[node] != 0 && endsWord(text, length, i)) {
                longest = ((long) (i - start) << Integer.SIZE) | bits[node];
            }
            node = i < length ? child(node, Letters.folded(text[i])) : 0;
            i++;
        }
        return longest;
    }

    static int bits(long found) {
        return (int) found;
    }

    static int length(long found) {
        return (int) (found >>> Integer.SIZE);
    }

    private int child(int node, char label) {
        for (int i = firstChild[node], end = firstChild[node + 1]; i < end; i++) {
            if (labels[i] == label) {
                return targets[i];
            }
        }
        return 0;
    }

    private static boolean endsWord(char[] text, int length, int end) {
        return end >= length
                || !Letters.isLetterOrDigit(text[end])
                || text[end - 1] > FIRST_IDEOGRAPH
                || !Character.isLetter(text[end - 1]);
    }

    private static final class Node {
        final Map<Character, Node> children = new TreeMap<>();
        int id;
        int bits;
    }

    /// Gathers phrases; the first meaning of a phrase counts.
    static final class Builder {
        private final Node root = new Node();
        private int nodes;

        void add(String phrase, int bits) {
            Node node = root;
            for (int i = 0; i < phrase.length(); i++) {
                node = node.children.computeIfAbsent(Letters.folded(phrase.charAt(i)), k -> new Node());
            }
            node.bits = node.bits == 0 ? bits : node.bits;
        }

        PhraseTree build() {
            number(root);
            return new PhraseTree(this);
        }

        private void number(Node node) {
            node.id = nodes++;
            node.children.values().forEach(this::number);
        }

        private Node[] inOrder() {
            var ordered = new Node[nodes];
            place(root, ordered);
            return ordered;
        }

        private static void place(Node node, Node[] ordered) {
            ordered[node.id] = node;
            node.children.values().forEach(child -> place(child, ordered));
        }
    }
}
