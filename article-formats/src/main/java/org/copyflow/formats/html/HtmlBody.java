package org.copyflow.formats.html;

import java.util.List;
import org.copyflow.formats.TextBlock;
import org.copyflow.formats.html.body.TextBlocks;
import org.copyflow.formats.html.page.PageOutline;
import org.jsoup.nodes.Element;

/// Text blocks of an HTML fragment that is an article's body already, as feeds and ninjs carry it. Nothing is left out
/// but what is never text (scripts, pictures, forms). Thread-safe.
public final class HtmlBody {

    private HtmlBody() {}

    /// @param fragment HTML without a page around it; plain text is one paragraph
    /// @throws org.copyflow.formats.UnreadableDocumentException where it is beyond the limits
    public static List<TextBlock> blocks(String fragment) {
        return blocks(HtmlTree.ofFragment(fragment).body());
    }

    /// The same of elements that are parsed already.
    public static List<TextBlock> blocks(Element root) {
        return TextBlocks.of(PageOutline.of(root).blocks());
    }
}
