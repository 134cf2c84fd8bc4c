package org.copyflow.formats.newsroom;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Recognises what pages and sites print around articles: menus' fixed words, consent, sharing, copyright, licences,
/// turn lines, script.
final class Furniture {

    private static final int MAX_PHRASE_CHARS = 60;
    private static final Map<String, String> PHRASES = WordList.parts("furniture.txt");
    // arrays: every line of every page is held against each of them
    private static final String[] BEGINNINGS = WordList.array("furniture-beginnings.txt");
    private static final String[] INSIDE = WordList.array("furniture-inside.txt");
    private static final String[] CODE_BEGINNINGS = WordList.array("code-beginnings.txt");
    private static final String[] CODE_INSIDE = WordList.array("code-inside.txt");
    private static final int MAX_INSIDE_CHARS = 400;
    private static final int MAX_FOLIO_CHARS = 120;

    private static final Pattern CONTINUED = Pattern.compile(
            "[(（\\[►▶>]*\\s*(?:continued |cont'd |cont\\. )?from (?:the )?"
                    + "((?:front |back )?(?:page|p\\.?)\\s?[A-Z]?\\d{0,3}|[A-Z]\\d{1,2})[)）\\].]*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CONTINUED_CHINESE =
            Pattern.compile("[(（【]?\\s?(?:上接|紧接)(?:本报)?第?\\s?([A-Za-z]?[一二三四五六七八九十\\d]{1,4})\\s?版.{0,12}");
    private static final Pattern TURN = Pattern.compile(
            "[(（\\[►▶>]*\\s*(?:continued|cont'd|turn|story|see|more|full story)\\b.{0,24}"
                    + "\\b(?:page|p\\.?)\\s?[A-Z]?\\d{1,3}[)）\\].>]*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TURN_CHINESE = Pattern.compile("[(（【]?\\s?(?:下转|全文见|详见|报道见).{0,12}版.{0,4}");

    private static final int MAX_LEAD_CHARS = 24;
    private static final Pattern PAGE_NUMBER = Pattern.compile(
            "(?:page|p\\.|seite|página|pagina|стр\\.?) ?[A-Z]?\\d{1,3}|第 ?[A-Z]?\\d{1,3} ?版|[A-Z]?\\d{1,3} ?版",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BAR = Pattern.compile(" ?[|｜] ?");
    private static final int MENU_ENTRIES = 3;
    private static final int MENU_WORDS = 3;

    private Furniture() {}

    static @Nullable PrintedLine read(String line) {
        if (line.isEmpty() || line.chars().noneMatch(Character::isLetterOrDigit)) {
            return new PrintedLine.Furniture();
        }
        if (line.length() <= MAX_PHRASE_CHARS) {
            PrintedLine turn = turn(line);
            if (turn != null) {
                return turn;
            }
        }
        String plain = plain(line);
        String part = plain.length() > MAX_PHRASE_CHARS ? null : PHRASES.get(plain);
        if (part != null) {
            return part.equals("end") ? new PrintedLine.EndOfArticle() : new PrintedLine.Furniture();
        }
        if (isCode(line)) {
            return new PrintedLine.Code();
        }
        return isBoilerplate(plain) || isMenu(line) ? new PrintedLine.Furniture() : null;
    }

    private static @Nullable PrintedLine turn(String line) {
        if (line.chars().noneMatch(Character::isDigit) && line.indexOf('版') < 0 && !isShortTurn(line)) {
            return null;
        }
        Matcher english = CONTINUED.matcher(line);
        if (english.matches()) {
            return new PrintedLine.ContinuedFrom(english.group(1));
        }
        Matcher chinese = CONTINUED_CHINESE.matcher(line);
        if (chinese.matches()) {
            return new PrintedLine.ContinuedFrom("第" + chinese.group(1) + "版");
        }
        if (PAGE_NUMBER.matcher(line).matches()) {
            return new PrintedLine.Furniture();
        }
        boolean onward =
                TURN.matcher(line).matches() || TURN_CHINESE.matcher(line).matches();
        return onward ? new PrintedLine.Furniture() : null;
    }

    /// What stands in brackets at the very start of a text, as `（上接第一版）`, and says where the article began.
    ///
    /// @return how many characters it takes and the page, or null where the text begins otherwise
    static LineReader.@Nullable Continuation lead(String text) {
        int close = text.isEmpty() || "(（".indexOf(text.charAt(0)) < 0 ? -1 : closing(text);
        if (close < 0) {
            return null;
        }
        return turn(text.substring(0, close + 1)) instanceof PrintedLine.ContinuedFrom(String page)
                ? new LineReader.Continuation(close + 1, page)
                : null;
    }

    private static int closing(String text) {
        for (int i = 1; i < Math.min(text.length(), MAX_LEAD_CHARS); i++) {
            if (text.charAt(i) == ')' || text.charAt(i) == '）') {
                return i;
            }
        }
        return -1;
    }

    /// A page number anywhere in the line, as folio lines have one.
    static boolean hasPageNumber(String line) {
        return line.length() <= MAX_FOLIO_CHARS && PAGE_NUMBER.matcher(line).find();
    }

    /// `From the front page` has no number.
    private static boolean isShortTurn(String line) {
        return line.length() < 32 && (line.contains("age") || line.contains("AGE"));
    }

    /// `Home | News | Photos | About us`: short entries between bars.
    private static boolean isMenu(String line) {
        if (line.length() > MAX_INSIDE_CHARS || (line.indexOf('|') < 0 && line.indexOf('｜') < 0)) {
            return false;
        }
        String[] entries = BAR.split(line, -1);
        boolean known = false;
        for (String entry : entries) {
            if (Prose.words(entry) > MENU_WORDS || entry.chars().anyMatch(c -> Character.isDigit(c) || c == ':')) {
                return false;
            }
            known |= PHRASES.containsKey(plain(entry));
        }
        return known && entries.length >= MENU_ENTRIES;
    }

    private static boolean isBoilerplate(String plain) {
        if (plain.length() > MAX_INSIDE_CHARS) {
            return false;
        }
        for (String beginning : BEGINNINGS) {
            if (plain.startsWith(beginning)) {
                return true;
            }
        }
        for (String inside : INSIDE) {
            if (plain.contains(inside)) {
                return true;
            }
        }
        return false;
    }

    /// Source of a script or a style sheet, in any of the quotation marks that a site's typesetter made of its own.
    private static boolean isCode(String line) {
        if (line.length() > MAX_INSIDE_CHARS) {
            return false;
        }
        for (String beginning : CODE_BEGINNINGS) {
            if (line.startsWith(beginning)) {
                return true;
            }
        }
        int marks = 0;
        for (String mark : CODE_INSIDE) {
            marks += line.contains(mark) ? 1 : 0;
        }
        char last = line.charAt(line.length() - 1);
        return marks > 1 || (marks == 1 && (last == ';' || last == '{' || last == '}' || last == '+'));
    }

    /// In lower case, without bullets and marks around it, with single spaces.
    static String plain(String line) {
        int start = 0;
        int end = line.length();
        while (start < end && !Character.isLetterOrDigit(line.charAt(start)) && line.charAt(start) != '©') {
            start++;
        }
        while (end > start && !Character.isLetterOrDigit(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(start, end).toLowerCase(Locale.ROOT).replace('’', '\'');
    }
}
