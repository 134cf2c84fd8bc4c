package org.copyflow.index.syndication;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.copyflow.events.EventJson;
import org.copyflow.events.article.ArticleTopic;
import org.copyflow.events.article.Rights;
import org.jspecify.annotations.Nullable;

/// JSON Feed 1.1 (https://jsonfeed.org/version/1.1), in its own words.
final class JsonFeed {

    private static final String VERSION = "https://jsonfeed.org/version/1.1";

    private JsonFeed() {}

    private record Feed(
            String version,
            String title,
            @JsonProperty("home_page_url") String page,
            @JsonProperty("feed_url") String self,
            String description,
            @JsonProperty("next_url") @Nullable String next,
            @Nullable String language,
            @JsonInclude(JsonInclude.Include.ALWAYS) List<Item> items) {}

    private record Item(
            String id,
            String url,
            String title,

            @JsonInclude(JsonInclude.Include.ALWAYS) @JsonProperty("content_html")
            String html,

            @Nullable String summary,
            @JsonProperty("date_published") Instant published,
            @JsonProperty("date_modified") Instant updated,
            List<Author> authors,
            List<String> tags,
            @Nullable String language,
            @JsonProperty("_copyflow") Extension extension) {

        static Item of(NewsItem item) {
            return new Item(
                    item.id(),
                    item.links().page(),
                    item.title(),
                    item.html(),
                    item.summary(),
                    item.times().published(),
                    item.times().updated(),
                    item.authors().stream().map(Author::new).toList(),
                    item.topics().stream().map(ArticleTopic::name).toList(),
                    item.language(),
                    new Extension(item.links().json(), item.publisher(), item.rights(), item.miningTerm()));
        }
    }

    private record Author(String name) {}

    /// What JSON Feed has no field for.
    ///
    /// @param article the address of the whole article
    private record Extension(
            String article,
            String publisher,
            @Nullable Rights rights,
            @Nullable String dataMiningTerm) {}

    static byte[] write(NewsFeed feed) {
        return EventJson.mapper()
                .writeValueAsBytes(new Feed(
                        VERSION,
                        feed.title(),
                        feed.addresses().page(),
                        feed.addresses().self(),
                        feed.description(),
                        feed.addresses().next(),
                        feed.language(),
                        feed.items().stream().map(Item::of).toList()));
    }
}
