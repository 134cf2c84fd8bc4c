package org.copyflow.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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

    /// Makes the items one by one, and stops where they are much more together than the document that they come from:
    /// each repeats what that says of itself, which may be long.
    ///
    /// @throws UnreadableDocumentException with code `too-large`
    static List<PushedDocument> within(PushedDocument document, Stream<PushedDocument> items) {
        long limit = 2L * document.content().length + 16 * 1_048_576;
        var made = new ArrayList<PushedDocument>();
        long bytes = 0;
        for (var each = items.iterator(); each.hasNext(); ) {
            PushedDocument item = each.next();
            bytes += item.content().length;
            if (bytes > limit) {
                throw new UnreadableDocumentException(
                        "too-large",
                        "The document's items, each with what the document says of itself, take more than " + limit
                                + " bytes; push them one by one, or say less of them all.");
            }
            made.add(item);
        }
        return made;
    }
}
