package org.copyflow.formats.html.stated;

/// Something that a page states, and the signal it was taken from (`og:title`, `json-ld datePublished`, `h1`).
public record Fact<T>(T value, String signal) {}
