package org.copyflow.index.filter;

/// Why an article is followed: a value of a filter that it has.
///
/// @param part of the filter, as `topic`
/// @param value what the filter asks for, as `medtop:04000000`
public record Reason(String part, String value) {}
