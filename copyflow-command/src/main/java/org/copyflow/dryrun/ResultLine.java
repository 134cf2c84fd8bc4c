package org.copyflow.dryrun;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import org.copyflow.events.article.Article;
import org.copyflow.events.raw.Outcome;
import org.jspecify.annotations.Nullable;

/// What is printed of one input.
record ResultLine(
        String input,
        Outcome outcome,
        @Nullable Problem error,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<Shown> articles) {

    record Problem(String code, String message) {}

    /// An article, with what its fields were taken from where that was asked for.
    record Shown(@JsonUnwrapped Article article, Map<String, String> evidence) {}
}
