package org.copyflow.formats;

import java.util.List;

/// Takes a document apart that carries several items of their own, as a feed or a news message does. A [FormatReader]
/// whose format can carry several implements it too; [FormatReaders#splitterOf] finds it. Thread-safe.
public interface ItemSplitter {

    /// The items in the document's order, each a small document of its own that its media type's reader identifies and
    /// reads as that item alone, with everything that the whole document says of it (feed title, language). What is
    /// wrong with one of them shows when it is identified. A document that carries no item gives none.
    ///
    /// @throws UnreadableDocumentException where the bytes are not of this format, or carry more items than is
    ///     allowed
    List<PushedDocument> split(PushedDocument document);
}
