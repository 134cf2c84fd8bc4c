package org.copyflow.index.stories;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// All clusters of a language, their stories, and which of them have changed.
final class Clusters {

    private static final String STORY = "story:";

    private final StoryLimits limits;
    private final Consumer<StoryDocument> placed;
    private final TermIndex index = new TermIndex();
    private final Map<Long, Cluster> clusters = new HashMap<>();
    private final Map<String, Cluster> stories = new HashMap<>();
    private final Set<String> endedIds = new HashSet<>();
    private final Set<String> touched = new LinkedHashSet<>();
    private final List<EndedStory> ended = new ArrayList<>();
    private final Set<Cluster> crowded = new LinkedHashSet<>();
    private final PriorityQueue<Closing> closings =
            new PriorityQueue<>(Comparator.comparingLong(Closing::receivedAt).thenComparing(c -> c.cluster().number));
    private long latest;
    private long next;

    /// When a cluster had its newest article, as far as is known.
    private record Closing(long receivedAt, Cluster cluster) {}

    /// @param placed is told of each article that stands in another place
    Clusters(StoryLimits limits, Consumer<StoryDocument> placed) {
        this.limits = limits;
        this.placed = placed;
    }

    int[] hold(List<String> terms) {
        return index.hold(terms);
    }

    void release(StoryDocument document) {
        index.release(document.terms);
    }

    /// Whether the article is clustered by the same as before. A copy goes where its original goes, whatever it means.
    boolean isClusteredBy(StoryDocument document, StoryText text) {
        return document.at == text.at().toEpochMilli()
                && index.areTerms(document.terms, text.terms())
                && (document.original != null || Arrays.equals(document.vector, text.vector()));
    }

    List<Cluster> sharing(StoryDocument document) {
        return index.sharing(document);
    }

    @Nullable
    Cluster ofStory(String storyId) {
        return stories.get(storyId);
    }

    Set<String> storyIds() {
        return Set.copyOf(stories.keySet());
    }

    Cluster open(@Nullable String splitFrom) {
        return open(next, splitFrom);
    }

    /// The cluster of an article as it stood before a restart.
    Cluster restored(StoryPlace place) {
        Cluster known = clusters.get(place.cluster());
        if (known != null) {
            return known;
        }
        Cluster cluster = open(place.cluster(), place.splitFrom());
        if (place.storyId() != null) {
            cluster.storyId = place.storyId();
            stories.put(place.storyId(), cluster);
        }
        return cluster;
    }

    void join(StoryDocument document, Cluster cluster) {
        index.add(document, cluster);
        document.copies().forEach(copy -> copy.cluster = cluster);
        received(document, cluster);
        name(cluster);
        placed.accept(document);
        document.copies().forEach(placed);
        touch(cluster);
    }

    void follow(StoryDocument copy, StoryDocument original) {
        Cluster cluster = original.cluster;
        if (cluster == null) {
            throw new IllegalStateException(original.id + " stands nowhere, " + copy.id + " cannot follow it");
        }
        original.addCopy(copy);
        copy.cluster = cluster;
        received(copy, cluster);
        name(cluster);
        placed.accept(copy);
        touch(cluster);
    }

    void leave(StoryDocument document, Cluster cluster) {
        index.remove(document, cluster);
        touch(cluster);
    }

    /// Ends a story that has no article any more.
    ///
    /// @param movedTo where its last article went; absent where that was withdrawn
    void closeIfEmpty(Cluster cluster, @Nullable Cluster movedTo) {
        if (cluster.members.isEmpty()) {
            close(cluster);
            if (cluster.storyId != null) {
                endedIds.add(cluster.storyId);
                ended.add(new EndedStory(cluster.storyId, movedTo == null ? null : movedTo.storyId));
            }
        }
    }

    /// Closes a cluster of which nothing more is to be said.
    void forget(Cluster cluster) {
        close(cluster);
        if (cluster.storyId != null) {
            ended.add(new EndedStory(cluster.storyId, null));
        }
    }

    /// The cluster that is longest without news, where that is too long or there are too many articles.
    @Nullable
    Cluster nextClosed(int articles) {
        while (!closings.isEmpty()) {
            Closing closing = closings.peek();
            Cluster cluster = closing.cluster();
            if (clusters.get(cluster.number) != cluster) {
                closings.remove();
            } else if (cluster.receivedAt > closing.receivedAt()) {
                closings.remove();
                closings.add(new Closing(cluster.receivedAt, cluster));
            } else {
                boolean old = closing.receivedAt() < latest - limits.window().toMillis();
                return old || articles > limits.mostArticles() ? cluster : null;
            }
        }
        return null;
    }

    /// The oldest articles of stories that have too many.
    List<StoryDocument> surplus() {
        var surplus = new ArrayList<StoryDocument>();
        for (Cluster cluster : crowded) {
            cluster.members.stream()
                    .sorted()
                    .limit(Math.max(0, cluster.members.size() - limits.articlesPerStory()))
                    .forEach(surplus::add);
        }
        crowded.clear();
        return surplus;
    }

    void touch(Cluster cluster) {
        if (cluster.storyId != null) {
            touched.add(cluster.storyId);
        }
    }

    void keepEnded(String storyId) {
        endedIds.add(storyId);
    }

    void forgetEnded(String storyId) {
        endedIds.remove(storyId);
    }

    StoryChanges drain(Set<String> articles) {
        touched.retainAll(stories.keySet());
        var changes = new StoryChanges(articles, new LinkedHashSet<>(touched), List.copyOf(ended));
        touched.clear();
        ended.clear();
        return changes;
    }

    private Cluster open(long number, @Nullable String splitFrom) {
        var cluster = new Cluster(number);
        cluster.splitFrom = splitFrom;
        next = Math.max(next, number + 1);
        clusters.put(number, cluster);
        index.open(cluster);
        return cluster;
    }

    private void close(Cluster cluster) {
        clusters.remove(cluster.number);
        index.close(cluster);
        if (cluster.storyId != null) {
            stories.remove(cluster.storyId);
        }
    }

    private void received(StoryDocument document, Cluster cluster) {
        latest = Math.max(latest, document.receivedAt);
        if (cluster.receivedAt == Cluster.NEVER) {
            closings.add(new Closing(document.receivedAt, cluster));
        }
        cluster.receivedAt = Math.max(cluster.receivedAt, document.receivedAt);
        if (cluster.members.size() > limits.articlesPerStory()) {
            crowded.add(cluster);
        }
    }

    /// Gives a cluster of two its id: that of the article that happened first, unless another story has it.
    private void name(Cluster cluster) {
        if (cluster.storyId != null || cluster.articles().limit(2).count() < 2) {
            return;
        }
        List<StoryDocument> inOrder = cluster.articles().sorted().toList();
        String id = inOrder.stream()
                .map(document -> STORY + document.id)
                .filter(candidate -> !stories.containsKey(candidate) && !endedIds.contains(candidate))
                .findFirst()
                .orElseGet(() -> STORY + inOrder.getFirst().id + "~" + cluster.number);
        cluster.storyId = id;
        stories.put(id, cluster);
        inOrder.forEach(placed);
    }
}
