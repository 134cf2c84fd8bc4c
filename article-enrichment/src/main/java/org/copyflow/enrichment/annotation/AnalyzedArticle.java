package org.copyflow.enrichment.annotation;

import java.util.List;
import org.copyflow.enrichment.text.AnalyzedText;
import org.copyflow.events.article.Block;
import org.copyflow.formats.SourceArticle;

/// A clean article with its analyzed text.
///
/// @param source what the reader gave: title, bylines, captions …
/// @param body the paragraphs joined by a blank line, analyzed
/// @param blocks the stretches of the body's text
public record AnalyzedArticle(SourceArticle source, AnalyzedText body, List<Block> blocks) {

    public AnalyzedArticle {
        blocks = List.copyOf(blocks);
    }
}
