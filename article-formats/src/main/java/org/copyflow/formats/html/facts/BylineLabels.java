package org.copyflow.formats.html.facts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.copyflow.formats.html.lexicon.WordLists;
import org.copyflow.formats.html.page.PageBlock;
import org.copyflow.formats.html.words.PersonNames;

/// Names after a label, in lines about the article (`作者：`, `Edited by`) and in Chinese datelines (`（记者 …）`).
final class BylineLabels {

    private static final int MAX_LINE_WORDS = 30;
    private static final int MAX_DATELINE_CHARS = 60;
    private static final int MAX_IDEOGRAPHS = 4;
    private static final List<String> AUTHOR = labels("AUTHOR");
    private static final List<String> EDITOR = labels("EDITOR");
    private static final List<String> ROLES = labels("ROLES");

    private BylineLabels() {}

    private static List<String> labels(String name) {
        return WordLists.read("byline-labels.txt").stream()
                .filter(line -> line.getKey().equals(name))
                .map(Map.Entry::getValue)
                .flatMap(value -> Arrays.stream(value.split("\\|")))
                .map(String::strip)
                .toList();
    }

    static List<String> authors(PageBlock line) {
        return line.words() > MAX_LINE_WORDS ? List.of() : after(line.text(), AUTHOR);
    }

    static List<String> editors(PageBlock line) {
        return line.words() > MAX_LINE_WORDS ? List.of() : after(line.text(), EDITOR);
    }

    private static List<String> after(String text, List<String> labels) {
        for (String label : labels) {
            int at = label.length() > text.length() ? -1 : text.indexOf(label);
            boolean begins = at == 0 || (at > 0 && !Character.isLetter(text.charAt(at - 1)));
            if (begins) {
                String rest = text.substring(at + label.length()).strip();
                return rest.isEmpty()
                        ? List.of()
                        : isIdeograph(rest.charAt(0)) ? chinese(rest) : PersonNames.shown(rest);
            }
        }
        return List.of();
    }

    /// The names in `（记者 甲 实习生 乙）` at the beginning of a paragraph.
    static List<String> inDateline(String paragraph) {
        int open = Math.max(paragraph.indexOf("（记者"), paragraph.indexOf("(记者"));
        int close = open < 0 ? -1 : Math.max(paragraph.indexOf('）', open), paragraph.indexOf(')', open));
        return open < 0 || open > MAX_DATELINE_CHARS || close < 0 || close - open > MAX_DATELINE_CHARS
                ? List.of()
                : chinese(paragraph.substring(open + 1, close));
    }

    /// Names of ideographs up to the first word that is none.
    private static List<String> chinese(String text) {
        var names = new ArrayList<String>();
        for (String word : text.split("[ 　、，,/】）)]+")) {
            String name = word;
            for (String role : ROLES) {
                name = name.startsWith(role) ? name.substring(role.length()) : name;
            }
            boolean isName = name.length() >= 2
                    && name.length() <= MAX_IDEOGRAPHS
                    && name.chars().allMatch(c -> isIdeograph((char) c));
            if (isName) {
                names.add(name);
            } else if (!name.isEmpty()) {
                break;
            }
        }
        return names;
    }

    private static boolean isIdeograph(char c) {
        return Character.isIdeographic(c) || c == '·';
    }
}
