package org.copyflow.index.stream;

import java.util.LinkedHashMap;
import java.util.Map;
import org.copyflow.events.article.Article;
import org.copyflow.events.story.ArticleDigest;
import org.copyflow.index.store.IndexedArticle;
import org.jspecify.annotations.Nullable;

/// What an article is compared by.
final class DigestOf {

    private static final String NO_LANGUAGE = "und";

    private DigestOf() {}

    /// What a new version changes for the articles of which languages, in the order in which they must learn it.
    ///
    /// @param before what was shown; absent for a new article
    /// @param after what is shown now; absent where the article is withdrawn
    static Map<String, ArticleDigest> changes(@Nullable IndexedArticle before, @Nullable IndexedArticle after) {
        var changes = new LinkedHashMap<String, ArticleDigest>();
        if (before != null && (after == null || !language(before).equals(language(after)))) {
            changes.put(language(before), gone(before.article()));
        }
        if (after != null) {
            ArticleDigest digest = of(after.article());
            if (before == null || !changes.isEmpty() || !digest.equals(of(before.article()))) {
                changes.put(language(after), digest);
            }
        }
        return changes;
    }

    private static ArticleDigest of(Article article) {
        return new ArticleDigest(article.id(), true, article.source(), article.receivedAt(), article.sketch());
    }

    private static ArticleDigest gone(Article article) {
        return new ArticleDigest(article.id(), false, article.source(), article.receivedAt(), null);
    }

    private static String language(IndexedArticle indexed) {
        String language = indexed.article().language();
        return language == null ? NO_LANGUAGE : language;
    }
}
