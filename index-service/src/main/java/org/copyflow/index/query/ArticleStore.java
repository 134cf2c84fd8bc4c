package org.copyflow.index.query;

import org.copyflow.events.article.Article;
import org.jspecify.annotations.Nullable;

/// The newest version of each article that may be used. Thread-safe.
public interface ArticleStore {

    /// @return absent where there is none, or it was withdrawn
    /// @throws StoresUnavailableException where that cannot be said now
    @Nullable
    Article article(String articleId);
}
