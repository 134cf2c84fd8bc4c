package org.copyflow.enrichment.entities;

import org.copyflow.enrichment.entities.tagging.NameKind;
import org.copyflow.events.article.Entity;
import org.jspecify.annotations.Nullable;

/// One place where something is named.
///
/// @param name as written there, titles left out
/// @param start -1 where it stands beside the text, in a caption or a note
/// @param type absent where the place itself does not tell; the whole article may
/// @param sure told by the words there, so that it outvotes others
/// @param id where the name alone says which it is, as `iso:CN`
record Mention(
        int start,
        int end,
        String name,
        Entity.@Nullable Type type,
        boolean sure,
        @Nullable String id) {

    private static final int NOWHERE = -1;

    boolean isInText() {
        return start != NOWHERE;
    }

    /// The same name as an original has it there.
    Mention in(String original) {
        return new Mention(start, end, original.substring(start, end), type, sure, id);
    }

    /// The same name beside the text.
    Mention besideText() {
        return new Mention(NOWHERE, NOWHERE, name, type, sure, id);
    }

    /// The type of what a tagger found; absent where that is none.
    static Entity.@Nullable Type type(NameKind kind) {
        return switch (kind) {
            case PERSON -> Entity.Type.PERSON;
            case ORGANISATION -> Entity.Type.ORGANISATION;
            case PLACE -> Entity.Type.PLACE;
            case EVENT -> Entity.Type.EVENT;
            case OTHER -> null;
        };
    }
}
