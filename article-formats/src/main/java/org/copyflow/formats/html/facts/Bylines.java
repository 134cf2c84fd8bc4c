package org.copyflow.formats.html.facts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.copyflow.events.article.Byline;
import org.copyflow.formats.html.page.FactElements;
import org.copyflow.formats.html.page.Hint;
import org.jspecify.annotations.Nullable;

/// Who wrote the article.
final class Bylines {

    private Bylines() {}

    static @Nullable Fact<List<Byline>> find(StatedFacts stated, @Nullable Fact<String> publisher) {
        Fact<String> cms = stated.cms().get("author");
        if (cms != null) {
            Fact<List<Byline>> named = named(List.of(cms.value()), cms.signal(), publisher);
            if (named != null) {
                return named;
            }
        }
        Fact<List<Byline>> structured = named(stated.linkedData().people("author"), "json-ld author", publisher);
        if (structured == null) {
            structured = named(stated.linkedData().people("creator"), "json-ld creator", publisher);
        }
        if (structured != null) {
            return structured;
        }
        for (String name : new String[] {
            "byl",
            "parsely-author",
            "sailthru.author",
            "author",
            "article:author",
            "dc.creator",
            "dcterms.creator",
            "citation_author",
            "twitter:data1"
        }) {
            Fact<List<Byline>> named = named(stated.meta().all(name), name, publisher);
            if (named != null) {
                return named;
            }
        }
        return ofPage(stated.outline().facts(), publisher);
    }

    private static @Nullable Fact<List<Byline>> ofPage(FactElements facts, @Nullable Fact<String> publisher) {
        for (FactElements.Noted noted : facts.properties()) {
            if (noted.element().attr("itemprop").equals("author")) {
                Fact<List<Byline>> named = named(List.of(noted.element().text()), "itemprop author", publisher);
                if (named != null) {
                    return named;
                }
            }
        }
        for (FactElements.Noted noted : facts.details()) {
            boolean related = noted.element().attr("rel").equals("author");
            if (related || (noted.hints() & Hint.AUTHOR.bit()) != 0) {
                String text = noted.element().text();
                Fact<List<Byline>> named =
                        text.length() > 150 ? null : named(List.of(text), related ? "rel author" : "byline", publisher);
                if (named != null) {
                    return named;
                }
            }
        }
        return null;
    }

    private static @Nullable Fact<List<Byline>> named(
            List<String> texts, String signal, @Nullable Fact<String> publisher) {
        Map<String, Byline> byKey = new LinkedHashMap<>();
        String site = publisher == null ? "" : Names.key(publisher.value());
        for (String text : texts) {
            for (String name : PersonNames.in(text)) {
                if (!Names.key(name).equals(site)) {
                    byKey.putIfAbsent(Names.key(name), new Byline(name, Byline.AUTHOR));
                }
            }
        }
        return byKey.isEmpty() ? null : new Fact<>(new ArrayList<>(byKey.values()), signal);
    }
}
