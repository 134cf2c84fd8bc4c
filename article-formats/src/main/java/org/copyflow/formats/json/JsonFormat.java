package org.copyflow.formats.json;

import org.copyflow.formats.FormatReader;
import org.copyflow.formats.ItemIdentity;
import org.copyflow.formats.PushedDocument;
import org.copyflow.formats.SourceDocument;
import tools.jackson.databind.JsonNode;

/// A reader of a JSON format that is known by its fields.
public interface JsonFormat extends FormatReader {

    /// Does a document with this root belong to it?
    boolean readsRoot(JsonNode root);

    /// The same as [FormatReader#identify], of a document that is parsed already.
    ItemIdentity identify(JsonNode root, PushedDocument document);

    /// The same as [FormatReader#read], of a document that is parsed already.
    SourceDocument read(JsonNode root, PushedDocument document);

    @Override
    default ItemIdentity identify(PushedDocument document) {
        return identify(SafeJson.root(document), document);
    }

    @Override
    default SourceDocument read(PushedDocument document) {
        return read(SafeJson.root(document), document);
    }
}
