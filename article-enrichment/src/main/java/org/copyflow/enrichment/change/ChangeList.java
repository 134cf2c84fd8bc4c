package org.copyflow.enrichment.change;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.copyflow.events.article.Revision.Change;
import org.copyflow.events.article.Revision.Field;
import org.copyflow.events.article.Revision.Kind;
import org.jspecify.annotations.Nullable;

/// Collects changes up to a limit for each field, and counts the rest. Not thread-safe.
final class ChangeList {

    private static final int MAX_OF_FIELD = 20;

    private final List<Change> listed = new ArrayList<>();
    private final Map<Field, Integer> counts = new EnumMap<>(Field.class);
    private int more;

    /// Notes a field that may have come, gone or become something else.
    void replaced(Field field, @Nullable String before, @Nullable String after) {
        if (before == null ? after == null : after != null && Words.sameText(before, after)) {
            return;
        }
        note(field, before, after, null);
    }

    /// Notes a difference: one of the two texts may be absent.
    void note(Field field, @Nullable String before, @Nullable String after, @Nullable String about) {
        if (counts.merge(field, 1, Integer::sum) > MAX_OF_FIELD) {
            more++;
            return;
        }
        if (before == null || after == null) {
            Kind kind = before == null ? Kind.ADDED : Kind.REMOVED;
            listed.add(new Change(field, kind, cut(before), cut(after), cut(about)));
        } else {
            Excerpts cut = Excerpts.of(before, after);
            listed.add(new Change(field, Kind.CHANGED, cut.before(), cut.after(), cut(about)));
        }
    }

    List<Change> listed() {
        return listed;
    }

    /// How many are not listed; absent for none.
    @Nullable
    Integer more() {
        return more == 0 ? null : more;
    }

    private static @Nullable String cut(@Nullable String text) {
        return text == null ? null : Excerpts.beginning(text);
    }
}
