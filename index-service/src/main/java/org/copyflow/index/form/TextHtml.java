package org.copyflow.index.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.Block;

/// An article's text as HTML: a few elements of ours, without attributes, around text that is escaped.
public final class TextHtml {

    private TextHtml() {}

    public static String of(Article article) {
        var html = new StringBuilder();
        boolean inList = false;
        for (Block block : covering(article)) {
            String text = article.text().substring(block.start(), block.end());
            if (text.isBlank()) {
                continue;
            }
            boolean isItem = block.type() == Block.Type.LIST_ITEM;
            if (isItem != inList) {
                html.append(isItem ? "<ul>\n" : "</ul>\n");
                inList = isItem;
            }
            html.append(element(block.type(), lines(text.strip()))).append('\n');
        }
        return html.append(inList ? "</ul>\n" : "").toString();
    }

    /// The blocks in order, with paragraphs where none covers the text, so that no text is left out.
    public static List<Block> covering(Article article) {
        var covering = new ArrayList<Block>();
        int covered = 0;
        List<Block> inOrder = article.blocks().stream()
                .sorted(Comparator.comparingInt(Block::start))
                .toList();
        for (Block block : inOrder) {
            int start = Math.max(block.start(), covered);
            int end = Math.min(block.end(), article.text().length());
            if (start < end) {
                covering.add(new Block(Block.Type.PARAGRAPH, covered, start));
                covering.add(new Block(block.type(), start, end));
                covered = end;
            }
        }
        covering.add(new Block(Block.Type.PARAGRAPH, covered, article.text().length()));
        return covering;
    }

    /// Text that HTML takes for nothing else, in elements and in attributes.
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String lines(String text) {
        return escaped(text).replace("\n", "<br>");
    }

    private static String element(Block.Type type, String html) {
        return switch (type) {
            case HEADING -> "<h2>" + html + "</h2>";
            case PARAGRAPH -> "<p>" + html + "</p>";
            case LIST_ITEM -> "<li>" + html + "</li>";
            case QUOTE -> "<blockquote><p>" + html + "</p></blockquote>";
        };
    }
}
