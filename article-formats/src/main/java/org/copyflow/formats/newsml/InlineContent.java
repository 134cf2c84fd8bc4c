package org.copyflow.formats.newsml;

import java.util.ArrayList;
import java.util.List;
import org.copyflow.events.article.Caption;
import org.copyflow.formats.TextBlock;
import org.copyflow.formats.fields.FragmentBody;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/// What a newsItem carries to be read: NITF, XHTML, or text.
///
/// @param headline the content's own headline, where it has one
/// @param byline the content's own byline
/// @param blocks its text
/// @param captions the texts under its pictures
record InlineContent(
        @Nullable String headline, @Nullable String byline, List<TextBlock> blocks, List<Caption> captions) {

    /// The first rendition in the set that holds text; absent where none does.
    static @Nullable InlineContent of(@Nullable Element contentSet) {
        if (contentSet == null) {
            return null;
        }
        for (Element inline : contentSet.select("> inlineXML")) {
            Element nitf = inline.select("body\\.content").first();
            Element page = inline.select("body").first();
            if (nitf != null) {
                return nitf(inline, nitf);
            }
            Element text = page == null ? inline.firstElementChild() : page;
            if (text != null && text.hasText()) {
                return ofBody(null, null, FragmentBody.ofTree(text), List.of());
            }
        }
        for (Element data : contentSet.select("> inlineData")) {
            boolean readable = !data.hasAttr("encoding") && !data.wholeText().isBlank();
            if (readable) {
                boolean html = data.attr("contenttype").contains("html");
                String text = data.wholeText();
                return ofBody(null, null, html ? FragmentBody.ofHtml(text) : FragmentBody.ofText(text), List.of());
            }
        }
        return null;
    }

    /// The text without the headline, where the text begins with it once more.
    FragmentBody body(@Nullable String title) {
        boolean repeats = blocks.size() > 1 && blocks.getFirst().text().equals(title);
        return new FragmentBody(repeats ? blocks.subList(1, blocks.size()) : blocks, List.of());
    }

    private static InlineContent ofBody(
            @Nullable String headline, @Nullable String byline, FragmentBody body, List<Caption> captions) {
        var all = new ArrayList<Caption>(captions);
        all.addAll(body.captions());
        return new InlineContent(headline, byline, body.blocks(), List.copyOf(all));
    }

    /// NITF names its parts; below `body.content` its blocks, headings and media become what HTML calls them.
    private static InlineContent nitf(Element inline, Element content) {
        var captions = new ArrayList<Caption>();
        for (Element media : content.select("media")) {
            Element caption = media.select("media-caption").first();
            Element producer = media.select("media-producer").first();
            if (caption != null && caption.hasText()) {
                captions.add(new Caption(
                        caption.text().strip(),
                        producer == null ? null : producer.text().strip()));
            }
            media.remove();
        }
        content.select("block, body\\.content").forEach(block -> block.tagName("div"));
        content.select("hl1, hl2, hedline").forEach(heading -> heading.tagName("h2"));
        return ofBody(text(inline, "hedline > hl1"), byline(inline), FragmentBody.ofTree(content), captions);
    }

    private static @Nullable String byline(Element inline) {
        Element byline = inline.select("body\\.head > byline").first();
        if (byline == null) {
            return null;
        }
        byline.select("byttl").forEach(title -> title.replaceWith(new TextNode(", " + title.text())));
        return byline.hasText() ? byline.text().strip() : null;
    }

    private static @Nullable String text(Element root, String path) {
        Element found = root.select(path).first();
        return found == null || !found.hasText() ? null : found.text().strip();
    }
}
