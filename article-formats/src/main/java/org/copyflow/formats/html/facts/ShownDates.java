package org.copyflow.formats.html.facts;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.copyflow.events.article.StatedTime;
import org.copyflow.formats.html.dates.DateText;
import org.copyflow.formats.html.page.PageBlock;
import org.copyflow.formats.html.stated.Fact;
import org.jspecify.annotations.Nullable;

/// The dates that a page shows near its headline, and which of the times that it states they are: a page that was
/// published anew within days shows the day of its update, and a time stated in UTC is another day where its readers
/// are.
final class ShownDates {

    private static final int MAX_DATE_BLOCK_WORDS = 30;
    private static final int BEFORE_TITLE = 6;
    private static final int AFTER_TITLE = 14;
    private static final int DATE_CHARS = "2026-03-06".length();
    private static final int MAX_ZONE_HOURS = 14;
    private static final int MAX_ANEW_DAYS = 14;
    private static final int ZONE_STEP_MINUTES = 15;

    private final List<StatedTime> shown = new ArrayList<>();

    /// Those of lines that do not speak of an update.
    private final List<StatedTime> plain = new ArrayList<>();

    ShownDates(List<PageBlock> blocks, int titleBlock, boolean monthFirst) {
        int from = Math.max(0, titleBlock - BEFORE_TITLE);
        int to = titleBlock < 0 ? 0 : Math.min(blocks.size(), titleBlock + AFTER_TITLE);
        for (int i = from; i < to; i++) {
            PageBlock block = blocks.get(i);
            if (block.words() <= MAX_DATE_BLOCK_WORDS && block.digits() >= 3) {
                List<StatedTime> times = DateText.all(block.text(), monthFirst);
                shown.addAll(times);
                String before = i == 0 ? "" : blocks.get(i - 1).text();
                if (!times.isEmpty() && !TextDates.isOfUpdate(block.text()) && !TextDates.isOfUpdate(before)) {
                    plain.addAll(times);
                }
            }
        }
    }

    /// The time of publication as readers see it: the first of the two that is shown, with the offset that the shown
    /// clock gives a time in UTC; else the day of the address where that is the day before or after a time in
    /// UTC; as stated where none of that is so.
    Fact<StatedTime> seen(
            Fact<StatedTime> published, @Nullable Fact<StatedTime> updated, @Nullable StatedTime addressDay) {
        Fact<StatedTime> seen = seen(published);
        if (seen == null && addressDay != null && isNextDay(published.value(), addressDay)) {
            seen = new Fact<>(addressDay, published.signal() + ", day of the url");
        }
        if (seen == null && updated != null && isAnew(published.value(), updated.value())) {
            seen = seen(updated);
        }
        return seen == null ? turned(published, addressDay) : seen;
    }

    /// Whether a date is shown near the headline.
    boolean has(StatedTime time) {
        return shown.stream().anyMatch(other -> day(other).equals(day(time)));
    }

    private static boolean isNextDay(StatedTime stated, StatedTime other) {
        return isUtc(stated) && Math.abs(ChronoUnit.DAYS.between(day(stated), day(other))) == 1;
    }

    /// With day and month the other way round where that is the day that is shown or that the address names.
    private Fact<StatedTime> turned(Fact<StatedTime> stated, @Nullable StatedTime addressDay) {
        StatedTime turned = DateText.swapped(stated.value());
        boolean plain = stated.value().iso().length() == DATE_CHARS;
        return plain && turned != null && (turned.equals(addressDay) || has(turned))
                ? new Fact<>(turned, stated.signal() + ", day before month")
                : stated;
    }

    /// News is published anew within days; what is updated later is still of its first day, unless readers are shown
    /// the later one as the article's only date.
    private boolean isAnew(StatedTime published, StatedTime updated) {
        long days = Duration.between(published.toInstant(), updated.toInstant()).toDays();
        return Math.abs(days) <= MAX_ANEW_DAYS
                || (days > 0 && plain.stream().anyMatch(time -> day(time).equals(day(updated))));
    }

    private @Nullable Fact<StatedTime> seen(Fact<StatedTime> stated) {
        for (StatedTime time : shown) {
            if (day(time).equals(day(stated.value()))) {
                return stated;
            }
        }
        for (StatedTime time : shown) {
            StatedTime local = local(stated.value(), time);
            if (local != null) {
                return new Fact<>(local, stated.signal() + ", shown clock");
            }
        }
        return null;
    }

    private static boolean isUtc(StatedTime time) {
        return time.iso().endsWith("Z") || time.iso().endsWith("+00:00");
    }

    private static LocalDate day(StatedTime time) {
        return LocalDate.parse(time.iso().substring(0, DATE_CHARS));
    }

    /// A time in UTC with the offset of the clock that is shown for it. A shown date alone stands for the midnight
    /// that a CMS made of it.
    private static @Nullable StatedTime local(StatedTime stated, StatedTime shown) {
        if (!isUtc(stated)) {
            return null;
        }
        OffsetDateTime utc = OffsetDateTime.parse(stated.iso());
        if (shown.iso().length() == DATE_CHARS) {
            Duration midnight =
                    Duration.between(utc.toLocalDateTime(), day(shown).atStartOfDay());
            return isOffset(midnight) ? StatedTime.of(day(shown)) : null;
        }
        LocalDateTime clock = clock(shown);
        LocalDateTime same = utc.toLocalDateTime().withSecond(clock.getSecond()).withNano(0);
        Duration offset = Duration.between(same, clock);
        return isOffset(offset)
                ? StatedTime.of(utc.withOffsetSameInstant(ZoneOffset.ofTotalSeconds((int) offset.toSeconds())))
                : null;
    }

    private static LocalDateTime clock(StatedTime shown) {
        try {
            return OffsetDateTime.parse(shown.iso()).toLocalDateTime();
        } catch (DateTimeException noOffset) {
            return LocalDateTime.parse(shown.iso());
        }
    }

    private static boolean isOffset(Duration duration) {
        return duration.abs().toHours() <= MAX_ZONE_HOURS
                && duration.toMinutes() % ZONE_STEP_MINUTES == 0
                && duration.toSecondsPart() == 0;
    }
}
