package org.copyflow.formats.nitf;

import java.util.ArrayList;
import java.util.List;
import org.copyflow.events.article.Caption;
import org.copyflow.events.article.LeadImage;
import org.copyflow.formats.TextBlock;
import org.copyflow.formats.fields.FragmentBody;
import org.copyflow.formats.fields.LeadPicture;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/// The body of a NITF document.
///
/// @param headline `hl1`, where it has one
/// @param byline as printed, where it has one
/// @param blocks its text
/// @param captions the texts under its media
/// @param leadImage the first picture on the web
public record NitfBody(
        @Nullable String headline,
        @Nullable String byline,
        List<TextBlock> blocks,
        List<Caption> captions,
        @Nullable LeadImage leadImage) {

    public NitfBody {
        blocks = List.copyOf(blocks);
        captions = List.copyOf(captions);
    }

    /// The body of the first NITF in or at an element; absent where it has no `body.content`. The tree is used up.
    public static @Nullable NitfBody of(Element root) {
        Element printed = root.select("body > body\\.content").first();
        Element content = printed == null ? root.select("body\\.content").first() : printed;
        if (content == null) {
            return null;
        }
        String headline = text(root.select("hedline > hl1").first());
        String byline = byline(root);
        LeadImage leadImage = leadImage(content);
        List<Caption> captions = captions(content);
        content.select("block, body\\.content").forEach(block -> block.tagName("div"));
        content.select("hl1, hl2, hedline").forEach(heading -> heading.tagName("h2"));
        FragmentBody body = FragmentBody.ofTree(content);
        captions.addAll(body.captions());
        return new NitfBody(headline, byline, body.blocks(), captions, leadImage);
    }

    private static @Nullable LeadImage leadImage(Element content) {
        for (Element media : content.select("media[media-type=image]")) {
            for (Element reference : media.select("media-reference")) {
                LeadImage image = LeadPicture.of(
                        reference.attr("source"),
                        said(reference.attr("alternate-text")),
                        caption(media),
                        producer(media));
                if (image != null) {
                    return image;
                }
            }
        }
        return null;
    }

    /// Takes the media out of the content: what stands under them is no part of the text.
    private static List<Caption> captions(Element content) {
        var captions = new ArrayList<Caption>();
        for (Element media : content.select("media")) {
            String caption = caption(media);
            if (caption != null) {
                captions.add(new Caption(caption, producer(media)));
            }
            media.remove();
        }
        return captions;
    }

    private static @Nullable String caption(Element media) {
        return text(media.select("media-caption").first());
    }

    private static @Nullable String producer(Element media) {
        return text(media.select("media-producer").first());
    }

    private static @Nullable String byline(Element root) {
        var lines = new ArrayList<String>();
        for (Element byline : root.select("body\\.head > byline")) {
            for (Element title : byline.select("byttl")) {
                String before = title.previousSibling() instanceof TextNode text
                        ? text.text().strip()
                        : "";
                title.replaceWith(new TextNode((before.endsWith(",") ? " " : ", ") + title.text()));
            }
            String line = text(byline);
            if (line != null) {
                lines.add(line);
            }
        }
        return lines.isEmpty() ? null : String.join("; ", lines);
    }

    private static @Nullable String said(String text) {
        return text.isBlank() ? null : text.strip();
    }

    static @Nullable String text(@Nullable Element element) {
        return element == null || !element.hasText() ? null : element.text().strip();
    }
}
