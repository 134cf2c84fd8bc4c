package org.copyflow.events.article;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Somebody or something that the article names.
///
/// @param name the fullest name the article uses
/// @param aliases its other names in this article
/// @param id where it is surely known: `iso:CN`, `geonames:1816670` …
/// @param salience how much the article is about it: 0 to 1, all entities of an article together 1
/// @param mentions where it is named, in the order of the text; none where only a caption or a note names it
public record Entity(
        String name,
        Type type,
        List<String> aliases,
        @Nullable String id,
        double salience,
        List<Span> mentions) {

    public Entity {
        aliases = aliases == null ? List.of() : List.copyOf(aliases);
        mentions = mentions == null ? List.of() : List.copyOf(mentions);
    }

    public enum Type {
        @JsonProperty("person")
        PERSON,
        @JsonProperty("organisation")
        ORGANISATION,
        @JsonProperty("place")
        PLACE,
        @JsonProperty("event")
        EVENT,
        @JsonProperty("product")
        PRODUCT,
        @JsonProperty("work")
        WORK;

        /// The word as it stands in JSON and in topic ids.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
