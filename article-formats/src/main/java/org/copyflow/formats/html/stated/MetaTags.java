package org.copyflow.formats.html.stated;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.copyflow.formats.html.words.Names;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// The meta and link elements of a page's head, by name in lower case. Immutable.
public final class MetaTags {

    private static final int MAX_VALUE_CHARS = 4000;
    private static final int MAX_TAGS = 500;
    private static final int MAX_DATE_CHARS = 40;

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    private MetaTags() {}

    /// Those of something that is no page.
    static MetaTags none() {
        return new MetaTags();
    }

    public static MetaTags of(Document page) {
        var tags = new MetaTags();
        int count = 0;
        Element head = page.head();
        for (int i = 0; i < head.childNodeSize() && count < MAX_TAGS; i++) {
            if (head.childNode(i) instanceof Element element) {
                count++;
                tags.note(element);
            }
        }
        return tags;
    }

    private void note(Element element) {
        if (element.nameIs("meta")) {
            meta(element.attributes());
        } else if (element.nameIs("link")) {
            String rel = element.attributes().get("rel");
            add("link:".concat(rel), Names.clean(element.attributes().get("href")));
        }
    }

    private void meta(Attributes attributes) {
        String content = Names.clean(attributes.get("content"));
        if (!content.isEmpty()) {
            add(attributes.get("property"), content);
            add(attributes.get("name"), content);
            add(attributes.get("itemprop"), content);
            add(attributes.get("http-equiv"), content);
        }
    }

    private void add(String name, String text) {
        if (!name.isEmpty() && !text.isEmpty() && text.length() <= MAX_VALUE_CHARS) {
            values.computeIfAbsent(name.toLowerCase(Locale.ROOT), k -> new ArrayList<>(1))
                    .add(text);
        }
    }

    /// The first value of the first of the names that has one.
    @Nullable
    public Fact<String> first(String... names) {
        for (String name : names) {
            List<String> found = values.get(name);
            if (found != null) {
                return new Fact<>(found.getFirst(), name);
            }
        }
        return null;
    }

    /// The first short value of a name that speaks of publication, whatever exactly a site calls it (`published_on`,
    /// `w-published-date`), and not of a publisher or an update.
    public List<Fact<String>> ofPublication() {
        var facts = new ArrayList<Fact<String>>();
        values.forEach((name, found) -> {
            boolean published = name.contains("publish") || name.contains("pubdate") || name.contains("pub_date");
            boolean other = name.contains("publisher")
                    || name.contains("update")
                    || name.contains("modif")
                    || name.contains("last")
                    || name.contains("link:");
            if (published && !other && found.getFirst().length() <= MAX_DATE_CHARS) {
                facts.add(new Fact<>(found.getFirst(), name));
            }
        });
        return facts;
    }

    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }
}
