package org.copyflow.index.stories;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The stories of one language, told as articles come.
///
/// An article joins the cluster that it fits best by the [StoryModel], or begins one. It is looked at again when
/// 50 and when 500 others have come after it, with what is known by then: it may go elsewhere, which merges a
/// story whose last article goes, and splits one whose article begins another. A cluster becomes a story with
/// its second article, copies of the first included, and takes its id from the one of them that happened first.
/// The same calls in the same order give the same stories and ids. Not thread-safe.
public final class Stories {

    private static final int[] LOOKS_AFTER = {50, 500};

    private final StoryModel model;
    private final Map<String, StoryDocument> documents = new HashMap<>();
    /// The same, in the order in which they came. Numbers go on from the last one that is left: all that is known
    /// follows from the articles that are kept, so that a restart changes nothing.
    private final NavigableMap<Long, StoryDocument> arrivals = new TreeMap<>();
    private final Clusters clusters;
    private final Set<String> touchedArticles = new LinkedHashSet<>();

    public Stories(String language, StoryModel model, StoryLimits limits) {
        this.model = model;
        clusters = new Clusters(language, limits, this::touch);
    }

    /// How many articles are in clusters.
    public int size() {
        return documents.size();
    }

    public boolean holds(String articleId) {
        return documents.containsKey(articleId);
    }

    /// Adds an article, or a new version of it, which is a new arrival where what it is clustered by has changed.
    ///
    /// @param originalId of which article it is a copy; one that is not known here counts as none
    public void put(StoryText text, @Nullable String originalId) {
        StoryDocument before = documents.get(text.articleId());
        StoryDocument original = original(originalId);
        if (before != null && before.original == original && clusters.isClusteredBy(before, text)) {
            clusters.touch(Objects.requireNonNull(before.cluster));
            return;
        }
        List<StoryDocument> copies = before == null ? List.of() : List.copyOf(before.copies());
        Cluster left = before == null ? null : takeOut(before);
        StoryDocument document = keep(text, arrivals.isEmpty() ? 0 : arrivals.lastKey() + 1);
        if (original == null) {
            clusters.join(document, choose(document, left));
            copies.forEach(copy -> clusters.follow(copy, document));
        } else {
            clusters.follow(document, original);
            copies.forEach(copy -> clusters.follow(copy, original));
        }
        if (left != null) {
            clusters.closeIfEmpty(left, document.cluster);
        }
        lookAgain();
    }

    /// Takes an article out. Copies of it that are still here stay where they are, as articles of their own.
    public void remove(String articleId) {
        StoryDocument document = documents.get(articleId);
        if (document != null) {
            List<StoryDocument> copies = List.copyOf(document.copies());
            Cluster left = takeOut(document);
            copies.forEach(copy -> clusters.join(copy, left));
            clusters.closeIfEmpty(left, null);
        }
    }

    /// Takes up an article as it stood before a restart. Originals must come before their copies.
    public void restore(StoryText text, StoryPlace place) {
        StoryDocument document = keep(text, place.arrival());
        StoryDocument original = original(place.copyOf());
        if (original == null) {
            clusters.join(document, clusters.restored(place));
        } else {
            clusters.follow(document, original);
        }
    }

    /// Forgets the stories that are closed, those longest without news where there are too many articles, and
    /// the oldest articles of those that have too many.
    ///
    /// @return the articles that are clustered no more; what was said of them stays
    public Collection<String> expire() {
        var gone = new ArrayList<String>();
        for (StoryDocument document : clusters.surplus()) {
            clusters.leave(document, Objects.requireNonNull(document.cluster));
            forget(document, gone);
        }
        for (Cluster cluster = clusters.nextClosed(documents.size());
                cluster != null;
                cluster = clusters.nextClosed(documents.size())) {
            for (StoryDocument document : List.copyOf(cluster.members)) {
                clusters.leave(document, cluster);
                forget(document, gone);
            }
            clusters.forget(cluster);
        }
        return gone;
    }

    /// Says that a story of this id has ended, so that no other takes its id.
    public void keepEnded(String storyId) {
        clusters.keepEnded(storyId);
    }

    public void forgetEnded(String storyId) {
        clusters.forgetEnded(storyId);
    }

    /// Where an article stands; absent where it is not known.
    public @Nullable StoryPlace place(String articleId) {
        StoryDocument document = documents.get(articleId);
        if (document == null) {
            return null;
        }
        Cluster cluster = Objects.requireNonNull(document.cluster);
        String copyOf = document.original == null ? null : document.original.id;
        return new StoryPlace(document.arrival, cluster.number, copyOf, cluster.storyId, cluster.splitFrom);
    }

    /// The ids of all stories.
    public Set<String> storyIds() {
        return clusters.storyIds();
    }

    /// The story that a story's first article was in before; absent where it began by itself.
    public @Nullable String splitFrom(String storyId) {
        Cluster cluster = clusters.ofStory(storyId);
        return cluster == null ? null : cluster.splitFrom;
    }

    /// The ids of a story's articles, in the order in which they happened; none where it has ended.
    public List<String> articles(String storyId) {
        Cluster cluster = clusters.ofStory(storyId);
        return cluster == null
                ? List.of()
                : cluster.articles().sorted().map(document -> document.id).toList();
    }

    /// What has changed since the last call.
    public StoryChanges drain() {
        var articles = new LinkedHashSet<>(touchedArticles);
        touchedArticles.clear();
        return clusters.drain(articles);
    }

    private StoryDocument keep(StoryText text, long arrival) {
        var document = new StoryDocument(text, arrival, clusters.hold(text.terms()));
        documents.put(document.id, document);
        arrivals.put(arrival, document);
        return document;
    }

    private @Nullable StoryDocument original(@Nullable String originalId) {
        StoryDocument original = originalId == null ? null : documents.get(originalId);
        return original == null || original.original == null ? original : original.original;
    }

    /// The cluster that it fits best, or a new one; the one that it left, where that would be empty without it.
    private Cluster choose(StoryDocument document, @Nullable Cluster left) {
        double best = model.ofNew(document, documents.size());
        Cluster chosen = null;
        for (Cluster cluster : clusters.sharing(document)) {
            double score = model.score(document, cluster, best);
            if (score > best || (chosen != null && score == best && cluster.number < chosen.number)) {
                best = score;
                chosen = cluster;
            }
        }
        if (chosen != null) {
            return chosen;
        }
        return left != null && left.members.isEmpty() ? left : clusters.open(left == null ? null : left.storyId);
    }

    private void lookAgain() {
        for (int after : LOOKS_AFTER) {
            StoryDocument document = arrivals.get(arrivals.lastKey() - after);
            if (document != null && document.original == null) {
                Cluster from = Objects.requireNonNull(document.cluster);
                clusters.leave(document, from);
                Cluster to = choose(document, from);
                clusters.join(document, to);
                clusters.closeIfEmpty(from, to);
            }
        }
    }

    /// Its copies are left without an original, in the cluster that it leaves.
    private Cluster takeOut(StoryDocument document) {
        Cluster cluster = Objects.requireNonNull(document.cluster);
        documents.remove(document.id);
        arrivals.remove(document.arrival);
        if (document.original == null) {
            clusters.leave(document, cluster);
            List.copyOf(document.copies()).forEach(document::removeCopy);
        } else {
            clusters.leave(document, document.original);
        }
        clusters.release(document);
        touchedArticles.add(document.id);
        return cluster;
    }

    private void forget(StoryDocument document, List<String> gone) {
        var all = new HashSet<>(document.copies());
        all.add(document);
        for (StoryDocument article : all) {
            documents.remove(article.id);
            arrivals.remove(article.arrival);
            clusters.release(article);
            gone.add(article.id);
        }
    }

    private void touch(StoryDocument document) {
        touchedArticles.add(document.id);
    }
}
