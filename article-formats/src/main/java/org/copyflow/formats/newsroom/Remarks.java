package org.copyflow.formats.newsroom;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.copyflow.events.article.Note;
import org.jspecify.annotations.Nullable;

/// Recognises remarks about an article: the editor's note, who the authors are, a correction.
final class Remarks {

    private static final int MAX_CHARS = 1200;
    private static final int MAX_HEAD_CHARS = 40;
    private static final Map<String, String> HEADS = WordList.parts("remarks.txt");
    private static final Pattern ABOUT_AUTHOR =
            Pattern.compile("[(（\\[*—–-]*\\s*(?:The|This) (?:authors?|writers?|columnists?|contributors?|commentators?)"
                    + "(?:'s|’s)?\\b.{0,60}?"
                    + "\\b(?:is|are|was|were|works?|lives?|teach(?:es)?|served?|heads?|leads?|directs?|chairs?"
                    + "|writes?|can be reached)\\b.*");
    private static final Pattern DISCLAIMER = Pattern.compile(
            "[(（\\[*—–-]*\\s*(?:The|All|Any|These) (?:views?|opinions?)\\b.{0,80}"
                    + "\\b(?:author|writer|own|express|reflect|represent).*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ABOUT_AUTHOR_CHINESE =
            Pattern.compile("[(（【]?\\s?(?:本文)?作者(?:简介|单位)?(?:[:：]|系|为|是|分别).{2,200}");

    private Remarks() {}

    static @Nullable PrintedLine read(String line) {
        if (line.length() > MAX_CHARS) {
            return null;
        }
        PrintedLine headed = headed(line);
        if (headed != null) {
            return headed;
        }
        if ("TA（(【[*—–-本作".indexOf(line.charAt(0)) < 0) {
            return null;
        }
        boolean author = (line.length() < 400 && ABOUT_AUTHOR.matcher(line).matches())
                || DISCLAIMER.matcher(line).matches()
                || isChineseAuthorNote(line);
        return author ? new PrintedLine.Remark(new Note(Note.Kind.AUTHOR, unbracketed(line))) : null;
    }

    /// `（作者系…）` is a remark; `作者：张三` is a byline.
    private static boolean isChineseAuthorNote(String line) {
        if (!ABOUT_AUTHOR_CHINESE.matcher(line).matches()) {
            return false;
        }
        int colon = Math.max(line.indexOf(':'), line.indexOf('：'));
        return colon < 0 || colon > 8 || line.length() - colon > 14;
    }

    private static @Nullable PrintedLine headed(String line) {
        String text = unbracketed(line);
        int colon = firstOf(text, ":：|】", MAX_HEAD_CHARS);
        String head = Furniture.plain(colon < 0 ? text : text.substring(0, colon));
        String kind = head.length() > MAX_HEAD_CHARS ? null : HEADS.get(head);
        if (kind == null) {
            return null;
        }
        Note.Kind of = Note.Kind.valueOf(kind.toUpperCase(Locale.ROOT));
        String rest = colon < 0 ? "" : text.substring(colon + 1).strip();
        return rest.isEmpty() ? new PrintedLine.RemarkHeading(of) : new PrintedLine.Remark(new Note(of, rest));
    }

    private static String unbracketed(String line) {
        int end = line.length() - 1;
        if (end > 1 && "(（[【".indexOf(line.charAt(0)) >= 0) {
            boolean closed = ")）]】".indexOf(line.charAt(end)) >= 0;
            return line.substring(1, closed ? end : end + 1).strip();
        }
        return line;
    }

    private static int firstOf(String text, String marks, int limit) {
        for (int i = 0; i < Math.min(limit, text.length()); i++) {
            if (marks.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }
}
