package org.copyflow.formats;

import java.util.List;

/// A pushed document, read: who it is, and the articles it holds in reading order.
public record SourceDocument(ItemIdentity identity, List<SourceArticle> articles) {

    public SourceDocument {
        articles = List.copyOf(articles);
    }
}
