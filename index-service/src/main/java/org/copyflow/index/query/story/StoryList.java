package org.copyflow.index.query.story;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/// Stories that a query selects.
///
/// @param total how many there are, beyond the limit too
public record StoryList(
        @JsonInclude(JsonInclude.Include.ALWAYS) List<StorySummary> stories, long total) {}
