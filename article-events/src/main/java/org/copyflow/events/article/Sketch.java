package org.copyflow.events.article;

/// What tells near-duplicates: a sample of an article's shingles (some words in a row, or Chinese characters) that
/// stands
/// for the whole of them. The share of equal components of two sketches estimates the Jaccard similarity of their
/// shingles.
///
/// @param shingles how many different ones the text has
/// @param components the sample: 126 components of 16 bits each (SuperMinHash), as base64 without padding
public record Sketch(int shingles, String components) {}
