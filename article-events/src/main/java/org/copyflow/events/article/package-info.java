/// The enriched article: the one JSON object that downstream consumers read.
///
/// [Article] is the root; [ArticleBuilder] makes one. Every offset is a UTF-16 code unit index into
/// [Article#text()], end exclusive. What the document does not say is absent from the JSON, never empty.
@NullMarked
package org.copyflow.events.article;

import org.jspecify.annotations.NullMarked;
