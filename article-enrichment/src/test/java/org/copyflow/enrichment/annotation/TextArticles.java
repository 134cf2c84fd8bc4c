package org.copyflow.enrichment.annotation;

import java.util.ArrayList;
import java.util.List;
import org.copyflow.enrichment.text.TextAnalyzer;
import org.copyflow.events.article.Block;
import org.copyflow.formats.SourceArticle;
import org.jspecify.annotations.Nullable;

/// Articles for tests, from plain paragraphs.
public final class TextArticles {

    private TextArticles() {}

    /// An article without a title; paragraphs are parted by an empty line.
    public static AnalyzedArticle of(String text) {
        return of(null, text);
    }

    /// An article; paragraphs are parted by an empty line, one that begins with `# ` is a heading.
    public static AnalyzedArticle of(@Nullable String title, String text) {
        List<Block> blocks = new ArrayList<>();
        int start = 0;
        for (String paragraph : text.split("\n\n", -1)) {
            boolean heading = paragraph.startsWith("# ");
            blocks.add(new Block(
                    heading ? Block.Type.HEADING : Block.Type.PARAGRAPH,
                    start + (heading ? 2 : 0),
                    start + paragraph.length()));
            start += paragraph.length() + 2;
        }
        SourceArticle source = SourceArticle.builder().title(title).build();
        return new AnalyzedArticle(source, new TextAnalyzer().analyze(text, blocks, null), blocks);
    }
}
