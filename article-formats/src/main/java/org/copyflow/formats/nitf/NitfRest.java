package org.copyflow.formats.nitf;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.copyflow.formats.fields.Extensions;
import org.copyflow.formats.xml.ElementJson;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What a NITF document says that an article has no field for: kept under the extension `nitf`, by the names of its
/// elements.
public final class NitfRest {

    private static final Set<String> HELD_IN_HEAD = Set.of("docdata", "title");
    private static final Set<String> HELD_IN_DOCDATA = Set.of("doc-id", "date.issue", "ed-msg");
    private static final Set<String> HELD_IN_BODY_HEAD = Set.of("byline", "distributor");

    private NitfRest() {}

    static Map<String, JsonNode> of(Element nitf) {
        return Extensions.of("nitf", fields(nitf));
    }

    /// @param nitf the `nitf` element, of which nothing has been taken out yet
    public static Map<String, JsonNode> fields(Element nitf) {
        var rest = new LinkedHashMap<String, JsonNode>();
        add(rest, nitf.select("> head > docdata").first(), child -> HELD_IN_DOCDATA.contains(child.tagName()));
        add(rest, nitf.select("> body > body\\.head").first(), NitfRest::isHeldInBodyHead);
        add(rest, nitf.select("> head").first(), child -> HELD_IN_HEAD.contains(child.tagName()));
        var media = new Element("media-set");
        nitf.select("> body > body\\.content media").forEach(each -> media.appendChild(each.clone()));
        add(rest, media, child -> false);
        return rest;
    }

    private static void add(Map<String, JsonNode> rest, @Nullable Element part, Predicate<Element> isHeld) {
        if (part != null) {
            ElementJson.children(part, isHeld).forEach(rest::putIfAbsent);
        }
    }

    private static boolean isHeldInBodyHead(Element child) {
        return HELD_IN_BODY_HEAD.contains(child.tagName())
                || (child.tagName().equals("hedline") && child.childrenSize() == 1);
    }
}
