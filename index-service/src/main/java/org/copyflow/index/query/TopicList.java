package org.copyflow.index.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/// Topics that a query selects.
///
/// @param total how many there are, beyond the limit too
public record TopicList(
        @JsonInclude(JsonInclude.Include.ALWAYS) List<TopicSummary> topics, long total) {}
