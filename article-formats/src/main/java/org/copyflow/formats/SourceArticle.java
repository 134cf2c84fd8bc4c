package org.copyflow.formats;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.copyflow.events.article.ArticleTopic;
import org.copyflow.events.article.Byline;
import org.copyflow.events.article.Caption;
import org.copyflow.events.article.LeadImage;
import org.copyflow.events.article.Note;
import org.copyflow.events.article.Rights;
import org.copyflow.events.article.StatedTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One clean article of a document: what the document says, no more. Everything it does not say is absent.
///
/// @param blocks headings, paragraphs, list items and quotes in reading order
/// @param topics the source's own subjects
/// @param extensions what the format says that no other field holds, by the format's name; see `fields.Extensions`
/// @param evidence for each field found, the signal it was taken from (`title` → `og:title`); for `--explain`
public record SourceArticle(
        @Nullable String title,
        @Nullable String kicker,
        @Nullable String section,
        @Nullable String publisher,
        @Nullable String language,
        @Nullable String url,
        @Nullable Rights rights,
        List<Byline> bylines,
        @Nullable String bylineText,
        @Nullable StatedTime publishedAt,
        @Nullable StatedTime updatedAt,
        List<TextBlock> blocks,
        @Nullable LeadImage leadImage,
        List<Caption> captions,
        List<Note> notes,
        @Nullable String continuedFrom,
        List<ArticleTopic> topics,
        Map<String, JsonNode> extensions,
        Map<String, String> evidence) {

    public SourceArticle {
        bylines = List.copyOf(bylines);
        blocks = List.copyOf(blocks);
        captions = List.copyOf(captions);
        notes = List.copyOf(notes);
        topics = List.copyOf(topics);
        extensions = Collections.unmodifiableMap(new LinkedHashMap<>(extensions));
        evidence = Map.copyOf(evidence);
    }

    /// This article, with what the caller said of the document where the document itself does not say it.
    public SourceArticle orAsTold(@Nullable String callersUrl, @Nullable String callersLanguage) {
        return new SourceArticle(
                title,
                kicker,
                section,
                publisher,
                language == null ? callersLanguage : language,
                url == null ? callersUrl : url,
                rights,
                bylines,
                bylineText,
                publishedAt,
                updatedAt,
                blocks,
                leadImage,
                captions,
                notes,
                continuedFrom,
                topics,
                extensions,
                evidence);
    }

    public static Builder builder() {
        return new Builder();
    }

    /// Makes a [SourceArticle]. Not thread-safe.
    public static final class Builder {
        private @Nullable String title;
        private @Nullable String kicker;
        private @Nullable String section;
        private @Nullable String publisher;
        private @Nullable String language;
        private @Nullable String url;
        private @Nullable Rights rights;
        private final List<Byline> bylines = new ArrayList<>();
        private @Nullable String bylineText;
        private @Nullable StatedTime publishedAt;
        private @Nullable StatedTime updatedAt;
        private final List<TextBlock> blocks = new ArrayList<>();
        private @Nullable LeadImage leadImage;
        private final List<Caption> captions = new ArrayList<>();
        private final List<Note> notes = new ArrayList<>();
        private @Nullable String continuedFrom;
        private final List<ArticleTopic> topics = new ArrayList<>();
        private final Map<String, JsonNode> extensions = new LinkedHashMap<>();
        private final Map<String, String> evidence = new HashMap<>();

        private Builder() {}

        public Builder title(@Nullable String value) {
            title = value;
            return this;
        }

        public Builder kicker(@Nullable String value) {
            kicker = value;
            return this;
        }

        public Builder section(@Nullable String value) {
            section = value;
            return this;
        }

        public Builder publisher(@Nullable String value) {
            publisher = value;
            return this;
        }

        public Builder language(@Nullable String value) {
            language = value;
            return this;
        }

        public Builder url(@Nullable String value) {
            url = value;
            return this;
        }

        public Builder rights(@Nullable Rights value) {
            rights = value;
            return this;
        }

        public Builder byline(Byline value) {
            bylines.add(value);
            return this;
        }

        public Builder bylineText(@Nullable String value) {
            bylineText = value;
            return this;
        }

        public Builder publishedAt(@Nullable StatedTime value) {
            publishedAt = value;
            return this;
        }

        public Builder updatedAt(@Nullable StatedTime value) {
            updatedAt = value;
            return this;
        }

        public Builder block(TextBlock value) {
            blocks.add(value);
            return this;
        }

        public Builder blocks(List<TextBlock> values) {
            blocks.addAll(values);
            return this;
        }

        public Builder leadImage(@Nullable LeadImage value) {
            leadImage = value;
            return this;
        }

        public Builder caption(Caption value) {
            captions.add(value);
            return this;
        }

        public Builder note(Note value) {
            notes.add(value);
            return this;
        }

        public Builder continuedFrom(@Nullable String value) {
            continuedFrom = value;
            return this;
        }

        public Builder topic(ArticleTopic value) {
            topics.add(value);
            return this;
        }

        public Builder extensions(Map<String, JsonNode> value) {
            extensions.putAll(value);
            return this;
        }

        /// Notes where a field was taken from.
        public Builder evidence(String field, String signal) {
            evidence.put(field, signal);
            return this;
        }

        public SourceArticle build() {
            return new SourceArticle(
                    title,
                    kicker,
                    section,
                    publisher,
                    language,
                    url,
                    rights,
                    bylines,
                    bylineText,
                    publishedAt,
                    updatedAt,
                    blocks,
                    leadImage,
                    captions,
                    notes,
                    continuedFrom,
                    topics,
                    extensions,
                    evidence);
        }
    }
}
