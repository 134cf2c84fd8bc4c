package org.copyflow.index.query;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Which topics to list.
///
/// @param kind only of this kind
/// @param prefix only those whose name, or id after the colon, begins with this, in any case
/// @param limit at most so many
public record TopicQuery(@Nullable String kind, @Nullable String prefix, Order order, int limit) {

    public enum Order {
        /// Most articles first.
        ARTICLES,
        /// Last changed first.
        UPDATED
    }

    boolean selects(TopicSummary topic) {
        if (kind != null && !kind.equals(topic.kind())) {
            return false;
        }
        return prefix == null
                || startsWith(topic.name(), prefix)
                || startsWith(topic.id().substring(topic.id().indexOf(':') + 1), prefix);
    }

    private static boolean startsWith(String text, String prefix) {
        return text.toLowerCase(Locale.ROOT).startsWith(prefix.toLowerCase(Locale.ROOT));
    }
}
