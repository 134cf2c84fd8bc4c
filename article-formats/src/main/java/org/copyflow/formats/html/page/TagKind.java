package org.copyflow.formats.html.page;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.copyflow.formats.html.lexicon.WordLists;
import org.jsoup.nodes.Element;

/// What an element's tag says of it. The tags of each are in `tags.txt`.
public enum TagKind {
    PARAGRAPH,
    DIVISION,
    HEADING_1,
    HEADING_2,
    HEADING,
    LIST_ITEM,
    LIST,
    QUOTE,
    CELL,
    TABLE,
    PREFORMATTED,
    CAPTION,
    FIGURE,
    ARTICLE,
    MAIN,
    SECTION,
    ASIDE,
    NAVIGATION,
    PAGE_HEADER,
    PAGE_FOOTER,
    FORM,
    OTHER_BLOCK,
    LINE_BREAK,
    RULE,
    LINK,
    BOLD,
    ITALIC,
    INLINE,
    PICTURE,
    SKIPPED;

    private static final Map<String, TagKind> BY_NAME = byName("tags.txt");

    /// Whether its text stands in lines of its own.
    public boolean isBlock() {
        return compareTo(OTHER_BLOCK) <= 0;
    }

    public boolean isHeading() {
        return this == HEADING_1 || this == HEADING_2 || this == HEADING;
    }

    static TagKind of(Element element) {
        TagKind kind = BY_NAME.get(element.normalName());
        if (kind != null) {
            return kind;
        }
        return element.normalName().indexOf('-') > 0 || element.tag().isBlock() ? OTHER_BLOCK : INLINE;
    }

    private static Map<String, TagKind> byName(String resource) {
        var map = new HashMap<String, TagKind>();
        for (Map.Entry<String, String> line : WordLists.read(resource)) {
            TagKind kind = valueOf(line.getKey());
            for (String name : line.getValue().split(" ")) {
                map.put(name, kind);
            }
        }
        return Collections.unmodifiableMap(map);
    }
}
