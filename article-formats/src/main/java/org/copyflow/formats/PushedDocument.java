package org.copyflow.formats;

import org.jspecify.annotations.Nullable;

/// A document as it was pushed.
///
/// @param content the bytes
/// @param mediaType the media type that the caller named, with its charset where it had one
/// @param url where the document came from, where the caller said so
/// @param language BCP 47, where the caller said so
@SuppressWarnings("ArrayRecordComponent") // bytes pass through unread; copying them would only cost
public record PushedDocument(
        byte[] content,
        MediaType mediaType,
        @Nullable String url,
        @Nullable String language) {}
