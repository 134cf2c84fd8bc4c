package org.copyflow.events.article;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The enriched article, one JSON object on `articles.enriched`.
///
/// @param id the article's id: the document id, then `~2`, `~3` … for the parts after the first
/// @param documentId the pushed document it came from
/// @param part which article of the document it is, from 1
/// @param parts how many articles the document holds
/// @param source who pushed it
/// @param uri what the source calls the item
/// @param version the item's version, where the source counts them
/// @param status may it be used
/// @param url where readers find it
/// @param title the headline
/// @param kicker the line over the headline
/// @param section the section of the paper or site
/// @param publisher who published it
/// @param language BCP 47, as `en` or `zh`
/// @param rights whose it is and what may be done with it
/// @param bylines who made it
/// @param bylineText the byline as printed
/// @param publishedAt when it was published, as the document states it
/// @param updatedAt when it was last changed, as the document states it
/// @param receivedAt when Copyflow accepted it
/// @param enrichedAt when this JSON was made
/// @param text the paragraphs, joined by a blank line
/// @param blocks what the stretches of the text are
/// @param leadImage the picture that its source shows at its head
/// @param captions the texts under its pictures
/// @param notes remarks about it
/// @param continuedFrom the page on which it began (`page 1`)
/// @param summary its lead
/// @param summarySentences where the sentences of the summary stand in the text
/// @param keyphrases the phrases it is about, strongest first
/// @param statistics counts and numeric claims
/// @param entities whom and what it names
/// @param quotes who said what
/// @param topics what it is about, by controlled vocabularies
/// @param extensions what the source's format says that no other field holds: an object by the format's name, as
///     the source wrote it; `leftOut` names what was too much to keep
/// @param revision what it changed of the version that readers saw before; absent where there was none
/// @param fingerprint the same for the same words, whatever their layout
/// @param sketch what tells near-duplicates; absent for a text of a few words
/// @param pipeline what made it
public record Article(
        String id,
        String documentId,
        int part,
        int parts,
        String source,
        String uri,
        @Nullable Long version,
        ArticleStatus status,
        @Nullable String url,
        @Nullable String title,
        @Nullable String kicker,
        @Nullable String section,
        @Nullable String publisher,
        @Nullable String language,
        @Nullable Rights rights,
        List<Byline> bylines,
        @Nullable String bylineText,
        @Nullable StatedTime publishedAt,
        @Nullable StatedTime updatedAt,
        Instant receivedAt,
        Instant enrichedAt,
        String text,
        List<Block> blocks,
        @Nullable LeadImage leadImage,
        List<Caption> captions,
        List<Note> notes,
        @Nullable String continuedFrom,
        @Nullable String summary,
        List<Span> summarySentences,
        List<String> keyphrases,
        @Nullable Statistics statistics,
        List<Entity> entities,
        List<Quote> quotes,
        List<ArticleTopic> topics,
        Map<String, JsonNode> extensions,
        @Nullable Revision revision,
        @Nullable String fingerprint,
        @Nullable Sketch sketch,
        Pipeline pipeline) {

    public Article {
        text = text == null ? "" : text; // an empty text is absent from the JSON
        bylines = bylines == null ? List.of() : List.copyOf(bylines);
        blocks = blocks == null ? List.of() : List.copyOf(blocks);
        captions = captions == null ? List.of() : List.copyOf(captions);
        notes = notes == null ? List.of() : List.copyOf(notes);
        summarySentences = summarySentences == null ? List.of() : List.copyOf(summarySentences);
        keyphrases = keyphrases == null ? List.of() : List.copyOf(keyphrases);
        entities = entities == null ? List.of() : List.copyOf(entities);
        quotes = quotes == null ? List.of() : List.copyOf(quotes);
        topics = topics == null ? List.of() : List.copyOf(topics);
        extensions = extensions == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(extensions));
    }

    /// A builder that starts from this article.
    public ArticleBuilder toBuilder() {
        return new ArticleBuilder(this);
    }
}
