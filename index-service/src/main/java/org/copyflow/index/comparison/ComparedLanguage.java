package org.copyflow.index.comparison;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.streams.state.KeyValueStore;
import org.copyflow.events.article.Sketch;
import org.copyflow.events.story.ArticleDigest;
import org.copyflow.events.story.ArticlePointer;
import org.copyflow.events.story.ArticleRelations;
import org.copyflow.index.duplicates.Duplicates;
import org.copyflow.index.store.ComparedArticle;
import org.copyflow.index.stories.Stories;
import org.copyflow.index.stories.StoryModel;
import org.copyflow.index.stories.StoryPlace;
import org.copyflow.index.stories.StoryText;
import org.jspecify.annotations.Nullable;

/// The articles of one language: which are copies of which, and in which story each is. A copy goes where its
/// original goes.
final class ComparedLanguage {

    private final Duplicates duplicates;
    private final Stories stories;
    private final KeyValueStore<String, ComparedArticle> compared;
    private final TitleVectors vectors;

    /// @param compared what is kept of each article, which gets a vector where it needs one
    ComparedLanguage(
            String language,
            ComparisonLimits limits,
            KeyValueStore<String, ComparedArticle> compared,
            TitleVectors vectors) {
        duplicates = new Duplicates(limits.duplicateWindow(), limits.comparedArticles());
        stories = new Stories(language, StoryModel.of(language), limits.stories());
        this.compared = compared;
        this.vectors = vectors;
    }

    Stories stories() {
        return stories;
    }

    /// Adds an article, which is kept already, or a new version of it.
    ///
    /// @return the articles that stand differently as copies; this one among them
    Set<String> put(ComparedArticle article) {
        ArticleDigest digest = article.digest();
        var touched = new LinkedHashSet<String>();
        Sketch sketch = digest.sketch();
        if (sketch != null && Duplicates.canCompare(sketch)) {
            touched.addAll(duplicates.put(pointer(digest), article.firstReceivedAt(), sketch));
        } else {
            touched.addAll(duplicates.remove(digest.articleId()));
        }
        touched.add(digest.articleId());
        tellStories(touched);
        return touched;
    }

    /// @return the articles that stand differently as copies; this one among them
    Set<String> remove(String articleId) {
        var touched = new LinkedHashSet<>(duplicates.remove(articleId));
        touched.remove(articleId);
        stories.remove(articleId);
        tellStories(touched);
        touched.add(articleId);
        return touched;
    }

    /// Takes up an article as it stood before a restart. Originals must come before their copies.
    void restore(ComparedArticle article) {
        ArticleDigest digest = article.digest();
        Sketch sketch = digest.sketch();
        if (sketch != null && Duplicates.canCompare(sketch)) {
            duplicates.restore(pointer(digest), article.firstReceivedAt(), sketch, article.duplicateOf());
        }
        if (article.place() != null) {
            stories.restore(text(article), article.place());
        }
    }

    /// What an article has to do with others; absent where it stands alone.
    @Nullable
    ArticleRelations relations(ComparedArticle before) {
        String articleId = before.digest().articleId();
        ArticleRelations copies = duplicates.holds(articleId) || !stories.holds(articleId)
                ? duplicates.relations(articleId)
                : before.relations();
        StoryPlace place = stories.place(articleId);
        String story = place == null ? null : place.storyId();
        if (copies == null) {
            return story == null ? null : ArticleRelations.none(articleId).in(story);
        }
        return copies.in(story);
    }

    /// Forgets articles that are compared no more. Of one that is still compared for copies alone, or for stories
    /// alone, that is kept, or a restart would compare it for both again.
    void expire() {
        Stream.concat(duplicates.expire().stream(), stories.expire().stream()).forEach(articleId -> {
            ComparedArticle article = compared.get(articleId);
            boolean copies = duplicates.holds(articleId);
            boolean told = stories.holds(articleId);
            if (article != null && (copies || told)) {
                compared.put(articleId, article.compared(copies, told));
            } else {
                compared.delete(articleId);
            }
        });
    }

    /// Originals first, so that copies find them.
    private void tellStories(Collection<String> touched) {
        List<ComparedArticle> changed = touched.stream()
                .map(compared::get)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(article -> original(article) != null))
                .toList();
        for (ComparedArticle article : changed) {
            String original = original(article);
            stories.put(text(original == null ? withVector(article) : article), original);
        }
    }

    private ComparedArticle withVector(ComparedArticle article) {
        if (article.vector() != null) {
            return article;
        }
        byte[] vector = vectors.of(article.language(), article.digest().title());
        if (vector == null) {
            return article;
        }
        ComparedArticle with = article.with(vector);
        compared.put(article.digest().articleId(), with);
        return with;
    }

    private @Nullable String original(ComparedArticle article) {
        ArticleRelations relations = duplicates.relations(article.digest().articleId());
        return relations == null || relations.duplicateOf() == null
                ? null
                : relations.duplicateOf().articleId();
    }

    private static StoryText text(ComparedArticle article) {
        ArticleDigest digest = article.digest();
        return new StoryText(
                digest.articleId(), digest.at(), article.firstReceivedAt(), digest.terms(), article.vector());
    }

    private static ArticlePointer pointer(ArticleDigest digest) {
        return new ArticlePointer(digest.articleId(), digest.source());
    }
}
