package org.copyflow.formats.newsml;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.copyflow.events.article.Caption;
import org.copyflow.events.article.LeadImage;
import org.copyflow.formats.TextBlock;
import org.copyflow.formats.fields.FragmentBody;
import org.copyflow.formats.nitf.NitfBody;
import org.copyflow.formats.nitf.NitfRest;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What a newsItem carries to be read: NITF, XHTML, or text.
///
/// @param element where it stands in the content set
/// @param headline the content's own headline, where it has one
/// @param byline the content's own byline
/// @param blocks its text
/// @param captions the texts under its pictures
/// @param leadImage the first picture of NITF on the web
/// @param rest what else NITF says
record InlineContent(
        Element element,
        @Nullable String headline,
        @Nullable String byline,
        List<TextBlock> blocks,
        List<Caption> captions,
        @Nullable LeadImage leadImage,
        Map<String, JsonNode> rest) {

    private static final Set<String> HTML =
            Set.of("html", "body", "div", "section", "article", "p", "main", "span", "ul", "ol", "table", "blockquote");

    /// The first rendition in the set that holds text; absent where none does.
    static @Nullable InlineContent of(@Nullable Element contentSet) {
        if (contentSet == null) {
            return null;
        }
        for (Element inline : contentSet.select("> inlineXML")) {
            Element root = inline.select("nitf").first();
            Map<String, JsonNode> rest = root == null ? Map.of() : NitfRest.fields(root);
            NitfBody nitf = NitfBody.of(inline);
            if (nitf != null) {
                return new InlineContent(
                        inline, nitf.headline(), nitf.byline(), nitf.blocks(), nitf.captions(), nitf.leadImage(), rest);
            }
            Element text = html(inline);
            if (text != null && text.hasText()) {
                return of(inline, FragmentBody.ofTree(text));
            }
        }
        for (Element data : contentSet.select("> inlineData")) {
            boolean readable = !data.hasAttr("encoding") && !data.wholeText().isBlank();
            if (readable) {
                boolean html = data.attr("contenttype").contains("html");
                String text = data.wholeText();
                return of(data, html ? FragmentBody.ofHtml(text) : FragmentBody.ofText(text));
            }
        }
        return null;
    }

    /// The text without the headline, where the text begins with it once more.
    FragmentBody body(@Nullable String title) {
        boolean repeats = blocks.size() > 1 && blocks.getFirst().text().equals(title);
        return new FragmentBody(repeats ? blocks.subList(1, blocks.size()) : blocks, List.of());
    }

    private static InlineContent of(Element element, FragmentBody body) {
        return new InlineContent(element, null, null, body.blocks(), body.captions(), null, Map.of());
    }

    /// The element that is HTML, as against the results of a match or what else may be carried inline.
    private static @Nullable Element html(Element inline) {
        Element body = inline.select("body").first();
        Element first = inline.firstElementChild();
        boolean html = first != null && HTML.contains(first.tagName().toLowerCase(Locale.ROOT));
        return body == null && html ? first : body;
    }
}
