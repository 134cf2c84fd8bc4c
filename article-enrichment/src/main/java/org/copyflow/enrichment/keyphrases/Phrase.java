package org.copyflow.enrichment.keyphrases;

import java.util.Set;

/// A phrase that may be a key phrase.
///
/// @param text as readers shall see it
/// @param parts its words, or its pairs of characters, normalized: what it shares with another phrase
/// @param count how often it occurs
/// @param score lower is better
record Phrase(String text, Set<String> parts, int count, double score) {}
