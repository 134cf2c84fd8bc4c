package org.copyflow.enrichment.entities;

import org.copyflow.events.article.Entity;
import org.jspecify.annotations.Nullable;

/// A stretch of tokens that is a name, or may be one.
///
/// @param end the token after its last
/// @param type absent for words with capitals that are not known to be a name
/// @param sure told by words beside the name or in it, not only by the tagger
record Draft(int first, int end, Entity.@Nullable Type type, boolean sure) {

    Draft(int first, int end, Entity.@Nullable Type type) {
        this(first, end, type, false);
    }

    boolean isPerson() {
        return type == Entity.Type.PERSON;
    }

    boolean isOrganisation() {
        return type == Entity.Type.ORGANISATION;
    }

    int words() {
        return end - first;
    }

    Draft from(int token) {
        return new Draft(token, end, type);
    }

    Draft as(Entity.@Nullable Type other) {
        return new Draft(first, end, other);
    }

    Draft surely(Entity.@Nullable Type other) {
        return new Draft(first, end, other, other != null);
    }
}
