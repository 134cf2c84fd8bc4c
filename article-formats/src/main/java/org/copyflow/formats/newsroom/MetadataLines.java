package org.copyflow.formats.newsroom;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.copyflow.events.article.Byline;
import org.copyflow.events.article.StatedTime;
import org.jspecify.annotations.Nullable;

/// Recognises lines of labels, times and names as sites print them: `Source: Xinhua | Editor: huaxia | 2025-03-05`,
/// `, Updated 11:22, 05-Mar-2025`, `来源：新华社 责任编辑：李四`. A line is one only where nothing else is left in it.
final class MetadataLines {

    private static final int MAX_CHARS = 300;
    private static final int MAX_VALUE_WORDS = 12;
    private static final Map<String, String> LABELS = WordList.parts("labels.txt");
    private static final int MAX_LABEL_CHARS = 24;
    private static final Pattern PIECES = Pattern.compile("\\s*[|｜•丨\\t]\\s*|\\s+·\\s+|\\s{3,}|[\\s　]*　[\\s　]*");
    /// What each match of it has, beside white space.
    private static final String PARTING = "|｜•丨·　";
    private static final Pattern URL = Pattern.compile("https?://[^\\s\"'<>）)】\\]]{4,400}");

    private static final Pattern PAGE_NUMBER =
            Pattern.compile("(?:page|p\\.?)\\s?[A-Z]?\\d{1,3}|第?[A-Z]?[一二三四五六七八九十\\d]{1,3}版", Pattern.CASE_INSENSITIVE);

    private MetadataLines() {}

    /// @param line one that is no furniture
    static PrintedLine.@Nullable Metadata read(String line) {
        if (line.length() > MAX_CHARS) {
            return null;
        }
        var found = new Findings();
        if (!isParted(line)) {
            return readPiece(line, found) && !found.isEmpty() ? found.metadata() : null;
        }
        for (String part : PIECES.split(line)) {
            String piece = part.strip();
            boolean says = !piece.isEmpty() && !(Furniture.read(piece) instanceof PrintedLine.Furniture);
            if (says && !readPiece(piece, found)) {
                return null;
            }
        }
        return found.isEmpty() ? null : found.metadata();
    }

    /// Whether there may be several pieces: prose, which most lines are, has nothing that parts them.
    private static boolean isParted(String line) {
        boolean space = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean spaces = space && c <= ' ';
            space = c <= ' ';
            if (spaces || c == '\t' || (c > 'z' && PARTING.indexOf(c) >= 0)) {
                return true;
            }
        }
        return false;
    }

    private static boolean readPiece(String piece, Findings found) {
        int[] label = firstLabel(piece, 0);
        if (label == null) {
            return readUnlabelled(piece, found);
        }
        String before = piece.substring(0, label[0]).strip();
        if (!before.isEmpty() && !readUnlabelled(before, found)) {
            return false;
        }
        while (label != null) {
            int[] next = firstLabel(piece, label[2]);
            String value = piece.substring(label[2], next == null ? piece.length() : next[0])
                    .strip();
            if (!readLabelled(piece.substring(label[0], label[1]), value, found)) {
                return false;
            }
            label = next;
        }
        return true;
    }

    /// Start, end and the end of its colon, of the first label from a place on.
    private static int @Nullable [] firstLabel(String text, int from) {
        for (int colon = from; colon < text.length(); colon++) {
            if (text.charAt(colon) != ':' && text.charAt(colon) != '：') {
                continue;
            }
            int end = colon;
            while (end > from && Character.isWhitespace(text.charAt(end - 1))) {
                end--;
            }
            for (int start = Math.max(from, end - MAX_LABEL_CHARS); start < end; start++) {
                boolean atWord = start == from
                        || !Character.isLetter(text.charAt(start - 1))
                        || Prose.isIdeograph(text.charAt(start));
                if (atWord && LABELS.containsKey(key(text.substring(start, end)))) {
                    return new int[] {start, end, colon + 1};
                }
            }
        }
        return null;
    }

    private static boolean readLabelled(String label, String value, Findings found) {
        if (URL.matcher(value).matches()) {
            return found.add("url", value);
        }
        String field = LABELS.getOrDefault(key(label), "");
        String rest = takeDate(value, StatedDates.find(value), field, found);
        if (Prose.words(rest) > MAX_VALUE_WORDS && !field.equals("title") && !field.equals("ignored")) {
            return false;
        }
        return rest.isEmpty() || found.add(field, rest);
    }

    /// Takes a date out of a text and answers what is left.
    private static String takeDate(String text, StatedDates.@Nullable Found date, String label, Findings found) {
        if (date == null) {
            return trim(text);
        }
        String before = trim(text.substring(0, date.start()));
        String field = LABELS.getOrDefault(key(before), "");
        boolean labels = field.equals("published") || field.equals("updated");
        found.date(labels ? field : label, date.time());
        return trim((labels ? "" : before) + " " + text.substring(date.end()));
    }

    private static boolean readUnlabelled(String piece, Findings found) {
        StatedDates.Found date = StatedDates.find(piece);
        String rest = takeDate(piece, date, "", found);
        if (rest.isEmpty()) {
            return true;
        }
        if (PAGE_NUMBER.matcher(rest).matches()) {
            return true;
        }
        if (URL.matcher(rest).matches()) {
            return found.add("url", rest);
        }
        PrintedLine.Credits credits = Bylines.read(rest);
        if (credits != null) {
            found.people(credits.bylines());
            return true;
        }
        if (Prose.words(rest) < 7 && Names.isOutlet(rest)) {
            found.outlet(rest);
            return true;
        }
        return date != null && rest.length() < 16 && (LABELS.containsKey(key(rest)) || isWeekday(rest));
    }

    private static boolean isWeekday(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.endsWith("day") || lower.matches("(?:mon|tue|wed|thu|fri|sat|sun)|星期.|周.");
    }

    private static String key(String label) {
        return trim(label).toLowerCase(Locale.ROOT);
    }

    /// Without the marks that stand around the parts of such lines.
    private static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isMark(text.charAt(start))) {
            start++;
        }
        while (end > start && isMark(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isMark(char c) {
        return Character.isWhitespace(c) || ",;|·-–—()（）[]【】/:：．。，、".indexOf(c) >= 0;
    }

    /// What the pieces of one line stated.
    private static final class Findings {
        private final List<Byline> bylines = new ArrayList<>();
        private @Nullable String publisher;
        private @Nullable StatedTime published;
        private @Nullable StatedTime updated;
        private @Nullable String url;
        private @Nullable String section;
        private @Nullable String title;
        private boolean any;

        boolean isEmpty() {
            return !any;
        }

        void date(String field, StatedTime time) {
            any = true;
            if (field.equals("updated")) {
                updated = time;
            } else if (published == null) {
                published = time;
            }
        }

        boolean add(String field, String value) {
            any = true;
            switch (field) {
                case "source" -> publisher = value;
                case "url" -> url = URL.matcher(value).matches() ? value : url;
                case "section" -> section = value;
                case "title" -> title = value;
                case "author", "editor", "photographer", "translator" -> {
                    return people(field, value);
                }
                case "published", "updated" -> {
                    return false;
                }
                default -> {}
            }
            return true;
        }

        /// The name of an outlet says nothing unless something else on the line does.
        void outlet(String name) {
            publisher = publisher == null ? name : publisher;
        }

        void people(List<Byline> found) {
            any = true;
            bylines.addAll(found);
        }

        /// False where the value names neither people nor roles: `记者：` also opens a question of an interview.
        private boolean people(String role, String list) {
            boolean any = false;
            for (String name : Names.split(list)) {
                boolean person = Names.isPerson(name) || (role.equals(Byline.EDITOR) && name.matches("\\p{L}{2,16}"));
                if (person && !Names.isRole(name)) {
                    bylines.add(new Byline(name, role));
                }
                any |= person || Names.isRole(name) || Names.isOutlet(name);
            }
            return any;
        }

        PrintedLine.Metadata metadata() {
            return new PrintedLine.Metadata(bylines, publisher, published, updated, url, section, title);
        }
    }
}
