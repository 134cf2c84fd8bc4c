package org.copyflow.events.article;

import org.jspecify.annotations.Nullable;

/// Something that somebody is quoted as saying.
///
/// @param start where the quoted words stand, marks left out
/// @param speaker the speaker, as the entity of this article is named
/// @param cue the word that attributes it (`said`)
/// @param direct in quotation marks; otherwise reported speech
public record Quote(
        int start,
        int end,
        String text,
        @Nullable String speaker,
        @Nullable String cue,
        boolean direct) {}
