package org.copyflow.index.duplicates;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.copyflow.events.article.Sketch;
import org.copyflow.events.story.ArticlePointer;
import org.copyflow.events.story.ArticleRelations;
import org.jspecify.annotations.Nullable;

/// Which of the articles of one language are near-duplicates of which.
///
/// In the order in which they were received, an article is a copy of the first original that it matches, and an
/// original where it matches none. That order decides, not the one in which articles are added here: one that
/// comes late takes the place of those received after it, and where an original goes, its copies find another,
/// or the first of them becomes one. After any history of additions and removals within the window, the
/// originals are those that the articles which are left would have given alone. Only originals are searched; a
/// copy of a copy that does not match the original is one itself.
///
/// Articles leave after the window, an original with the last of its copies, and the oldest where there are too
/// many; how they stood stays. Not thread-safe.
public final class Duplicates {

    private static final int SHOWN_COPIES = 50;

    private final Duration window;
    private final int mostArticles;
    private final Map<String, SketchedArticle> articles = new HashMap<>();
    private final SketchIndex originals = new SketchIndex();
    /// Originals, those that have been without a new copy longest first.
    private final NavigableSet<SketchedArticle> byNewest =
            new TreeSet<>(Comparator.comparing(SketchedArticle::newest).thenComparing(Comparator.naturalOrder()));

    /// @param window how far apart in receipt a copy and its original may be
    /// @param mostArticles how many are kept, the newest
    public Duplicates(Duration window, int mostArticles) {
        this.window = window;
        this.mostArticles = mostArticles;
    }

    /// Whether an article can be compared: one with a sketch of the size that is compared here.
    public static boolean canCompare(Sketch sketch) {
        return sketch.components().length() == SketchedArticle.TEXT_CHARS;
    }

    public int size() {
        return articles.size();
    }

    public boolean holds(String articleId) {
        return articles.containsKey(articleId);
    }

    /// Adds an article, or a new version of it, which keeps the place of the first.
    ///
    /// @return the articles that stand differently now; this one may be among them
    public Collection<String> put(ArticlePointer article, Instant receivedAt, Sketch sketch) {
        var touched = new LinkedHashSet<String>();
        var pending = new TreeSet<SketchedArticle>();
        SketchedArticle before = articles.get(article.articleId());
        Instant first = before == null || receivedAt.isBefore(before.receivedAt) ? receivedAt : before.receivedAt;
        var now = new SketchedArticle(article.articleId(), article.source(), first, sketch);
        if (before != null) {
            takeOut(before, pending, touched);
        }
        articles.put(now.id, now);
        pending.add(now);
        place(pending, touched);
        return touched;
    }

    /// @return the articles that stand differently now; this one is among them where it had copies or was one
    public Collection<String> remove(String articleId) {
        var touched = new LinkedHashSet<String>();
        SketchedArticle article = articles.remove(articleId);
        if (article != null) {
            var pending = new TreeSet<SketchedArticle>();
            takeOut(article, pending, touched);
            place(pending, touched);
        }
        return touched;
    }

    /// Takes up an article as it stood before a restart. Originals must come before their copies.
    public void restore(ArticlePointer article, Instant receivedAt, Sketch sketch, @Nullable String duplicateOf) {
        var kept = new SketchedArticle(article.articleId(), article.source(), receivedAt, sketch);
        articles.put(kept.id, kept);
        SketchedArticle original = duplicateOf == null ? null : articles.get(duplicateOf);
        if (original != null) {
            addCopy(original, kept);
        } else {
            makeOriginal(kept);
        }
    }

    /// Forgets the groups that are older than the window, and the oldest of too many.
    ///
    /// @return the articles that are compared no more
    public Collection<String> expire() {
        var gone = new ArrayList<String>();
        while (articles.size() > mostArticles || isTooOld()) {
            forget(byNewest.first(), gone);
        }
        return gone;
    }

    /// Is a group older than the window, which ends with the newest article?
    private boolean isTooOld() {
        return !byNewest.isEmpty()
                && byNewest.first().newest().isBefore(byNewest.last().newest().minus(window));
    }

    /// How an article stands; absent where it is not known, or is alone.
    public @Nullable ArticleRelations relations(String articleId) {
        SketchedArticle article = articles.get(articleId);
        if (article == null || (article.original == null && article.copies().isEmpty())) {
            return null;
        }
        return new ArticleRelations(
                articleId,
                article.original == null ? null : pointer(article.original),
                article.copies().stream()
                        .limit(SHOWN_COPIES)
                        .map(Duplicates::pointer)
                        .toList(),
                article.copies().size(),
                null);
    }

    /// Lets each pending article find its original, those received first first: what changes for one can change
    /// something only for later ones.
    private void place(NavigableSet<SketchedArticle> pending, Set<String> touched) {
        while (!pending.isEmpty()) {
            SketchedArticle article = pending.removeFirst();
            SketchedArticle original = null;
            var later = new ArrayList<SketchedArticle>();
            for (SketchedArticle other : originals.resembling(article)) {
                if (other != article && isNear(article, other) && article.matches(other)) {
                    if (other.compareTo(article) > 0) {
                        later.add(other);
                    } else if (original == null || other.compareTo(original) < 0) {
                        original = other;
                    }
                }
            }
            if (original != null) {
                takeFromOriginals(article, pending, touched);
                addCopy(original, article);
                touched.add(original.id);
            } else {
                pending.addAll(later);
                makeOriginal(article);
            }
            touched.add(article.id);
        }
    }

    private boolean isNear(SketchedArticle one, SketchedArticle other) {
        return Duration.between(one.receivedAt, other.receivedAt).abs().compareTo(window) <= 0;
    }

    private void makeOriginal(SketchedArticle article) {
        if (article.slot == SketchIndex.NO_SLOT) {
            originals.add(article);
            byNewest.add(article);
        }
    }

    /// Makes an original or a copy neither; copies that lose their original are left pending.
    private void takeOut(SketchedArticle article, NavigableSet<SketchedArticle> pending, Set<String> touched) {
        SketchedArticle original = article.original;
        if (original != null) {
            byNewest.remove(original);
            original.removeCopy(article);
            byNewest.add(original);
            touched.add(original.id);
            touched.add(article.id);
        } else {
            takeFromOriginals(article, pending, touched);
        }
    }

    private void takeFromOriginals(
            SketchedArticle article, NavigableSet<SketchedArticle> pending, Set<String> touched) {
        if (article.slot == SketchIndex.NO_SLOT) {
            return;
        }
        originals.remove(article);
        byNewest.remove(article);
        for (SketchedArticle copy : List.copyOf(article.copies())) {
            article.removeCopy(copy);
            pending.add(copy);
            touched.add(article.id);
        }
    }

    private void addCopy(SketchedArticle original, SketchedArticle copy) {
        byNewest.remove(original);
        original.addCopy(copy);
        byNewest.add(original);
    }

    private void forget(SketchedArticle original, List<String> gone) {
        originals.remove(original);
        byNewest.remove(original);
        articles.remove(original.id);
        gone.add(original.id);
        for (SketchedArticle copy : original.copies()) {
            articles.remove(copy.id);
            gone.add(copy.id);
        }
    }

    private static ArticlePointer pointer(SketchedArticle article) {
        return new ArticlePointer(article.id, article.source);
    }
}
