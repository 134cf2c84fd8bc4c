package org.copyflow.formats.newsroom;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Tells names of people from names of outlets and from roles, by their shape.
public final class Names {

    private static final int MAX_CHARS = 60;
    private static final int MAX_NAMES = 24;
    private static final Set<String> PARTICLES = WordList.words("name-particles.txt");
    private static final Set<String> OUTLET_WORDS = WordList.words("outlet-words.txt");
    private static final Set<String> ROLE_WORDS = WordList.words("role-words.txt");
    private static final Set<String> SURNAMES = WordList.words("surnames-zh.txt");
    private static final Pattern SEPARATOR =
            Pattern.compile("\\s*(?:&amp;|[&,;/、，；＆|]|\\b(?:and|und|y|et|e|och|og|en|i)\\b(?=\\s))\\s*");
    private static final Pattern SPACES = Pattern.compile("[\\s　]+");

    private Names() {}

    /// True for two to five words set as a person's name is, or for a Chinese name.
    public static boolean isPerson(String text) {
        if (text.length() > MAX_CHARS || text.isEmpty()) {
            return false;
        }
        return Prose.isEastAsian(text) ? isChinesePerson(text) : isLatinPerson(text) && !isOutlet(text);
    }

    /// True where a word says that it is a paper, an agency, a station.
    public static boolean isOutlet(String text) {
        if (Prose.isEastAsian(text)) {
            return OUTLET_WORDS.stream().anyMatch(text::endsWith);
        }
        for (String word : SPACES.split(text.toLowerCase(Locale.ROOT))) {
            if (OUTLET_WORDS.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /// True where the words name a job, not somebody: `Staff Reporters`.
    public static boolean isRole(String text) {
        for (String word : SPACES.split(text.toLowerCase(Locale.ROOT))) {
            if (ROLE_WORDS.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /// The parts of a list of names, people or not.
    public static List<String> split(String list) {
        var names = new ArrayList<String>();
        for (String part : SEPARATOR.split(list, MAX_NAMES)) {
            if (Prose.isEastAsian(part)) {
                addChinese(part, names);
            } else if (!part.isBlank()) {
                names.add(part.strip());
            }
        }
        return names;
    }

    /// Chinese names stand beside each other with a space between, and a space within a name of two characters.
    private static void addChinese(String part, List<String> names) {
        String[] words = SPACES.split(part.strip());
        for (int i = 0; i < words.length; i++) {
            boolean spacedOut = words[i].length() == 1 && i + 1 < words.length && words[i + 1].length() == 1;
            if (spacedOut) {
                names.add(words[i] + words[i + 1]);
                i++;
            } else if (!words[i].isEmpty()) {
                names.add(words[i]);
            }
        }
    }

    private static boolean isChinesePerson(String text) {
        if (text.indexOf('·') > 0) {
            return text.length() <= 16 && text.chars().allMatch(c -> c == '·' || Prose.isIdeograph((char) c));
        }
        boolean length = text.length() >= 2 && text.length() <= 4;
        boolean named = length && (SURNAMES.contains(text.substring(0, 1)) || SURNAMES.contains(text.substring(0, 2)));
        return named && text.chars().allMatch(c -> Prose.isIdeograph((char) c));
    }

    private static boolean isLatinPerson(String text) {
        String[] words = SPACES.split(text);
        int named = 0;
        for (String word : words) {
            if (PARTICLES.contains(word.toLowerCase(Locale.ROOT))) {
                continue;
            }
            if (!isNameWord(word)) {
                return false;
            }
            named++;
        }
        return named >= 2 && named <= 5;
    }

    private static boolean isNameWord(String word) {
        if (!Character.isUpperCase(word.charAt(0))) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (!Character.isLetter(c) && "'’-.·".indexOf(c) < 0) {
                return false;
            }
        }
        return word.charAt(word.length() - 1) != '.' || word.length() <= 5;
    }
}
