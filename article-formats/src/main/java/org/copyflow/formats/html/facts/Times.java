package org.copyflow.formats.html.facts;

import java.util.ArrayList;
import java.util.List;
import org.copyflow.events.article.StatedTime;
import org.copyflow.formats.html.page.FactElements;
import org.copyflow.formats.html.page.PageBlock;
import org.jspecify.annotations.Nullable;

/// When the article was published and last changed, as exactly as the page states it.
final class Times {

    private static final int MAX_DATE_BLOCK_WORDS = 30;

    private Times() {}

    static @Nullable Fact<StatedTime> published(StatedFacts stated, @Nullable String address) {
        var candidates = new ArrayList<Fact<String>>();
        add(candidates, stated.cms().get("date"));
        add(candidates, stated.linkedData().articleOrPage("datePublished"));
        add(
                candidates,
                stated.meta()
                        .first(
                                "article:published_time",
                                "og:published_time",
                                "article:published",
                                "datepublished",
                                "published_time",
                                "publishdate",
                                "publish-date",
                                "publish_date",
                                "pubdate",
                                "parsely-pub-date",
                                "sailthru.date",
                                "dc.date.issued",
                                "dcterms.created",
                                "dcterms.date",
                                "dc.date",
                                "dc.created",
                                "date",
                                "citation_publication_date",
                                "rnews:datepublished",
                                "cxenseparse:recs:publishtime",
                                "article.published",
                                "published-date",
                                "article_date_original",
                                "originalpublicationdate",
                                "date_published",
                                "shareaholic:article_published_time",
                                "bt:pubdate",
                                "ptime",
                                "pdate",
                                "timestamp"));
        Fact<StatedTime> time = first(candidates);
        if (time == null) {
            time = ofElements(stated.outline().facts());
        }
        if (time == null) {
            time = ofAddress(address);
        }
        return time != null ? time : ofText(stated.outline().blocks());
    }

    static @Nullable Fact<StatedTime> updated(StatedFacts stated) {
        var candidates = new ArrayList<Fact<String>>();
        add(candidates, stated.linkedData().articleOrPage("dateModified"));
        add(
                candidates,
                stated.meta()
                        .first(
                                "article:modified_time",
                                "og:updated_time",
                                "datemodified",
                                "last-modified",
                                "dcterms.modified"));
        return first(candidates);
    }

    private static void add(List<Fact<String>> candidates, @Nullable Fact<String> candidate) {
        if (candidate != null) {
            candidates.add(candidate);
        }
    }

    private static @Nullable Fact<StatedTime> first(List<Fact<String>> candidates) {
        for (Fact<String> candidate : candidates) {
            StatedTime time = DateText.parse(candidate.value());
            if (time != null) {
                return new Fact<>(time, candidate.signal());
            }
        }
        return null;
    }

    private static @Nullable Fact<StatedTime> ofElements(FactElements facts) {
        var candidates = new ArrayList<Fact<String>>();
        for (FactElements.Noted noted : facts.properties()) {
            if (noted.element().attr("itemprop").equalsIgnoreCase("datePublished")) {
                for (String attribute : new String[] {"datetime", "content"}) {
                    if (noted.element().hasAttr(attribute)) {
                        candidates.add(new Fact<>(noted.element().attr(attribute), "itemprop datePublished"));
                    }
                }
                candidates.add(new Fact<>(noted.element().text(), "itemprop datePublished"));
            }
        }
        for (FactElements.Noted noted : facts.times()) {
            candidates.add(new Fact<>(noted.element().attr("datetime"), "time"));
            candidates.add(new Fact<>(noted.element().text(), "time"));
        }
        return first(candidates);
    }

    private static @Nullable Fact<StatedTime> ofAddress(@Nullable String address) {
        StatedTime time = address == null ? null : DateText.inAddress(address);
        return time == null ? null : new Fact<>(time, "url");
    }

    private static @Nullable Fact<StatedTime> ofText(List<PageBlock> blocks) {
        for (PageBlock block : blocks) {
            if (block.words() <= MAX_DATE_BLOCK_WORDS && block.digits() >= 4) {
                StatedTime time = DateText.parse(block.text());
                if (time != null) {
                    return new Fact<>(time, "text");
                }
            }
        }
        return null;
    }
}
