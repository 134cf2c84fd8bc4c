package org.copyflow.index.stories;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Articles that belong together, and the sums over them by which another is judged. Copies are not among its
/// members: they stand with their originals.
final class Cluster {

    static final long NEVER = Long.MIN_VALUE;

    final long number;
    final TermCounts counts = new TermCounts();
    final Set<StoryDocument> members = new LinkedHashSet<>();

    @Nullable
    String storyId;

    @Nullable
    String splitFrom;

    /// Its place in the [TermIndex].
    int slot;

    /// The last search that found it.
    long visit;

    /// Occurrences of all terms.
    int occurrences;

    /// When its newest article was received.
    long receivedAt = NEVER;

    /// When its first and its last article happened.
    long first = Long.MAX_VALUE;

    long last = Long.MIN_VALUE;

    private int @Nullable [] vectorSum;
    private long vectorSquares;

    Cluster(long number) {
        this.number = number;
    }

    void add(StoryDocument document) {
        members.add(document);
        document.cluster = this;
        occurrences += document.terms.length;
        first = Math.min(first, document.at);
        last = Math.max(last, document.at);
        addVector(document.vector, 1);
    }

    void remove(StoryDocument document) {
        members.remove(document);
        document.cluster = null;
        occurrences -= document.terms.length;
        addVector(document.vector, -1);
        if (document.at == first || document.at == last) {
            first = members.stream().mapToLong(member -> member.at).min().orElse(Long.MAX_VALUE);
            last = members.stream().mapToLong(member -> member.at).max().orElse(Long.MIN_VALUE);
        }
    }

    /// All its articles.
    Stream<StoryDocument> articles() {
        return members.stream().flatMap(member -> Stream.concat(Stream.of(member), member.copies().stream()));
    }

    /// The cosine between a vector and the sum of the members'; NaN where there is none.
    double cosine(byte[] vector) {
        if (vectorSum == null || vectorSquares == 0) {
            return Double.NaN;
        }
        long dot = 0;
        for (int i = 0; i < vector.length; i++) {
            dot += (long) vector[i] * vectorSum[i];
        }
        return dot / (Math.sqrt((double) vectorSquares) * StoryText.VECTOR_LENGTH);
    }

    /// Whole numbers, so that the sum is the same whatever the order of what was added and taken away.
    private void addVector(byte @Nullable [] vector, int sign) {
        if (vector != null) {
            if (vectorSum == null) {
                vectorSum = new int[vector.length];
            }
            vectorSquares = 0;
            for (int i = 0; i < vector.length; i++) {
                vectorSum[i] += sign * vector[i];
                vectorSquares += (long) vectorSum[i] * vectorSum[i];
            }
        }
    }
}
