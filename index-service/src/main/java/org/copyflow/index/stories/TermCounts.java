package org.copyflow.index.stories;

/// How often each term occurs in a cluster: a hash table of numbers, open addressing with linear probing, half
/// full at most.
final class TermCounts {

    private static final int FIRST_CAPACITY = 8;
    private static final int SPREAD = 0x9e3779b9; // 2^32 divided by the golden ratio

    private int[] terms = new int[FIRST_CAPACITY]; // the term's number and 1; 0 is free
    private int[] counts = new int[FIRST_CAPACITY];
    private int size;

    int of(int term) {
        return counts[slot(term)];
    }

    /// @return the new count
    int add(int term) {
        int slot = slot(term);
        if (terms[slot] == 0) {
            if (2 * (size + 1) > terms.length) {
                grow();
                slot = slot(term);
            }
            terms[slot] = term + 1;
            size++;
        }
        return ++counts[slot];
    }

    /// @return the new count
    int remove(int term) {
        int slot = slot(term);
        int left = --counts[slot];
        if (left == 0) {
            free(slot);
        }
        return left;
    }

    /// Moves those up that a search would not find behind the gap.
    private void free(int slot) {
        int gap = slot;
        int at = gap;
        size--;
        while (true) {
            at = (at + 1) & terms.length - 1;
            if (terms[at] == 0) {
                break;
            }
            int home = home(terms[at] - 1);
            boolean reachable = gap <= at ? gap < home && home <= at : gap < home || home <= at;
            if (!reachable) {
                terms[gap] = terms[at];
                counts[gap] = counts[at];
                gap = at;
            }
        }
        terms[gap] = 0;
        counts[gap] = 0;
    }

    /// Where the term is, or would be.
    private int slot(int term) {
        int slot = home(term);
        while (terms[slot] != 0 && terms[slot] != term + 1) {
            slot = (slot + 1) & terms.length - 1;
        }
        return slot;
    }

    private int home(int term) {
        int mixed = term * SPREAD;
        return (mixed ^ mixed >>> 16) & terms.length - 1;
    }

    private void grow() {
        int[] oldTerms = terms;
        int[] oldCounts = counts;
        terms = new int[2 * oldTerms.length];
        counts = new int[terms.length];
        for (int i = 0; i < oldTerms.length; i++) {
            if (oldTerms[i] != 0) {
                int slot = slot(oldTerms[i] - 1);
                terms[slot] = oldTerms[i];
                counts[slot] = oldCounts[i];
            }
        }
    }
}
