package org.copyflow.formats.html.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.copyflow.events.article.StatedTime;
import org.copyflow.formats.html.dates.DateText;
import org.copyflow.formats.html.page.FactElements;
import org.copyflow.formats.html.page.PageBlock;
import org.copyflow.formats.html.stated.Fact;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jspecify.annotations.Nullable;

/// Dates in elements that say that they are dates: `itemprop`, RDFa's `property`, `time`, and the `title` of an `abbr`
/// or of an element whose class speaks of publication.
final class ElementDates {

    private static final int BEFORE_TITLE = 6;
    private static final int AFTER_TITLE = 14;
    private static final int DAY_CHARS = "2026-03-06".length();
    private static final int LOCAL_CHARS = "2026-03-06T09:30:00".length();
    private static final Evaluator TITLED = new Evaluator.Attribute("title");

    private final List<FactElements.Noted> properties;
    private final List<FactElements.Noted> times;
    private final List<PageBlock> blocks;
    private final int titleBlock;
    private final boolean monthFirst;

    ElementDates(FactElements facts, List<PageBlock> blocks, int titleBlock, boolean monthFirst) {
        properties = facts.properties();
        times = facts.times();
        this.blocks = blocks;
        this.titleBlock = titleBlock;
        this.monthFirst = monthFirst;
    }

    @Nullable
    Fact<StatedTime> ofProperty(boolean aside) {
        for (FactElements.Noted noted : properties) {
            if (noted.isAside() == aside && isOfPublication(noted.element())) {
                StatedTime time = read(noted.element(), "datetime", "content");
                if (time != null) {
                    return new Fact<>(time, "itemprop datePublished");
                }
            }
        }
        return null;
    }

    private static boolean isOfPublication(Element element) {
        String property = element.attr("property");
        return element.attr("itemprop").equalsIgnoreCase("datePublished")
                || property.equals("schema:datePublished")
                || property.equals("datePublished")
                || property.equals("schema:dateCreated");
    }

    /// The first `time` near the headline.
    ///
    /// @param update whether that of an update does too
    @Nullable
    Fact<StatedTime> nearTitle(boolean update) {
        for (FactElements.Noted noted : times) {
            int distance = noted.block() - titleBlock;
            boolean near = titleBlock < 0 || (distance >= -BEFORE_TITLE && distance <= AFTER_TITLE);
            boolean wanted = near && !noted.isAside() && (update || !isOfUpdate(noted));
            Fact<StatedTime> time = wanted ? time(noted) : null;
            if (time != null) {
                return time;
            }
        }
        return null;
    }

    /// A time in UTC with the offset that a `time` gives the same moment.
    @Nullable
    Fact<StatedTime> sameMoment(Fact<StatedTime> stated) {
        for (FactElements.Noted noted : times) {
            String value = noted.element().attr("datetime");
            StatedTime time = value.length() > DAY_CHARS ? DateText.parse(value) : null;
            if (time != null
                    && time.iso().length() > LOCAL_CHARS
                    && !time.iso().endsWith("Z")
                    && time.toInstant().equals(stated.value().toInstant())) {
                return new Fact<>(time, stated.signal() + ", offset of time");
            }
        }
        return null;
    }

    /// The first `time` anywhere.
    ///
    /// @param aside whether of those among comments and other articles
    @Nullable
    Fact<StatedTime> anywhere(boolean aside) {
        for (FactElements.Noted noted : times) {
            Fact<StatedTime> time = noted.isAside() == aside ? time(noted) : null;
            if (time != null) {
                return time;
            }
        }
        return null;
    }

    /// Null for that of a post which the article quotes.
    private @Nullable Fact<StatedTime> time(FactElements.Noted noted) {
        boolean quoted = noted.element().closest("blockquote") != null;
        StatedTime time = quoted ? null : read(noted.element(), "datetime");
        return time == null ? null : new Fact<>(time, "time");
    }

    private boolean isOfUpdate(FactElements.Noted noted) {
        String names = noted.element().className();
        if (TextDates.isOfUpdate(names)) {
            return true;
        }
        String own = noted.element().text();
        for (int i = Math.max(0, noted.block() - 1); i <= Math.min(noted.block(), blocks.size() - 1); i++) {
            int at = own.isEmpty() ? -1 : blocks.get(i).text().indexOf(own);
            if (at > 0 && TextDates.isOfUpdate(blocks.get(i).text().substring(0, at))) {
                return true;
            }
        }
        return TextDates.isOfUpdate(own);
    }

    /// A time in the `title` of an element.
    @Nullable
    Fact<StatedTime> ofTitle(Document page) {
        for (Element element : page.body().select(TITLED)) {
            StatedTime time = isOfDate(element) ? DateText.parse(element.attr("title"), monthFirst) : null;
            if (time != null) {
                return new Fact<>(time, element.nameIs("abbr") ? "abbr title" : "title of a date");
            }
        }
        return null;
    }

    private static boolean isOfDate(Element element) {
        String names = element.className().toLowerCase(Locale.ROOT);
        return element.nameIs("abbr") || names.contains("published") || names.contains("updated");
    }

    private @Nullable StatedTime read(Element element, String... attributes) {
        var texts = new ArrayList<String>();
        for (String attribute : attributes) {
            texts.add(element.attr(attribute));
        }
        texts.add(element.text());
        for (String text : texts) {
            StatedTime time = DateText.parse(text, monthFirst);
            if (time != null) {
                return time;
            }
        }
        return null;
    }
}
