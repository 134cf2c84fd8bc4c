package org.copyflow.formats.newsml;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.copyflow.events.article.Rights;
import org.copyflow.formats.SourceArticle;
import org.copyflow.formats.fields.Extensions;
import org.copyflow.formats.xml.ElementJson;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// What a newsItem says that its article has no field for: kept under the extension `newsml`, by the names of its
/// elements. A qcode whose alias is known has its address beside it.
final class NewsItemRest {

    /// The parts of an item whose fields are kept side by side.
    private static final Set<String> PARTS = Set.of("itemMeta", "contentMeta", "rightsInfo", "contentSet");
    private static final Set<String> CATALOGS = Set.of("catalogRef", "catalog", "catalogContainer");
    /// Elements that an article holds whole, where they have no more than these attributes.
    private static final Map<String, Set<String>> HELD = Map.of(
            "versionCreated", Set.of(),
            "firstCreated", Set.of(),
            "pubStatus", Set.of("qcode", "uri"),
            "edNote", Set.of(),
            "by", Set.of(),
            "creator", Set.of(),
            "provider", Set.of(),
            "language", Set.of("tag"),
            "subject", Set.of("qcode", "uri"));

    private NewsItemRest() {}

    /// @param content what of the content set was read; absent where nothing was
    static Map<String, JsonNode> of(
            Element item, Catalog catalog, SourceArticle article, @Nullable InlineContent content) {
        Element text = content == null ? null : content.element();
        resolve(item, catalog);
        var rest = new LinkedHashMap<String, JsonNode>();
        for (Element part : item.children()) {
            if (PARTS.contains(part.tagName())) {
                ElementJson.children(part, field -> field.equals(text) || isHeld(field, article))
                        .forEach(rest::putIfAbsent);
            }
        }
        ElementJson.children(item, part -> PARTS.contains(part.tagName()) || CATALOGS.contains(part.tagName()))
                .forEach(rest::putIfAbsent);
        if (content != null && !content.rest().isEmpty()) {
            rest.put("nitf", JsonNodeFactory.instance.objectNode().setAll(content.rest()));
        }
        return Extensions.of("newsml", rest);
    }

    private static void resolve(Element item, Catalog catalog) {
        for (Element coded : item.select("[qcode]")) {
            String uri = coded.hasAttr("uri") ? null : catalog.uri(coded.attr("qcode"));
            if (uri != null) {
                coded.attr("uri", uri);
            }
        }
    }

    private static boolean isHeldRight(Element field, @Nullable Rights rights) {
        boolean simple = field.attributesSize() == 0 || field.tagName().equals("dataMining");
        if (rights == null || !simple) {
            return false;
        }
        String text = field.text();
        return switch (field.tagName()) {
            case "copyrightHolder" -> field.childrenSize() == 1 && text.equals(rights.copyrightHolder());
            case "copyrightNotice" -> text.equals(rights.copyrightNotice());
            case "usageTerms" -> text.equals(rights.usageTerms());
            case "dataMining" -> field.attr("uri").equals(rights.dataMiningTerm());
            default -> false;
        };
    }

    private static boolean isHeld(Element field, SourceArticle article) {
        if (field.tagName().equals("headline")) {
            return field.attributesSize() == 0 && field.text().strip().equals(article.title());
        }
        if (isHeldRight(field, article.rights())) {
            return true;
        }
        Set<String> held = HELD.get(field.tagName());
        boolean one = field.childrenSize() == 0
                || (field.childrenSize() == 1 && field.child(0).tagName().equals("name"));
        return held != null
                && one
                && field.attributes().asList().stream().map(Attribute::getKey).allMatch(held::contains);
    }
}
