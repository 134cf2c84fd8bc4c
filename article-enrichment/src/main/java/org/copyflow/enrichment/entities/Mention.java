package org.copyflow.enrichment.entities;

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
        @Nullable String id) {}
