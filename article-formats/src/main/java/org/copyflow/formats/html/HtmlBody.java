package org.copyflow.formats.html;

import java.util.List;
import org.copyflow.formats.TextBlock;
import org.copyflow.formats.html.body.TextBlocks;
import org.copyflow.formats.html.page.PageOutline;

/// Text blocks of an HTML fragment that is an article's body already, as feeds and ninjs carry it. Nothing is left out
/// but what is never text (scripts, pictures, forms). Thread-safe.
public final class HtmlBody {

    private HtmlBody() {}

    /// @param fragment HTML without a page around it; plain text is one paragraph
    /// @throws org.copyflow.formats.UnreadableDocumentException where it is beyond the limits
    public static List<TextBlock> blocks(String fragment) {
        var page = PageOutline.of(HtmlTree.ofFragment(fragment).body());
        return TextBlocks.of(page.blocks());
    }
}
