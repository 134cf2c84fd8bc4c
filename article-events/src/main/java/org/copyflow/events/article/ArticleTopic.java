package org.copyflow.events.article;

/// A topic of a controlled vocabulary that the article is about.
///
/// @param id qualified by its scheme: `medtop:20000763`
/// @param name in the article's language where the vocabulary has it
/// @param confidence 0 to 1; 1 where the source itself said so
public record ArticleTopic(String id, String name, double confidence) {}
