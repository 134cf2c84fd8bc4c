package org.copyflow.index.query;

import org.copyflow.events.article.Article;
import org.copyflow.events.story.ArticleRelations;
import org.copyflow.index.instances.StoresUnavailableException;
import org.jspecify.annotations.Nullable;

/// The newest version of each article. Thread-safe.
public interface ArticleStore {

    /// @return absent where there never was one; of one that was withdrawn, its identity with the status `canceled`
    /// @throws StoresUnavailableException where that cannot be said now
    @Nullable
    Article article(String articleId);

    /// What the article has to do with others.
    ///
    /// @return absent where it stands alone, as far as is known, or is not shown
    /// @throws StoresUnavailableException where that cannot be said now
    default @Nullable ArticleRelations relations(String articleId) {
        return null;
    }
}
