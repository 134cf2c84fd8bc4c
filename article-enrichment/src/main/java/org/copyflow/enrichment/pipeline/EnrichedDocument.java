package org.copyflow.enrichment.pipeline;

import java.util.List;
import java.util.Map;
import org.copyflow.events.article.Article;
import org.copyflow.formats.ItemIdentity;

/// What enrichment makes of a document.
public sealed interface EnrichedDocument {

    /// It was read.
    ///
    /// @param identity who the item says it is
    /// @param articles its articles, at least one, in reading order
    /// @param evidence for each article, in the same order, the signal that each of its fields was taken from
    /// @param warnings what is wrong with the document and left it readable, a sentence each
    record Read(
            ItemIdentity identity, List<Article> articles, List<Map<String, String>> evidence, List<String> warnings)
            implements EnrichedDocument {
        public Read {
            articles = List.copyOf(articles);
            evidence = List.copyOf(evidence);
            warnings = List.copyOf(warnings);
        }
    }

    /// It cannot be read.
    ///
    /// @param code stable, as `unknown-media-type`
    /// @param message what was tried, on what, where, and what to do
    record Unreadable(String code, String message) implements EnrichedDocument {}
}
