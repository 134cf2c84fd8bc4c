package org.copyflow.index.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of the topics that a query selects.
///
/// @param total how many there are on all pages
/// @param next where the next page begins; absent on the last
public record TopicList(
        @JsonInclude(JsonInclude.Include.ALWAYS) List<TopicSummary> topics,
        long total,
        @Nullable TopicPlace next) {

    /// All of them on one page.
    public TopicList(List<TopicSummary> topics, long total) {
        this(topics, total, null);
    }
}
