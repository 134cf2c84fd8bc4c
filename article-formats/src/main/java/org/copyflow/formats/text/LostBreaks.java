package org.copyflow.formats.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.copyflow.formats.TextBlock;

/// Puts back the paragraph breaks of a body that a scraper left on one line: where a sentence's end touches the next
/// one's beginning, a break was; a subhead stands where a lower-case word touches a capitalised one soon after a break.
/// One pass over the line; a line with a missing space here and there is left as it is.
final class LostBreaks {

    private static final int MIN_CHARS = 600;
    private static final int MIN_TOUCHES = 3;
    private static final int MAX_SUBHEAD_WORDS = 14;
    private static final int MAX_SUBHEAD_CHARS = 110;
    private static final String OPENERS = "\"“‘'«(";
    private static final String CLOSERS = "\"”’'»)";

    private final String line;
    private final Set<String> words;
    private final List<TextBlock> blocks = new ArrayList<>();

    private LostBreaks(String line) {
        this.line = line;
        this.words = repeatedWords(line);
    }

    /// True where so many sentences touch that their breaks were lost.
    static boolean areIn(String line) {
        if (line.contains("。　　") || line.contains("”　　")) {
            return true;
        }
        if (line.length() < MIN_CHARS) {
            return false;
        }
        int touches = 0;
        boolean quoted = false;
        for (int i = 0; i < line.length() && touches < MIN_TOUCHES; i++) {
            quoted ^= line.charAt(i) == '"';
            touches += breakAfter(line, i, quoted) > 0 ? 1 : 0;
        }
        return touches >= MIN_TOUCHES;
    }

    /// The paragraphs and subheads of a line whose breaks were lost.
    static List<TextBlock> restore(String line) {
        var breaks = new LostBreaks(line);
        breaks.split();
        return breaks.blocks;
    }

    private void split() {
        int start = 0;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            quoted ^= line.charAt(i) == '"';
            int end = breakAfter(line, i, quoted);
            if (end > 0) {
                add(line.substring(start, end));
                start = end;
                quoted = false;
                i = end - 1;
            }
        }
        add(line.substring(start));
    }

    /// Where a sentence ends at this place and the next one touches it, the place between the two; else -1. A straight
    /// mark closes a quotation that is open and opens one otherwise.
    private static int breakAfter(String line, int at, boolean quoted) {
        if (".!?。！？".indexOf(line.charAt(at)) < 0 || at < 3 || at + 2 >= line.length()) {
            return -1;
        }
        int end = at + 1;
        boolean open = quoted;
        while (end < line.length() && CLOSERS.indexOf(line.charAt(end)) >= 0) {
            char c = line.charAt(end);
            if ((c == '"' && !open) || (c == '\'' && !Character.isUpperCase(charAt(line, end + 1)))) {
                break;
            }
            open &= c != '"';
            end++;
        }
        int next = end;
        while (next < line.length() && OPENERS.indexOf(line.charAt(next)) >= 0) {
            next++;
        }
        boolean eastAsian = "。！？".indexOf(line.charAt(at)) >= 0;
        if (eastAsian) {
            return line.startsWith("　", end) ? end : -1;
        }
        boolean touches =
                next + 1 < line.length() && Character.isUpperCase(line.charAt(next)) && !isInitialism(line, at);
        return touches && !Character.isWhitespace(line.charAt(end)) ? end : -1;
    }

    private static char charAt(String line, int at) {
        return at < line.length() ? line.charAt(at) : ' ';
    }

    /// `U.S.`, `J.K. Rowling`, `No.Six`: the full stop after one letter or two ends no sentence.
    private static boolean isInitialism(String line, int at) {
        int start = at;
        while (start > 0 && Character.isLetter(line.charAt(start - 1))) {
            start--;
        }
        int letters = at - start;
        boolean afterStop = start > 0 && line.charAt(start - 1) == '.';
        return (letters == 1 && (afterStop || Character.isUpperCase(line.charAt(start))))
                || (letters == 2 && Character.isUpperCase(line.charAt(start)) && line.charAt(at) == '.' && afterStop);
    }

    private void add(String paragraph) {
        String text = paragraph.strip();
        if (text.isEmpty()) {
            return;
        }
        int subhead = subheadEnd(text);
        if (subhead > 0) {
            blocks.add(TextBlock.heading(text.substring(0, subhead).strip()));
            blocks.add(TextBlock.paragraph(text.substring(subhead).strip()));
        } else {
            blocks.add(TextBlock.paragraph(text));
        }
    }

    /// The end of a subhead that touches the paragraph under it, or -1.
    private int subheadEnd(String text) {
        int spaces = 0;
        for (int i = 1; i < Math.min(text.length() - 1, MAX_SUBHEAD_CHARS); i++) {
            char c = text.charAt(i);
            if ((c == ' ' && ++spaces >= MAX_SUBHEAD_WORDS) || ".!;".indexOf(c) >= 0) {
                return -1;
            }
            boolean touch = isEndOfSubhead(text.charAt(i - 1)) && isStartOfText(text, i);
            if (touch && spaces > 0 && !isName(text, i)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isEndOfSubhead(char c) {
        return Character.isLowerCase(c) || Character.isDigit(c) || "?”’)\"%".indexOf(c) >= 0;
    }

    private static boolean isStartOfText(String text, int at) {
        char c = text.charAt(at);
        boolean quote = c == '“' || (c == '"' && Character.isLowerCase(text.charAt(at - 1)));
        char first = quote ? text.charAt(at + 1) : c;
        boolean word = Character.isUpperCase(first) && !Character.isUpperCase(charAt(text, at + (quote ? 2 : 1)));
        return word
                && (quote || !Character.isDigit(text.charAt(at - 1)) || Character.isLowerCase(charAt(text, at + 1)));
    }

    /// `DeepSeek`, `eBay`, `McDonald`: a word that has a capital inside of its own.
    private boolean isName(String text, int at) {
        int start = at;
        while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        int end = at;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        boolean shortBeginning = at - start < 3 && at - start > 0;
        boolean shortEnding = end - at < 2 && charAt(text, end) != ' ';
        return shortBeginning || shortEnding || words.contains(text.substring(start, end));
    }

    /// The words with a capital inside that stand in the line more than once.
    private static Set<String> repeatedWords(String line) {
        var seen = new HashSet<String>();
        var repeated = new HashSet<String>();
        int start = -1;
        boolean capitalInside = false;
        for (int i = 0; i <= line.length(); i++) {
            if (i < line.length() && Character.isLetter(line.charAt(i))) {
                start = start < 0 ? i : start;
                capitalInside |=
                        i > start && Character.isUpperCase(line.charAt(i)) && Character.isLowerCase(line.charAt(i - 1));
                continue;
            }
            if (capitalInside && !seen.add(line.substring(start, i))) {
                repeated.add(line.substring(start, i));
            }
            start = -1;
            capitalInside = false;
        }
        return repeated;
    }
}
