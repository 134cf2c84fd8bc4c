package org.copyflow.index.stories;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All clusters of a language, their stories, and which of them have changed.
final class Clusters {

    private final String story;
    private final StoryLimits limits;
    private final Consumer<StoryDocument> placed;
    private final TermIndex index = new TermIndex();
    private final NavigableMap<Long, Cluster> clusters = new TreeMap<>();
    private final Map<String, Cluster> stories = new HashMap<>();
    private final Set<String> endedIds = new HashSet<>();
    private final Set<String> touched = new LinkedHashSet<>();
    private final List<EndedStory> ended = new ArrayList<>();
    private final Set<Cluster> crowded = new LinkedHashSet<>();
    /// All clusters, those longest without news first.
    private final NavigableSet<Cluster> byNewest = new TreeSet<>(
            Comparator.comparingLong((Cluster cluster) -> cluster.receivedAt).thenComparing(cluster -> cluster.number));

    /// @param language in the ids of its stories: an article may begin one here and, once its language is another,
    ///     one there
    /// @param placed is told of each article that stands in another place
    Clusters(String language, StoryLimits limits, Consumer<StoryDocument> placed) {
        story = "story:" + language + ":";
        this.limits = limits;
        this.placed = placed;
    }

    int[] hold(List<String> terms) {
        return index.hold(terms);
    }

    void release(StoryDocument document) {
        index.release(document.terms);
    }

    /// Whether the article is clustered by the same as before.
    boolean isClusteredBy(StoryDocument document, StoryText text) {
        return document.at == text.at().toEpochMilli()
                && index.areTerms(document.terms, text.terms())
                && Arrays.equals(document.vector, text.vector());
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
        return open(clusters.isEmpty() ? 0 : clusters.lastKey() + 1, splitFrom);
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
        gone(document, cluster);
        touch(cluster);
    }

    /// Takes a copy from its original.
    void leave(StoryDocument copy, StoryDocument original) {
        original.removeCopy(copy);
        Cluster cluster = Objects.requireNonNull(original.cluster);
        gone(copy, cluster);
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
        if (byNewest.isEmpty()) {
            return null;
        }
        Cluster quietest = byNewest.first();
        boolean old = quietest.receivedAt
                < byNewest.last().receivedAt - limits.window().toMillis();
        return old || articles > limits.mostArticles() ? quietest : null;
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
        clusters.put(number, cluster);
        byNewest.add(cluster);
        index.open(cluster);
        return cluster;
    }

    private void close(Cluster cluster) {
        clusters.remove(cluster.number);
        byNewest.remove(cluster);
        index.close(cluster);
        if (cluster.storyId != null) {
            stories.remove(cluster.storyId);
        }
    }

    private void received(StoryDocument document, Cluster cluster) {
        setNewest(cluster, Math.max(cluster.receivedAt, document.newest()));
        if (cluster.members.size() > limits.articlesPerStory()) {
            crowded.add(cluster);
        }
    }

    private void gone(StoryDocument document, Cluster cluster) {
        if (document.newest() == cluster.receivedAt) {
            setNewest(
                    cluster,
                    cluster.members.stream()
                            .mapToLong(StoryDocument::newest)
                            .max()
                            .orElse(Cluster.NEVER));
        }
    }

    private void setNewest(Cluster cluster, long receivedAt) {
        byNewest.remove(cluster);
        cluster.receivedAt = receivedAt;
        byNewest.add(cluster);
    }

    /// Gives a cluster of two its id: that of the article that happened first, unless another story has it.
    private void name(Cluster cluster) {
        if (cluster.storyId != null || cluster.articles().limit(2).count() < 2) {
            return;
        }
        List<StoryDocument> inOrder = cluster.articles().sorted().toList();
        Stream<String> others = IntStream.iterate(2, number -> number + 1)
                .mapToObj(number -> story + inOrder.getFirst().id + "~" + number);
        String id = Stream.concat(inOrder.stream().map(document -> story + document.id), others)
                .filter(candidate -> !stories.containsKey(candidate) && !endedIds.contains(candidate))
                .findFirst()
                .orElseThrow();
        cluster.storyId = id;
        stories.put(id, cluster);
        inOrder.forEach(placed);
    }
}
