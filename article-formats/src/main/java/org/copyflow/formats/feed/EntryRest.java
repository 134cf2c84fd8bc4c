package org.copyflow.formats.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.copyflow.events.article.Caption;
import org.copyflow.events.article.LeadImage;
import org.copyflow.events.article.Rights;
import org.copyflow.formats.fields.Extensions;
import org.copyflow.formats.fields.LeadPicture;
import org.copyflow.formats.rights.StatedRights;
import org.copyflow.formats.xml.ElementJson;
import org.copyflow.formats.xml.SafeXml;
import org.copyflow.formats.xml.XmlElements;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// What an entry says beside its text: media and their captions, enclosures, categories, comments; all of it is kept
/// under the extension `feed`, by the names of its elements with their prefixes.
///
/// @param entry the entry, with qualified names
/// @param rights who may do what with all of the feed, as the feed says it; empty where it says nothing
record EntryRest(Element entry, String rights) {

    /// Elements that an article holds whole, where they have no attributes.
    private static final Set<String> HELD = Set.of(
            "title",
            "guid",
            "id",
            "link",
            "pubDate",
            "published",
            "updated",
            "dc:date",
            "dc:creator",
            "author",
            "dc:publisher",
            "dc:language",
            "content:encoded",
            "content");
    private static final Set<String> RIGHTS = Set.of("copyright", "rights", "dc:rights");
    private static final Set<String> LICENCES = Set.of("creativecommons:license", "cc:license", "media:license");
    private static final Set<String> TEXTS = Set.of("description", "summary");
    private static final Set<String> CONTENTS = Set.of("content:encoded", "content", "xhtml:body", "body");

    static EntryRest of(org.w3c.dom.Element entry) {
        return new EntryRest(XmlElements.of(entry), rights((org.w3c.dom.Element) entry.getParentNode()));
    }

    Map<String, JsonNode> extensions() {
        boolean hasContent = entry.children().stream().anyMatch(child -> CONTENTS.contains(child.tagName()));
        Map<String, JsonNode> rest =
                ElementJson.children(entry, child -> isHeld(child) || (TEXTS.contains(child.tagName()) && !hasContent));
        if (!rights.isEmpty() && !rights.equals(notice())) {
            rest.putIfAbsent("rights", JsonNodeFactory.instance.stringNode(rights));
        }
        return Extensions.of("feed", rest);
    }

    /// The entry's own notice and licences, else the notice of all of the feed. What Media RSS says of an entry's media
    /// says it of the entry, too, where it names a licence.
    @Nullable
    Rights statedRights() {
        var stated = new StatedRights().notice(notice());
        for (Element child : entry.children()) {
            boolean isLink = child.tagName().equals("link") && child.attr("rel").equals("license");
            if (isLink || LICENCES.contains(child.tagName().toLowerCase(Locale.ROOT))) {
                String address = child.attr("href") + child.attr("rdf:resource");
                stated.licence(address.isEmpty() ? child.text() : address);
            }
        }
        return stated.build();
    }

    private String notice() {
        return entry.children().stream()
                .filter(child -> RIGHTS.contains(child.tagName()) && child.hasText())
                .map(child -> child.text().strip())
                .findFirst()
                .orElse(rights);
    }

    private static String rights(org.w3c.dom.Element feed) {
        for (org.w3c.dom.Element child : SafeXml.children(feed)) {
            if (RIGHTS.contains(child.getNodeName())) {
                return child.getTextContent().strip();
            }
        }
        return "";
    }

    /// The texts under its pictures, by Media RSS.
    List<Caption> captions() {
        var captions = new ArrayList<Caption>();
        for (Element media : media()) {
            String text = text(media, "media:description");
            if (text != null) {
                captions.add(new Caption(text, text(media, "media:credit")));
            }
        }
        return captions;
    }

    /// The first picture that it names: a medium, an enclosure, a thumbnail.
    @Nullable
    LeadImage leadImage() {
        for (Element media : media()) {
            String type = media.attr("type");
            boolean picture = media.attr("medium").equals("image") || type.startsWith("image/");
            if (picture) {
                return LeadPicture.of(
                        media.attr("url"), null, text(media, "media:description"), text(media, "media:credit"));
            }
        }
        for (Element child : entry.children()) {
            boolean enclosed = child.tagName().equals("enclosure")
                    || (child.tagName().equals("link") && child.attr("rel").equals("enclosure"));
            if (enclosed && child.attr("type").startsWith("image/")) {
                return LeadPicture.of(child.hasAttr("url") ? child.attr("url") : child.attr("href"), null, null, null);
            }
        }
        Element thumbnail = entry.getElementsByTag("media:thumbnail").first();
        return thumbnail == null ? null : LeadPicture.of(thumbnail.attr("url"), null, null, null);
    }

    private List<Element> media() {
        return entry.getElementsByTag("media:content");
    }

    /// What an element says of itself, else what its group or the entry says of all.
    private static @Nullable String text(Element media, String name) {
        for (Element holder = media; holder != null; holder = holder.parent()) {
            for (Element child : holder.children()) {
                if (child.tagName().equals(name) && child.hasText()) {
                    return child.text().strip();
                }
            }
        }
        return null;
    }

    private boolean isHeld(Element child) {
        String name = child.tagName();
        if (RIGHTS.contains(name) && child.attributesSize() == 0) {
            return child.text().strip().equals(notice());
        }
        if (name.equals("link")) {
            return child.attr("rel").isEmpty() || child.attr("rel").equals("alternate");
        }
        boolean bare =
                child.attributesSize() == 0 || CONTENTS.contains(name) || name.equals("guid") || name.equals("title");
        boolean named = child.childrenSize() == 0
                || (child.childrenSize() == 1 && child.child(0).tagName().equals("name"));
        return HELD.contains(name) && bare && (named || CONTENTS.contains(name) || name.equals("title"));
    }
}
