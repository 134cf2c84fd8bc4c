package org.copyflow.formats.newspaper;

import java.util.List;
import org.copyflow.events.article.StatedTime;
import org.jspecify.annotations.Nullable;

/// What belongs to one article: the pieces of its head, those of its body, and what the page says over it.
///
/// @param title the heading that is its title
/// @param kicker the short lines over or under the title
/// @param publisher the page's masthead
/// @param section the page's banner
/// @param pageDate the date in the page's folio line
/// @param head the byline and such beside the title
/// @param body text, subheads, captions, remarks
record Stretch(
        @Nullable String title,
        @Nullable String kicker,
        @Nullable String publisher,
        @Nullable String section,
        @Nullable StatedTime pageDate,
        List<PagePiece> head,
        List<PagePiece> body) {

    /// Pieces with nothing around them.
    static Stretch of(List<PagePiece> body) {
        return new Stretch(null, null, null, null, null, List.of(), body);
    }
}
