package org.copyflow.index.stories;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
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

    /// The sum of the members' vectors, where several have one.
    private int @Nullable [] vectorSum;

    private byte @Nullable [] onlyVector;
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
        if (vectorSquares == 0) {
            return Double.NaN;
        }
        long dot = 0;
        if (onlyVector != null) {
            for (int i = 0; i < vector.length; i++) {
                dot += vector[i] * onlyVector[i];
            }
        } else if (vectorSum != null) {
            for (int i = 0; i < vector.length; i++) {
                dot += (long) vector[i] * vectorSum[i];
            }
        }
        return dot / (Math.sqrt((double) vectorSquares) * StoryText.VECTOR_LENGTH);
    }

    /// One vector is its own sum. Sums are of whole numbers, so that they are the same whatever the order in which
    /// vectors come and go.
    private void sumVectors() {
        List<byte[]> vectors = members.stream()
                .map(member -> member.vector)
                .filter(Objects::nonNull)
                .toList();
        onlyVector = vectors.size() == 1 ? vectors.getFirst() : null;
        vectorSum = null;
        vectorSquares = 0;
        if (!vectors.isEmpty()) {
            int[] sum = new int[vectors.getFirst().length];
            vectors.forEach(vector -> add(vector, 1, sum));
            vectorSquares = squares(sum);
            vectorSum = onlyVector == null ? sum : null;
        }
    }

    private void addVector(byte @Nullable [] vector, int sign) {
        if (vector != null && vectorSum != null && members.size() > 2) {
            add(vector, sign, vectorSum);
            vectorSquares = squares(vectorSum);
        } else if (vector != null) {
            sumVectors();
        }
    }

    private static void add(byte[] vector, int sign, int[] sum) {
        for (int i = 0; i < vector.length; i++) {
            sum[i] += sign * vector[i];
        }
    }

    private static long squares(int[] sum) {
        long squares = 0;
        for (int number : sum) {
            squares += (long) number * number;
        }
        return squares;
    }
}
