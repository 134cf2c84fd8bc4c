package org.copyflow.formats;

/// One item of a document that carries several.
///
/// @param identity who the item says it is: the same as [FormatReader#identify] says of `document`
/// @param document the item as a document of its own, in the media type of the whole
public record SplitItem(ItemIdentity identity, PushedDocument document) {}
