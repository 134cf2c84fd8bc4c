package org.copyflow.formats.html;

import java.util.ArrayDeque;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Where an element stands, short enough for a line: its last steps, as `… > main > article.story > p`.
final class ElementPath {

    private static final int STEPS = 3;
    private static final int MAX_NAME_CHARS = 24;

    private ElementPath() {}

    static String of(@Nullable Element inner) {
        var steps = new ArrayDeque<String>();
        Element element = inner;
        while (element != null && !element.nameIs("body") && steps.size() < STEPS) {
            steps.addFirst(step(element));
            element = element.parent();
        }
        if (steps.isEmpty()) {
            return "body";
        }
        return (element == null || element.nameIs("body") ? "" : "… > ") + String.join(" > ", steps);
    }

    private static String step(Element element) {
        Attributes attributes = element.attributes();
        String id = attributes.get("id").strip();
        if (!id.isEmpty() && id.length() <= MAX_NAME_CHARS && id.indexOf(' ') < 0) {
            return element.normalName() + "#" + id;
        }
        String names = attributes.get("class").strip();
        int end = names.indexOf(' ');
        String name = end < 0 ? names : names.substring(0, end);
        boolean fits = !name.isEmpty() && name.length() <= MAX_NAME_CHARS;
        return fits ? element.normalName() + "." + name : element.normalName();
    }
}
