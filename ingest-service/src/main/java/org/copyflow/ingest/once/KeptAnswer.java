package org.copyflow.ingest.once;

import org.jspecify.annotations.Nullable;

/// How a push was answered.
///
/// @param json the body
/// @param location the header of that name, where there was one
public record KeptAnswer(int status, String json, @Nullable String location) {}
