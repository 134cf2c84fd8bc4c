package org.copyflow.formats.html.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The names in a byline.
final class PersonNames {

    private static final int MAX_NAME_CHARS = 60;
    private static final int MAX_TEXT_CHARS = 500;
    private static final Pattern LEAD = Pattern.compile(
            "^(?:(?:written |posted |story |words |text |reported |article )?by|von|par|por|di|author|autor|auteur|text)(?:\\s*[:：]\\s*|\\s+)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BETWEEN =
            Pattern.compile("\\s*[;|/\\n•·、，]\\s*|,\\s+|\\s+(?:and|und|et|y|with|e|&)\\s+", Pattern.CASE_INSENSITIVE);

    private PersonNames() {}

    static List<String> in(String byline) {
        var names = new ArrayList<String>();
        String text = Names.clean(byline);
        if (text.length() > MAX_TEXT_CHARS) {
            return names;
        }
        for (String part : BETWEEN.split(LEAD.matcher(text).replaceFirst(""))) {
            String name = LEAD.matcher(part.strip()).replaceFirst("").strip();
            if (isName(name)) {
                names.add(name);
            }
        }
        return names;
    }

    private static boolean isName(String name) {
        if (name.length() < 2
                || name.length() > MAX_NAME_CHARS
                || name.indexOf('@') >= 0
                || name.contains("://")
                || name.contains("www.")) {
            return false;
        }
        int letters = 0;
        int digits = 0;
        for (int i = 0; i < name.length(); i++) {
            letters += Character.isLetter(name.charAt(i)) ? 1 : 0;
            digits += Character.isDigit(name.charAt(i)) ? 1 : 0;
        }
        return letters > 1 && digits <= 2 && Character.isLetter(name.charAt(0)) && name.split(" ").length <= 6;
    }
}
