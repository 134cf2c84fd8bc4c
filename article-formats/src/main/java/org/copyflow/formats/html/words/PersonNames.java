package org.copyflow.formats.html.words;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.copyflow.formats.html.lexicon.NameWords;

/// The names in a byline.
public final class PersonNames {

    private static final int MAX_NAME_CHARS = 60;
    private static final int MAX_TEXT_CHARS = 500;
    private static final int MAX_WORDS = 6;
    private static final int MAX_SEEN_WORDS = 4;
    private static final NameWords WORDS = NameWords.known();
    private static final String MARKS_BETWEEN = ";|/\n•·、，,";
    private static final Pattern BETWEEN =
            Pattern.compile("[;|/\\n•·、，]|, |,(?=[A-Z])| (?:and|und|et|with) | [ye&] | [–—-] ");

    private PersonNames() {}

    /// The names that a place made for names states: each as it stands there, without lead-in and credentials.
    public static List<String> stated(String byline) {
        return names(byline, false);
    }

    /// The names that a line on the page shows: only what looks like a person's name.
    public static List<String> shown(String byline) {
        return names(byline, true);
    }

    private static List<String> names(String byline, boolean strict) {
        var names = new ArrayList<String>();
        String text = Names.clean(byline);
        if (text.length() > MAX_TEXT_CHARS || text.contains("://") || text.startsWith("www.")) {
            return names;
        }
        String[] parts = text.startsWith("The ")
                ? new String[] {text}
                : isChinese(text) ? text.split("[ 、，,;；/]+") : parts(text);
        for (String part : parts) {
            if (strict && !names.isEmpty() && isRole(part)) {
                break;
            }
            String name = halved(trimmed(part.strip(), strict));
            if (isName(name) && (!strict || isPersonLike(name))) {
                names.add(name);
            } else if (strict && !names.isEmpty() && !WORDS.isCredential(part)) {
                break;
            }
        }
        return names;
    }

    /// `City Hall correspondent` after a name.
    private static boolean isRole(String part) {
        String[] words = part.strip().split(" ");
        for (int i = 1; i < words.length; i++) {
            if (WORDS.endsName(words[i])) {
                return WORDS.isOrganisation(words[i]);
            }
        }
        return false;
    }

    /// Most bylines are two words, between which nothing is to be looked for.
    private static String[] parts(String text) {
        boolean twoWords = text.indexOf(' ') == text.lastIndexOf(' ');
        for (int i = 0; i < text.length() && twoWords; i++) {
            twoWords = MARKS_BETWEEN.indexOf(text.charAt(i)) < 0;
        }
        return twoWords ? new String[] {text} : BETWEEN.split(text);
    }

    private static boolean isChinese(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (Character.isLetterOrDigit(c) && !Character.isIdeographic(c)) {
                return false;
            }
        }
        return true;
    }

    /// Without what leads in to a name and what follows it.
    private static String trimmed(String part, boolean strict) {
        String[] words = part.split(" ");
        var name = new StringBuilder();
        boolean begun = false;
        for (String word : words) {
            String bare = word.endsWith(":") ? word.substring(0, word.length() - 1) : word;
            if (!begun && (bare.isEmpty() || WORDS.leadsIn(bare))) {
                continue;
            }
            boolean ends = begun && (strict ? WORDS.endsName(bare) || hasDigit(bare) : hasDigit(bare));
            if (ends || (begun && WORDS.isCredential(bare) && bare.length() <= 6 && !isCapitalisedName(bare))) {
                break;
            }
            name.append(begun ? " " : "").append(word);
            begun = true;
            if (word.endsWith(",") || word.endsWith(":")) {
                break;
            }
        }
        int end = name.length();
        while (end > 0 && ",:-–—(".indexOf(name.charAt(end - 1)) >= 0) {
            end--;
        }
        return name.substring(0, end).strip();
    }

    /// `Ms` may be a part of a name, `MS` is a degree.
    private static boolean isCapitalisedName(String word) {
        return word.length() > 1 && Character.isLowerCase(word.charAt(word.length() - 1)) && !word.equals("PhD");
    }

    private static boolean hasDigit(String word) {
        return word.chars().anyMatch(Character::isDigit);
    }

    /// `A B A B` is `A B`.
    private static String halved(String name) {
        int middle = name.length() / 2;
        return name.length() % 2 == 1
                        && name.charAt(middle) == ' '
                        && name.regionMatches(true, 0, name, middle + 1, middle)
                ? name.substring(0, middle)
                : name;
    }

    private static boolean isName(String name) {
        if (name.length() < 2
                || name.length() > MAX_NAME_CHARS
                || name.indexOf('@') >= 0
                || name.contains("//")
                || name.contains("www.")
                || name.endsWith(":")) {
            return false;
        }
        String[] words = name.split(" ");
        if (words.length > MAX_WORDS || WORDS.isNone(words[0]) || (WORDS.isCredential(words[0]) && words.length == 1)) {
            return false;
        }
        long letters = name.chars().filter(Character::isLetter).count();
        long digits = name.chars().filter(Character::isDigit).count();
        return letters > 1 && digits <= 2 && Character.isLetter(name.charAt(0));
    }

    private static boolean isPersonLike(String name) {
        String[] words = name.split(" ");
        boolean ideographs = name.charAt(0) > 0x2E80;
        if (ideographs ? name.length() > 5 : words.length < 2 || words.length > MAX_SEEN_WORDS) {
            return false;
        }
        int capitals = 0;
        for (String word : words) {
            capitals += Character.isUpperCase(word.charAt(0)) ? 1 : 0;
            if (WORDS.isNone(word)) {
                return false;
            }
        }
        return ideographs || (capitals >= 2 && Character.isUpperCase(words[words.length - 1].charAt(0)));
    }

    /// Whether a name reads like a body's (a desk, an agency, a paper) rather than a person's.
    public static boolean isOrganisation(String name) {
        if (name.startsWith("The ") || (name.indexOf('.') > 3 && name.indexOf(' ') < 0)) {
            return true;
        }
        for (String word : name.split("[ -]")) {
            if (WORDS.isOrganisation(word)) {
                return true;
            }
        }
        return false;
    }
}
