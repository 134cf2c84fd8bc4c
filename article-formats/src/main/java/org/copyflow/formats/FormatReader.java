package org.copyflow.formats;

import java.util.Set;
import org.copyflow.formats.explanation.Explanation;

/// Reads one format. A new format is one class that implements this and one line in [FormatReaders]. Thread-safe.
public interface FormatReader {

    /// What people call the format, as `ninjs`.
    String name();

    /// The media types it reads, in lower case.
    Set<String> mediaTypes();

    /// Who the item is, without reading all of it where that can be avoided: what ingest needs before it accepts one.
    ///
    /// @throws UnreadableDocumentException where the bytes are not of this format
    ItemIdentity identify(PushedDocument document);

    /// Reads all of it.
    ///
    /// @throws UnreadableDocumentException where the bytes are not of this format or hold no article
    SourceDocument read(PushedDocument document);

    /// How it comes to what [#read] says, or refuses: for people who ask why. It reads the document once more, and
    /// takes longer; empty where the format's fields say everything.
    ///
    /// @throws UnreadableDocumentException where the bytes are not of this format
    default Explanation explain(PushedDocument document) {
        return Explanation.NONE;
    }
}
