package org.copyflow.formats;

import java.util.List;

/// Takes a document apart that carries several items of their own, as a feed or a news message does. A [FormatReader]
/// whose format can carry several implements it too; [FormatReaders#splitterOf] finds it. Thread-safe.
public interface ItemSplitter {

    /// The items in the document's order, each a small document of its own that its media type's reader reads as
    /// that item alone, with everything that the whole document says of it (feed title, language). A document that
    /// carries one item gives one; one that carries none gives none.
    ///
    /// @throws UnreadableDocumentException where the bytes are not of this format, or carry more items than is
    ///     allowed
    List<SplitItem> split(PushedDocument document);
}
