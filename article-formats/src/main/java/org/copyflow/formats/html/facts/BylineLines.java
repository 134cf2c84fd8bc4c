package org.copyflow.formats.html.facts;

import java.util.ArrayList;
import java.util.List;
import org.copyflow.formats.html.dates.DateText;
import org.copyflow.formats.html.lexicon.Cue;
import org.copyflow.formats.html.lexicon.Hint;
import org.copyflow.formats.html.page.Box;
import org.copyflow.formats.html.page.PageBlock;
import org.copyflow.formats.html.words.Names;
import org.copyflow.formats.html.words.PersonNames;

/// Lines of text that are bylines, whatever the elements around them are called: `By A and B`, a line `By` before one
/// with names, `3 May 2024 by A`, a name alone beside a date or in an element for authors.
final class BylineLines {

    private static final int MAX_LINE_WORDS = 14;
    private static final int MAX_NAME_CHARS = 40;
    private static final int BEFORE_TITLE = 4;
    private static final int AFTER_TITLE = 14;
    private static final int AFTER_TITLE_ALONE = 6;
    private static final int ASIDE = Hint.COMMENT.bit() | Hint.RELATED.bit() | Hint.TEASER.bit();
    private static final List<String> MARKERS = List.of(" by ", " By ", "\u2022 ", "| ");
    private static final List<String> MARKED = List.of("Written by", "Story by", "Author:", "Words by", "作者：", "文/");

    private BylineLines() {}

    /// Those near the headline; their rank is the index of their block.
    static List<ShownBylines.Shown> near(List<PageBlock> blocks, int titleBlock) {
        var lines = new ArrayList<ShownBylines.Shown>();
        int from = Math.max(0, titleBlock - BEFORE_TITLE);
        int to = Math.min(blocks.size(), titleBlock + AFTER_TITLE);
        for (int i = from; i < to && titleBlock >= 0; i++) {
            PageBlock block = blocks.get(i);
            List<String> labelled = BylineLabels.authors(block);
            if (!labelled.isEmpty()) {
                lines.add(new ShownBylines.Shown(labelled, "byline", i));
            } else if (block.words() <= MAX_LINE_WORDS && (block.startCues() & Cue.PHOTO.bit()) == 0) {
                List<String> names = names(blocks, i);
                if (!names.isEmpty()) {
                    lines.add(new ShownBylines.Shown(names, "byline", i));
                }
            }
        }
        return lines;
    }

    private static List<String> names(List<PageBlock> blocks, int i) {
        String text = blocks.get(i).text();
        boolean led = (blocks.get(i).startCues() & Cue.BYLINE.bit()) != 0 || isGlued(text);
        if (led) {
            return PersonNames.shown(isGlued(text) ? text.substring(2) : text);
        }
        if (isFromPlace(text)) {
            return PersonNames.shown(text.substring("From ".length()));
        }
        return i > 0 && blocks.get(i - 1).text().equalsIgnoreCase("by") ? PersonNames.shown(text) : List.of();
    }

    /// `ByAnna Lind`, as pages run the two together that only their style keeps apart.
    private static boolean isGlued(String text) {
        return text.length() > 3 && text.startsWith("By") && Character.isUpperCase(text.charAt(2));
    }

    /// `From Anna Lind in Oslo`
    private static boolean isFromPlace(String text) {
        return text.startsWith("From ") && (text.contains(" in ") || text.contains(" at "));
    }

    /// What is less sure: lines that say it anywhere on the page, and bare names beside the headline.
    static List<ShownBylines.Shown> elsewhere(List<PageBlock> blocks, int titleBlock, int rank) {
        var lines = new ArrayList<ShownBylines.Shown>();
        for (int i = 0; i < blocks.size(); i++) {
            PageBlock block = blocks.get(i);
            int distance = i - titleBlock;
            boolean close = titleBlock >= 0 && distance > 0 && distance <= AFTER_TITLE_ALONE;
            if (block.words() > MAX_LINE_WORDS || isAside(block)) {
                continue;
            }
            List<String> names = close ? dated(block) : List.of();
            if (names.isEmpty() && close && isNameBesideDate(blocks, i)) {
                names = PersonNames.shown(block.text());
            }
            if (names.isEmpty() && isMarked(block.text())) {
                names = PersonNames.shown(block.text());
            }
            if (!names.isEmpty()) {
                lines.add(new ShownBylines.Shown(names, "byline", rank + (close ? distance : 2 * AFTER_TITLE)));
            }
        }
        return lines;
    }

    /// Names after `by` or a bar in a line with a date.
    private static List<String> dated(PageBlock block) {
        if (block.digits() < 3 || DateText.parse(block.text()) == null) {
            return List.of();
        }
        for (String marker : MARKERS) {
            int at = block.text().indexOf(marker);
            List<String> names =
                    at < 0 ? List.of() : PersonNames.shown(block.text().substring(at + marker.length()));
            if (!names.isEmpty()) {
                return names;
            }
        }
        return List.of();
    }

    private static boolean isNameBesideDate(List<PageBlock> blocks, int i) {
        String text = blocks.get(i).text();
        if (text.length() > MAX_NAME_CHARS || !PersonNames.shown(text).equals(List.of(text))) {
            return false;
        }
        Box box = blocks.get(i).box();
        boolean ofAuthor =
                box.hints(Hint.AUTHOR) || (box.parent() != null && box.parent().hints(Hint.AUTHOR));
        return ofAuthor || isDate(blocks, i - 1) || isDate(blocks, i + 1);
    }

    private static boolean isDate(List<PageBlock> blocks, int i) {
        return i >= 0
                && i < blocks.size()
                && blocks.get(i).words() <= MAX_LINE_WORDS
                && blocks.get(i).digits() >= 3
                && DateText.parse(Names.clean(blocks.get(i).text())) != null;
    }

    private static boolean isMarked(String text) {
        for (String mark : MARKED) {
            if (text.startsWith(mark)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAside(PageBlock block) {
        return (block.box().hintsAround() & ASIDE) != 0;
    }
}
