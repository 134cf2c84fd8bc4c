package org.copyflow.index.stories;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Which clusters have a term. Not thread-safe.
final class TermIndex {

    /// Terms that more clusters have tell too little to look through all of these.
    private static final int MOST_VISITED = 1_000;

    private final Map<String, Term> terms = new HashMap<>();
    private final List<@Nullable Term> byNumber = new ArrayList<>();
    private final BitSet freeNumbers = new BitSet();
    private final List<@Nullable Cluster> clusters = new ArrayList<>();
    private final BitSet freeSlots = new BitSet();
    private long visit;

    /// A term, how many documents have it, and the slots of the clusters that have it.
    private static final class Term {

        final String text;
        final int number;
        int documents;
        int size;
        int[] slots = new int[2];

        Term(String text, int number) {
            this.text = text;
            this.number = number;
        }

        void add(int slot) {
            if (size == slots.length) {
                slots = Arrays.copyOf(slots, size + size / 2 + 1);
            }
            slots[size++] = slot;
        }

        void remove(int slot) {
            int at = 0;
            while (slots[at] != slot) {
                at++;
            }
            slots[at] = slots[--size];
        }
    }

    /// The numbers of terms, which are held until they are given back by [#release].
    int[] hold(List<String> texts) {
        int[] numbers = new int[texts.size()];
        for (int i = 0; i < numbers.length; i++) {
            Term term = terms.computeIfAbsent(texts.get(i), this::newTerm);
            term.documents++;
            numbers[i] = term.number;
        }
        return numbers;
    }

    boolean areTerms(int[] numbers, List<String> texts) {
        boolean same = numbers.length == texts.size();
        for (int i = 0; same && i < numbers.length; i++) {
            same = term(numbers[i]).text.equals(texts.get(i));
        }
        return same;
    }

    void release(int[] numbers) {
        for (int number : numbers) {
            Term term = term(number);
            if (--term.documents == 0) {
                terms.remove(term.text);
                byNumber.set(number, null);
                freeNumbers.set(number);
            }
        }
    }

    void open(Cluster cluster) {
        int slot = freeSlots.nextSetBit(0);
        if (slot < 0) {
            slot = clusters.size();
            clusters.add(cluster);
        } else {
            freeSlots.clear(slot);
            clusters.set(slot, cluster);
        }
        cluster.slot = slot;
    }

    void close(Cluster cluster) {
        clusters.set(cluster.slot, null);
        freeSlots.set(cluster.slot);
    }

    void add(StoryDocument document, Cluster cluster) {
        for (int number : document.terms) {
            if (cluster.counts.add(number) == 1) {
                term(number).add(cluster.slot);
            }
        }
        cluster.add(document);
    }

    void remove(StoryDocument document, Cluster cluster) {
        for (int number : document.terms) {
            if (cluster.counts.remove(number) == 0) {
                term(number).remove(cluster.slot);
            }
        }
        cluster.remove(document);
    }

    /// Clusters that share a term with the document, by its rarest terms first, each once.
    List<Cluster> sharing(StoryDocument document) {
        List<Term> rarestFirst = Arrays.stream(document.terms)
                .mapToObj(this::term)
                .sorted(Comparator.comparingInt((Term term) -> term.size).thenComparing(term -> term.text))
                .toList();
        var found = new ArrayList<Cluster>();
        visit++;
        int visited = 0;
        for (Term term : rarestFirst) {
            visited += term.size;
            if (visited > MOST_VISITED && !found.isEmpty()) {
                break;
            }
            for (int i = 0; i < term.size; i++) {
                Cluster cluster = Objects.requireNonNull(clusters.get(term.slots[i]));
                if (cluster.visit != visit) {
                    cluster.visit = visit;
                    found.add(cluster);
                }
            }
        }
        return found;
    }

    private Term term(int number) {
        return Objects.requireNonNull(byNumber.get(number));
    }

    private Term newTerm(String text) {
        int number = freeNumbers.nextSetBit(0);
        if (number < 0) {
            number = byNumber.size();
            byNumber.add(null);
        } else {
            freeNumbers.clear(number);
        }
        var term = new Term(text, number);
        byNumber.set(number, term);
        return term;
    }
}
