package org.copyflow.enrich.annotation;

import java.util.ArrayList;
import java.util.List;
import org.copyflow.enrich.text.TextAnalyzer;
import org.copyflow.events.article.Block;
import org.copyflow.formats.SourceArticle;

/// Articles for tests, from plain paragraphs.
public final class TextArticles {

    private TextArticles() {}

    /// An article without a title; paragraphs are parted by an empty line.
    public static AnalyzedArticle of(String text) {
        List<Block> blocks = new ArrayList<>();
        int start = 0;
        for (String paragraph : text.split("\n\n", -1)) {
            blocks.add(new Block(Block.Type.PARAGRAPH, start, start + paragraph.length()));
            start += paragraph.length() + 2;
        }
        SourceArticle source = SourceArticle.builder().build();
        return new AnalyzedArticle(source, new TextAnalyzer().analyze(text, blocks, null), blocks);
    }
}
