package org.copyflow.index.stories;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// An article as it is clustered. A copy of another goes where that one goes, and adds no words of its own:
/// forty papers that print one report are one witness.
final class StoryDocument implements Comparable<StoryDocument> {

    final String id;
    final long at;
    final long receivedAt;
    final long arrival;
    final int[] terms;
    final byte @Nullable [] vector;

    @Nullable
    Cluster cluster;

    /// The article of which it is a copy.
    @Nullable
    StoryDocument original;

    private @Nullable Set<StoryDocument> copies;

    StoryDocument(StoryText text, long arrival, int[] terms) {
        id = text.articleId();
        at = text.at().toEpochMilli();
        receivedAt = text.receivedAt().toEpochMilli();
        vector = text.vector();
        this.arrival = arrival;
        this.terms = terms;
    }

    /// When it or the last of its copies was received.
    long newest() {
        return copies().stream().mapToLong(copy -> copy.receivedAt).reduce(receivedAt, Math::max);
    }

    Set<StoryDocument> copies() {
        return copies == null ? Set.of() : copies;
    }

    void addCopy(StoryDocument copy) {
        if (copies == null) {
            copies = new TreeSet<>();
        }
        copies.add(copy);
        copy.original = this;
    }

    void removeCopy(StoryDocument copy) {
        if (copies != null && copies.remove(copy) && copies.isEmpty()) {
            copies = null;
        }
        copy.original = null;
    }

    /// Those that happened first come first.
    @Override
    public int compareTo(StoryDocument other) {
        int byTime = Long.compare(at, other.at);
        return byTime != 0 ? byTime : id.compareTo(other.id);
    }
}
