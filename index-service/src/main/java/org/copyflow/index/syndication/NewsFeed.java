package org.copyflow.index.syndication;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.copyflow.events.topic.TopicRef;
import org.jspecify.annotations.Nullable;

/// A page of a topic's articles.
///
/// @param id the topic's
/// @param title what it is called
/// @param addresses its own and its neighbours'
/// @param updated when the topic last changed, be it that an article left
/// @param items newest first
public record NewsFeed(String id, String title, Addresses addresses, Instant updated, List<NewsItem> items) {

    static final String GENERATOR = "Copyflow";

    /// @param self this page's
    /// @param page the topic's page for people
    /// @param next the page of older articles; absent on the last
    public record Addresses(
            String self, String page, @Nullable String next) {}

    public NewsFeed {
        items = List.copyOf(items);
    }

    /// @param page where it is
    public static NewsFeed of(TopicRef topic, SiteAddress site, Page page, Instant updated, List<NewsItem> items) {
        return new NewsFeed(
                "urn:copyflow:topic:" + SiteAddress.segment(topic.id()),
                LegalText.of(topic.name()),
                new Addresses(page.self(), site.topicPage(topic.id()), page.next()),
                updated,
                items);
    }

    /// Where a page of the feed is, and the one after it.
    public record Page(String self, @Nullable String next) {}

    /// What it is about, for formats that want a description.
    String description() {
        return "The newest articles in " + title;
    }

    /// The language of all its items; absent where they differ.
    @Nullable
    String language() {
        List<String> languages = items.stream()
                .map(item -> Objects.requireNonNullElse(item.language(), ""))
                .distinct()
                .limit(2)
                .toList();
        return languages.size() == 1 && !languages.getFirst().isEmpty() ? languages.getFirst() : null;
    }
}
