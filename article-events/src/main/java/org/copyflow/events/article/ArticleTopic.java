package org.copyflow.events.article;

import java.util.List;

/// A topic of a controlled vocabulary that the article is about.
///
/// @param id qualified by its scheme: `medtop:20000763`
/// @param name in the article's language where the vocabulary has it
/// @param confidence 0 to 1; 1 where the source itself said so
/// @param broader the topics that it belongs to, from the top level down, where the vocabulary is known
public record ArticleTopic(String id, String name, double confidence, List<Broader> broader) {

    public ArticleTopic {
        broader = broader == null ? List.of() : List.copyOf(broader);
    }

    public ArticleTopic(String id, String name, double confidence) {
        this(id, name, confidence, List.of());
    }

    /// A topic above another one.
    ///
    /// @param id as the topic's
    /// @param name as the topic's
    public record Broader(String id, String name) {}
}
