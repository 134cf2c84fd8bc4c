package org.copyflow.formats;

/// One item of a document that carries several.
///
/// @param identity who the item says it is: the same as [FormatReader#identify] says of `document`
/// @param document the item as a document of its own, with its own media type; the whole where there is only one item
public record SplitItem(ItemIdentity identity, PushedDocument document) {}
