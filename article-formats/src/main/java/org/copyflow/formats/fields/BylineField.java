package org.copyflow.formats.fields;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.copyflow.events.article.Byline;

/// The people in a byline that stands in a field of its own (`By Leila Haddad and Jonas Wirth`, `记者 普春燕 周航`).
public final class BylineField {

    private static final int MAX_CHARS = 400;
    private static final int MAX_PEOPLE = 24;
    private static final Pattern SEPARATOR =
            Pattern.compile("\\s+(?:and|und|et|y|e|och|og)\\s+|[,;&、，；]|[\\s　]*(?:本报)?记者[\\s　]*");

    private BylineField() {}

    public static List<Byline> people(String byline) {
        String names = byline.strip();
        if (names.length() > MAX_CHARS) {
            return List.of();
        }
        if (names.regionMatches(true, 0, "by ", 0, 3)) {
            names = names.substring(3);
        }
        var people = new ArrayList<Byline>();
        for (String part : SEPARATOR.split(names, MAX_PEOPLE)) {
            String name = part.strip();
            if (!name.isEmpty() && (Character.isUpperCase(name.codePointAt(0)) || !isLatin(name))) {
                people.add(new Byline(name, Byline.AUTHOR));
            }
        }
        return people;
    }

    private static boolean isLatin(String name) {
        return Character.UnicodeScript.of(name.codePointAt(0)) == Character.UnicodeScript.LATIN;
    }
}
