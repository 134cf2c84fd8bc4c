package org.copyflow.formats.html.facts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.copyflow.events.article.StatedTime;
import org.copyflow.formats.html.dates.DateText;
import org.copyflow.formats.html.lexicon.Cue;
import org.copyflow.formats.html.page.FactElements;
import org.copyflow.formats.html.page.PageBlock;
import org.copyflow.formats.html.stated.Fact;
import org.copyflow.formats.html.stated.StatedFacts;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// When the article was published and last changed, as exactly as the page states it.
final class Times {

    private static final int MAX_DATE_BLOCK_WORDS = 30;
    private static final int DATELINE_CHARS = 24;
    private static final int BEFORE_TITLE = 6;
    private static final int AFTER_TITLE = 14;

    private Times() {}

    static @Nullable Fact<StatedTime> published(StatedFacts stated, @Nullable String address, int titleBlock) {
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
        if (time != null) {
            return new ShownDates(stated.outline().blocks(), titleBlock).seen(time, updated(stated));
        }
        if (time == null) {
            time = ofElements(stated.outline().facts(), titleBlock);
        }
        if (time == null) {
            time = ofAddress(address);
        }
        return time != null ? time : ofText(stated.outline().blocks(), titleBlock);
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

    private static @Nullable Fact<StatedTime> ofElements(FactElements facts, int titleBlock) {
        var candidates = new ArrayList<Fact<String>>();
        for (FactElements.Noted noted : facts.properties()) {
            if (isOfPublication(noted.element())) {
                for (String attribute : new String[] {"datetime", "content"}) {
                    if (noted.element().hasAttr(attribute)) {
                        candidates.add(new Fact<>(noted.element().attr(attribute), "itemprop datePublished"));
                    }
                }
                candidates.add(new Fact<>(noted.element().text(), "itemprop datePublished"));
            }
        }
        for (FactElements.Noted noted : nearest(facts.times(), titleBlock)) {
            candidates.add(new Fact<>(noted.element().attr("datetime"), "time"));
            candidates.add(new Fact<>(noted.element().text(), "time"));
        }
        return first(candidates);
    }

    private static boolean isOfPublication(Element element) {
        String property = element.attr("property");
        return element.attr("itemprop").equalsIgnoreCase("datePublished")
                || property.equals("schema:datePublished")
                || property.equals("datePublished")
                || property.equals("schema:dateCreated");
    }

    /// Those near the headline first, none among comments or other articles unless there are no others.
    private static List<FactElements.Noted> nearest(List<FactElements.Noted> times, int titleBlock) {
        var sorted = new ArrayList<>(times);
        sorted.sort(Comparator.comparingInt((FactElements.Noted noted) -> {
            int distance = noted.block() - titleBlock;
            boolean near = titleBlock < 0 || (distance >= -BEFORE_TITLE && distance <= AFTER_TITLE);
            return (noted.isAside() ? 10_000 : 0) + (near ? 0 : 1000);
        }));
        return sorted;
    }

    private static @Nullable Fact<StatedTime> ofAddress(@Nullable String address) {
        StatedTime time = address == null ? null : DateText.inAddress(address);
        return time == null ? null : new Fact<>(time, "url");
    }

    /// A line with a date near the headline, else one that says that it is a date, else the first.
    private static @Nullable Fact<StatedTime> ofText(List<PageBlock> blocks, int titleBlock) {
        StatedTime best = null;
        int bestRank = Integer.MAX_VALUE;
        for (int i = 0; i < blocks.size(); i++) {
            PageBlock block = blocks.get(i);
            int distance = i - titleBlock;
            boolean dateline = titleBlock >= 0 && distance > 0 && distance <= AFTER_TITLE;
            if ((block.words() > MAX_DATE_BLOCK_WORDS && !dateline) || block.digits() < 3) {
                continue;
            }
            boolean near = titleBlock >= 0 && distance >= -BEFORE_TITLE && distance <= AFTER_TITLE;
            int rank = near ? Math.abs(distance) : (block.startCues() & Cue.DATE.bit()) != 0 ? 50 : 100;
            rank += (block.cues() & Cue.COPYRIGHT.bit()) != 0 ? 200 : 0;
            String text = block.text();
            if (block.words() > MAX_DATE_BLOCK_WORDS) {
                text = text.substring(0, Math.min(text.length(), DATELINE_CHARS));
                rank += 50;
            }
            StatedTime time = rank < bestRank ? DateText.parse(text) : null;
            if (time != null) {
                best = time;
                bestRank = rank;
            }
        }
        return best == null ? null : new Fact<>(best, "text");
    }
}
