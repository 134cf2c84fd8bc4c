package org.copyflow.enrichment.entities;

import org.copyflow.enrichment.entities.tagging.NameKind;
import org.copyflow.events.article.Entity;
import org.jspecify.annotations.Nullable;

/// One place where something is named.
///
/// @param name as written there, titles left out
/// @param type absent where the place itself does not tell; the whole article may
/// @param id where the name alone says which it is, as `iso:CN`
record Mention(
        int start,
        int end,
        String name,
        Entity.@Nullable Type type,
        @Nullable String id) {

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
