/// From pushed bytes to clean source articles.
///
/// In goes a [PushedDocument]: bytes and what the caller said of them. [FormatReaders] picks the [FormatReader] of its
/// media type; out comes a [SourceDocument]: the item's identity and one or more [SourceArticle]s, or an
/// [UnreadableDocumentException] that says what is wrong. Pure functions: nothing here fetches, executes or waits. Each
/// format is a package below this one; text extraction from web pages, scraped text and newspaper pages is part of
/// its format's package.
@NullMarked
package org.copyflow.formats;

import org.jspecify.annotations.NullMarked;
