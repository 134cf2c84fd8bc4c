package org.copyflow.formats.explanation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a reader came to its articles, for people who ask why.
///
/// @param readAs what the document was taken for (`web page`, `newspaper page`); null where nothing was to be decided
/// @param candidates what might have been the body, in the order in which they are asked
/// @param parts what stretches of the document were taken as, in its order
/// @param partsLeftOut how many parts more there are that are not listed
public record Explanation(@Nullable String readAs, List<Candidate> candidates, List<Part> parts, int partsLeftOut) {

    /// Of a format whose fields say everything.
    public static final Explanation NONE = new Explanation(null, List.of(), List.of(), 0);

    private static final int MAX_TEXT_CHARS = 80;

    /// Something that might have been the body.
    ///
    /// @param score comparable within one document; 0 to 1
    /// @param words how much text it holds
    /// @param path where it stands in the tree, as `main > article.story`
    /// @param why what decided about it
    public record Candidate(
            String name, double score, int words, @Nullable String path, boolean chosen, String why) {

        public Candidate {
            score = Math.round(score * 1000) / 1000.0;
        }
    }

    /// A stretch of the document.
    ///
    /// @param at its number from 1: of a line, or of a stretch of text between the bounds of two blocks
    /// @param article the part of the document it went to, from 1; null where it was dropped
    /// @param takenAs `paragraph`, `heading`, `title`, `caption` … or `dropped`
    /// @param why what decided about it; null where it is plain
    /// @param belief how likely a model holds it to be of the body
    /// @param path where it stands in the tree
    /// @param text its beginning
    public record Part(
            int at,
            @Nullable Integer article,
            String takenAs,
            @Nullable String why,
            @Nullable Double belief,
            @Nullable String path,
            String text) {

        public static final String DROPPED = "dropped";

        public Part {
            text = text.length() <= MAX_TEXT_CHARS
                    ? text
                    : text.substring(0, MAX_TEXT_CHARS - 1).strip() + "…";
        }
    }

    public Explanation {
        candidates = List.copyOf(candidates);
        parts = List.copyOf(parts);
    }
}
