package org.copyflow.formats.ninjs;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.copyflow.formats.fields.FragmentBody;
import org.copyflow.formats.json.JsonFields;
import org.jspecify.annotations.Nullable;

/// Picks the rendition of an item's body that says most about its paragraphs: HTML before text, the first of a kind
/// before others.
final class NinjsBody {

    private static final Set<String> NOT_THE_BODY = Set.of("abstract", "summary", "teaser", "caption", "headline");

    private NinjsBody() {}

    /// The body's blocks; absent where the item has none.
    static @Nullable FragmentBody of(JsonFields item) {
        List<JsonFields> bodies = item.objects("bodies");
        String html = bodies.isEmpty() ? field(item, true) : rendition(bodies, true);
        if (html != null) {
            return FragmentBody.ofHtml(html);
        }
        String text = bodies.isEmpty() ? field(item, false) : rendition(bodies, false);
        return text == null ? null : FragmentBody.ofText(text);
    }

    /// What a text without a body says of itself, as agencies send items of one paragraph; absent where it says
    /// nothing.
    static @Nullable FragmentBody ofDescription(JsonFields item) {
        List<JsonFields> descriptions = item.objects("descriptions");
        String text = descriptions.isEmpty()
                ? item.text("description_text", "description_html", "description_summary", "description")
                : descriptions.getFirst().text("value");
        return text == null ? null : FragmentBody.ofHtml(text);
    }

    /// Is a body of this field name the text, in whatever form, and not a piece about it?
    static boolean isWholeBody(String name) {
        return NOT_THE_BODY.stream().noneMatch(name::endsWith);
    }

    static boolean isWholeBody(JsonFields body) {
        return body.text("value") != null
                && !NOT_THE_BODY.contains(String.valueOf(body.text("role")).toLowerCase(Locale.ROOT));
    }

    static boolean isBodyField(String name) {
        return name.equals("bodies") || name.startsWith("body_") || name.equals("body");
    }

    /// 1.x: `body_html`, `body_xhtml`, `body_html5` …; `body_text`, `body_plain` …
    private static @Nullable String field(JsonFields item, boolean html) {
        for (String name : item.names()) {
            if (isBodyField(name) && isWholeBody(name) && isHtml(name, item.text(name)) == html) {
                return item.text(name);
            }
        }
        return null;
    }

    /// 2.x and 3.x: an array of renditions with role and content type.
    private static @Nullable String rendition(List<JsonFields> bodies, boolean html) {
        for (JsonFields body : bodies) {
            String type = String.valueOf(body.text("contenttype")).toLowerCase(Locale.ROOT);
            boolean otherXml = type.endsWith("xml") && !type.contains("html");
            String value = body.text("value");
            if (value != null && !otherXml && isWholeBody(body) && isHtml(type, value) == html) {
                return value;
            }
        }
        return null;
    }

    private static boolean isHtml(String hint, @Nullable String value) {
        boolean saysText = hint.contains("text/plain") || hint.endsWith("text");
        return hint.contains("html")
                || (!saysText && value != null && value.stripLeading().startsWith("<"));
    }
}
