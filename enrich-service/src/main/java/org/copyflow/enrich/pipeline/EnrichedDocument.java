package org.copyflow.enrich.pipeline;

import java.util.List;
import org.copyflow.events.article.Article;
import org.copyflow.formats.ItemIdentity;

/// What enrichment makes of a document.
public sealed interface EnrichedDocument {

    /// It was read.
    ///
    /// @param identity who the item says it is
    /// @param articles its articles, at least one, in reading order
    record Read(ItemIdentity identity, List<Article> articles) implements EnrichedDocument {
        public Read {
            articles = List.copyOf(articles);
        }
    }

    /// It cannot be read.
    ///
    /// @param code stable, as `unknown-media-type`
    /// @param message what was tried, on what, where, and what to do
    record Unreadable(String code, String message) implements EnrichedDocument {}
}
