package org.copyflow.formats.html.body;

import java.util.ArrayList;
import java.util.List;
import org.copyflow.events.article.Block;
import org.copyflow.formats.TextBlock;
import org.copyflow.formats.html.page.Box;
import org.copyflow.formats.html.page.PageBlock;
import org.copyflow.formats.html.page.TagKind;

/// Turns a page's blocks into an article's: typed, with the lines of one element joined again.
public final class TextBlocks {

    private TextBlocks() {}

    public static List<TextBlock> of(List<PageBlock> blocks) {
        var texts = new ArrayList<TextBlock>(blocks.size());
        int i = 0;
        while (i < blocks.size()) {
            PageBlock first = blocks.get(i);
            var text = new StringBuilder(first.text());
            for (i++; i < blocks.size() && goesOn(first, blocks.get(i)); i++) {
                text.append(' ').append(blocks.get(i).text());
            }
            texts.add(new TextBlock(typeOf(first.box()), text.toString()));
        }
        return texts;
    }

    private static boolean goesOn(PageBlock first, PageBlock next) {
        return next.afterLineBreak()
                && next.box() == first.box()
                && (first.box().kind().isHeading() || next.words() < 0);
    }

    private static Block.Type typeOf(Box inner) {
        Block.Type type = Block.Type.PARAGRAPH;
        for (Box box = inner; box != null; box = box.parent()) {
            TagKind kind = box.kind();
            if (kind.isHeading()) {
                return Block.Type.HEADING;
            } else if (kind == TagKind.QUOTE) {
                return Block.Type.QUOTE;
            } else if (kind == TagKind.LIST_ITEM && box.depth() + 1 >= inner.depth()) {
                type = Block.Type.LIST_ITEM;
            }
        }
        return type;
    }
}
