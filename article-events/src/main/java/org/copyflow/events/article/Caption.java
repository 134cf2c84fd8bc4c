package org.copyflow.events.article;

import org.jspecify.annotations.Nullable;

/// The text under a picture, and whose picture it is.
public record Caption(String text, @Nullable String credit) {}
