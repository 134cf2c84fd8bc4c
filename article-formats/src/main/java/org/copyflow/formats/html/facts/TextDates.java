package org.copyflow.formats.html.facts;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.copyflow.events.article.StatedTime;
import org.copyflow.formats.html.dates.DateText;
import org.copyflow.formats.html.lexicon.Cue;
import org.copyflow.formats.html.lexicon.Hint;
import org.copyflow.formats.html.lexicon.WordLists;
import org.copyflow.formats.html.page.PageBlock;
import org.copyflow.formats.html.stated.Fact;
import org.jspecify.annotations.Nullable;

/// The date of publication among the dates in a page's text. The lower a date's rank, the more likely it is the one:
/// its
/// distance to the headline where that is small; else whether its line says that it is a date; what leads to it counts
/// (`Updated`), as do long lines, other articles, copyright lines and the month that the address names.
final class TextDates {

    private static final int MAX_LINE_WORDS = 30;
    private static final int SHORT_WORDS = 8;
    private static final int MAX_DETAIL_WORDS = 80;
    private static final int DATELINE_CHARS = 36;
    private static final int BEFORE_TITLE = 6;
    private static final int AFTER_TITLE = 14;
    private static final int CUED = 50;
    private static final int DETAIL = 70;
    private static final int ANYWHERE = 100;
    private static final int LONG_LINE = 8;
    private static final int WIDE = 50;
    private static final int LINKED = 15;
    private static final int UPDATE = 30;
    private static final int ASIDE = 60;
    private static final int COPYRIGHT = 200;
    private static final int OTHER_MONTH = 40;
    private static final int OTHER_MONTH_NEAR = 10;
    private static final float LINK = 0.8f;
    private static final List<String> UPDATED = labels("UPDATED");
    private static final List<String> PUBLISHED = labels("PUBLISHED");

    private final List<PageBlock> blocks;
    private final int titleBlock;
    private final String addressMonth;
    private final boolean monthFirst;
    private final LocalDate tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1);
    private boolean searched;
    private @Nullable StatedTime best;
    private int bestRank = Integer.MAX_VALUE;

    /// @param addressMonth the year and month that the page's address names (`2026-03`), empty where it names none
    TextDates(List<PageBlock> blocks, int titleBlock, String addressMonth, boolean monthFirst) {
        this.blocks = blocks;
        this.titleBlock = titleBlock;
        this.addressMonth = addressMonth;
        this.monthFirst = monthFirst;
    }

    /// Looks through the text once.
    private void search() {
        for (int i = 0; i < blocks.size() && !searched; i++) {
            if (blocks.get(i).digits() >= 3) {
                look(i);
            }
        }
        searched = true;
    }

    private static List<String> labels(String name) {
        return WordLists.read("date-labels.txt").stream()
                .filter(line -> line.getKey().equals(name))
                .map(Map.Entry::getValue)
                .flatMap(value -> Arrays.stream(value.split("\\|")))
                .map(String::strip)
                .toList();
    }

    /// Whether what leads to a date says that something was changed then, and not that it was published.
    static boolean isOfUpdate(String label) {
        String lower = label.toLowerCase(Locale.ROOT);
        return containsOne(lower, UPDATED) && !containsOne(lower, PUBLISHED);
    }

    private static boolean containsOne(String text, List<String> words) {
        for (String word : words) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /// One that stands in a line near the headline, or in one that is marked as details; null where there is none.
    @Nullable
    Fact<StatedTime> near() {
        search();
        return bestRank <= DETAIL ? any() : null;
    }

    /// One that stands near the headline or says what it is; null where there is none.
    @Nullable
    Fact<StatedTime> sure() {
        search();
        return bestRank < ANYWHERE ? any() : null;
    }

    @Nullable
    Fact<StatedTime> any() {
        search();
        return best == null ? null : new Fact<>(best, "text");
    }

    private void look(int i) {
        PageBlock block = blocks.get(i);
        int distance = i - titleBlock;
        boolean near = titleBlock >= 0 && distance >= -BEFORE_TITLE && distance <= AFTER_TITLE;
        boolean wide = block.words() > MAX_LINE_WORDS;
        boolean details = isDetail(block);
        boolean dateline = titleBlock < 0 || (near && distance > 0);
        if (wide && !dateline && !details) {
            return;
        }
        int rank = (near ? Math.abs(distance) : elsewhere(block, details)) + doubts(block, wide);
        if (rank < bestRank) {
            boolean whole = !wide || details || block.text().length() <= DATELINE_CHARS;
            String text = whole ? block.text() : block.text().substring(0, DATELINE_CHARS);
            for (DateText.Found found : DateText.labelled(text, monthFirst)) {
                offer(found, rank, i);
            }
        }
    }

    private static int elsewhere(PageBlock block, boolean details) {
        boolean cued = (block.startCues() & Cue.DATE.bit()) != 0;
        return cued ? CUED : details ? DETAIL : ANYWHERE;
    }

    private static int doubts(PageBlock block, boolean wide) {
        return (wide ? WIDE : block.words() > SHORT_WORDS ? LONG_LINE : 0)
                + ((block.cues() & Cue.COPYRIGHT.bit()) != 0 ? COPYRIGHT : 0)
                + (block.linkDensity() >= LINK ? LINKED : 0)
                + (isAside(block) ? ASIDE : 0);
    }

    private void offer(DateText.Found found, int lineRank, int i) {
        String label = found.label().isBlank() && i > 0 ? lead(blocks.get(i - 1)) : found.label();
        int rank = lineRank + (isOfUpdate(label) ? UPDATE : 0);
        boolean other = !addressMonth.isEmpty() && !found.time().iso().startsWith(addressMonth);
        rank += !other ? 0 : lineRank < CUED ? OTHER_MONTH_NEAR : OTHER_MONTH;
        if (rank < bestRank && !Times.day(found.time()).isAfter(tomorrow)) {
            best = found.time();
            bestRank = rank;
        }
    }

    /// A line without a date that may say what the next line's date is.
    private static String lead(PageBlock block) {
        return block.words() <= SHORT_WORDS / 2 && block.digits() == 0 ? block.text() : "";
    }

    private static boolean isDetail(PageBlock block) {
        return block.words() <= MAX_DETAIL_WORDS
                && (((block.inlineHints() | block.box().hints()) & Hint.DETAILS.bit()) != 0);
    }

    private static boolean isAside(PageBlock block) {
        return (block.box().hintsAround() & (Hint.COMMENT.bit() | Hint.RELATED.bit())) != 0;
    }
}
