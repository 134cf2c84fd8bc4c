package org.copyflow.formats;

import java.util.List;

/// A pushed document, read: who it is, and the articles it holds in reading order.
///
/// @param warnings what is wrong with the document and left it readable, a sentence each
public record SourceDocument(ItemIdentity identity, List<SourceArticle> articles, List<String> warnings) {

    public SourceDocument {
        articles = List.copyOf(articles);
        warnings = List.copyOf(warnings);
    }

    public SourceDocument(ItemIdentity identity, List<SourceArticle> articles) {
        this(identity, articles, List.of());
    }
}
