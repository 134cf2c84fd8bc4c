package org.copyflow.formats.html.facts;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.copyflow.events.article.StatedTime;
import org.copyflow.formats.html.dates.DateText;
import org.copyflow.formats.html.lexicon.WordLists;
import org.copyflow.formats.html.stated.Fact;
import org.copyflow.formats.html.stated.ScriptDates;
import org.copyflow.formats.html.stated.StatedFacts;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/// When the article was published and last changed, as exactly as the page states it.
///
/// The signals are asked in the order of [#published]: what the page states for machines, what it marks up near its
/// headline, its address, its text, and at last what may be something else's. One that is still to come is believed
/// only where there is no other.
final class Times {

    private static final int DAY_CHARS = "2026-03-06".length();
    private static final String[] EXACT = names("EXACT");
    private static final String[] LOOSE = names("LOOSE");
    private static final String[] UPDATED = names("UPDATED");

    private final StatedFacts stated;
    private final Document page;
    private final boolean monthFirst;
    private final @Nullable StatedTime addressDay;
    private final ElementDates elements;
    private final TextDates text;
    private final ShownDates shown;

    /// @param address the page's address, where it is known
    /// @param language the page's language
    Times(
            StatedFacts stated,
            Document page,
            @Nullable String address,
            @Nullable Fact<String> language,
            int titleBlock) {
        this.stated = stated;
        this.page = page;
        monthFirst = isMonthFirst(language == null ? "" : language.value());
        addressDay = address == null ? null : DateText.inAddress(address);
        var blocks = stated.outline().blocks();
        elements = new ElementDates(stated.outline().facts(), blocks, titleBlock, monthFirst);
        text = new TextDates(blocks, titleBlock, address == null ? "" : DateText.monthInAddress(address), monthFirst);
        shown = new ShownDates(blocks, titleBlock, monthFirst);
    }

    private static String[] names(String list) {
        return WordLists.read("date-metas.txt").stream()
                .filter(line -> line.getKey().equals(list))
                .map(Map.Entry::getValue)
                .flatMap(value -> Arrays.stream(value.split("\\|")))
                .map(String::strip)
                .toArray(String[]::new);
    }

    /// Whether `03/04/2024` is of March: in English, but not where a country is named that is not the United States.
    private static boolean isMonthFirst(String language) {
        return language.isEmpty() || language.equalsIgnoreCase("en") || language.equalsIgnoreCase("en-us");
    }

    @Nullable
    Fact<StatedTime> published() {
        return firstPast(List.of(
                this::exactSeen,
                () -> elements.ofProperty(false),
                this::loose,
                () -> elements.nearTitle(false),
                this::ofAddress,
                text::sure,
                () -> elements.nearTitle(true),
                () -> parsed(stated.linkedData().publishedWork()),
                () -> parsed(ScriptDates.of(stated.scripts().get())),
                () -> elements.ofTitle(page),
                () -> elements.anywhere(false),
                text::any,
                () -> elements.ofProperty(true),
                () -> elements.anywhere(true),
                this::updated));
    }

    /// What the page states for machines, on the day that its readers see.
    private @Nullable Fact<StatedTime> exactSeen() {
        Fact<StatedTime> exact = exact();
        if (exact == null) {
            return null;
        }
        Fact<StatedTime> local = exact.value().iso().endsWith("Z") ? elements.sameMoment(exact) : null;
        return shown.seen(local == null ? exact : local, updated(), addressDay);
    }

    /// The first that is not still to come, else the first that is to come within a year.
    private static @Nullable Fact<StatedTime> firstPast(List<Supplier<@Nullable Fact<StatedTime>>> signals) {
        LocalDate tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1);
        Fact<StatedTime> soon = null;
        for (Supplier<@Nullable Fact<StatedTime>> signal : signals) {
            Fact<StatedTime> fact = signal.get();
            LocalDate day = fact == null ? LocalDate.MAX : day(fact.value());
            if (!day.isAfter(tomorrow)) {
                return fact;
            }
            soon = soon == null && !day.isAfter(tomorrow.plusYears(1)) ? fact : soon;
        }
        return soon;
    }

    /// The first that the page also shows near its headline or names in its address; else the first.
    private @Nullable Fact<StatedTime> exact() {
        Fact<StatedTime> first = null;
        for (Fact<String> fact : exactFacts()) {
            Fact<StatedTime> time = parsed(fact);
            if (time != null && (shown.has(time.value()) || isOfAddress(time.value()))) {
                return time;
            }
            first = first == null ? time : first;
        }
        return first;
    }

    private List<Fact<String>> exactFacts() {
        var facts = new ArrayList<Fact<String>>();
        add(facts, stated.cms().get("date"));
        add(facts, stated.linkedData().articleOrPage("datePublished"));
        for (String name : EXACT) {
            add(facts, stated.meta().first(name));
        }
        facts.addAll(stated.meta().ofPublication());
        return facts;
    }

    private static void add(List<Fact<String>> facts, @Nullable Fact<String> fact) {
        if (fact != null) {
            facts.add(fact);
        }
    }

    private boolean isOfAddress(StatedTime time) {
        return addressDay != null && day(addressDay).equals(day(time));
    }

    /// A meta tag that may mean something else: the date that is shown near the headline is believed before it.
    private @Nullable Fact<StatedTime> loose() {
        Fact<StatedTime> time = parsed(stated.meta().first(LOOSE));
        if (time == null || shown.has(time.value())) {
            return time;
        }
        Fact<StatedTime> near = elements.nearTitle(false);
        if (near == null) {
            near = text.near();
        }
        return near == null ? time : near;
    }

    @Nullable
    Fact<StatedTime> updated() {
        Fact<StatedTime> time = parsed(stated.linkedData().articleOrPage("dateModified"));
        return time != null ? time : parsed(stated.meta().first(UPDATED));
    }

    private @Nullable Fact<StatedTime> parsed(@Nullable Fact<String> fact) {
        StatedTime time = fact == null ? null : DateText.parse(fact.value(), monthFirst);
        return fact == null || time == null ? null : new Fact<>(time, fact.signal());
    }

    private @Nullable Fact<StatedTime> ofAddress() {
        return addressDay == null ? null : new Fact<>(addressDay, "url");
    }

    static LocalDate day(StatedTime time) {
        return LocalDate.parse(time.iso().substring(0, DAY_CHARS));
    }
}
