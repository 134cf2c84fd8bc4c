package org.copyflow.formats.html.stated;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.copyflow.formats.html.page.FactElements;
import org.copyflow.formats.html.words.Names;
import org.jspecify.annotations.Nullable;

/// What Founder's CMS states in a comment: `<!--enpproperty <title>…</title><author>…</author> … /enpproperty-->`.
public final class CmsProperties {

    /// In a comment, with those that never end: each is looked for to the comment's end.
    private static final int MAX_TAGS = 200;

    private final Map<String, String> values = new HashMap<>();

    private CmsProperties() {}

    public static CmsProperties of(FactElements facts) {
        var properties = new CmsProperties();
        for (String comment : facts.comments()) {
            properties.read(comment);
        }
        return properties;
    }

    private void read(String comment) {
        int at = 0;
        for (int tags = 0; tags < MAX_TAGS; tags++) {
            int open = comment.indexOf('<', at);
            int close = open < 0 ? -1 : comment.indexOf('>', open);
            if (close < 0) {
                return;
            }
            String name = comment.substring(open + 1, close);
            int end = comment.indexOf("</" + name + ">", close);
            if (end > 0) {
                String value = Names.clean(comment.substring(close + 1, end));
                if (!value.isEmpty()) {
                    values.putIfAbsent(name.toLowerCase(Locale.ROOT), value);
                }
                at = end + name.length() + 3;
            } else {
                at = close + 1;
            }
        }
    }

    @Nullable
    public Fact<String> get(String name) {
        String value = values.get(name);
        return value == null ? null : new Fact<>(value, "enpproperty " + name);
    }
}
