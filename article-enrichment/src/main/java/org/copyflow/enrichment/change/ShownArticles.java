package org.copyflow.enrichment.change;

import org.copyflow.events.article.Article;
import org.jspecify.annotations.Nullable;

/// What readers saw last of each article of a document.
@FunctionalInterface
public interface ShownArticles {

    /// Readers have seen nothing.
    ShownArticles NONE = _ -> null;

    /// The article as readers saw it last; absent where they saw none, or it is no longer kept.
    @Nullable
    Article shown(String articleId);
}
