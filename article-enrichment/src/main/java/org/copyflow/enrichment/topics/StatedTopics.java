package org.copyflow.enrichment.topics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.copyflow.enrichment.topics.taxonomy.MediaTopic;
import org.copyflow.enrichment.topics.taxonomy.MediaTopics;
import org.copyflow.events.article.ArticleTopic;
import org.copyflow.events.article.ArticleTopic.Broader;

/// Topics with what the vocabulary says of them: the concept that stands for a retired one, a name in the article's
/// language, what it belongs to. Codes of other vocabularies stay as they are. Pure.
final class StatedTopics {

    /// As many as an article is shown in.
    private static final int MOST = 20;

    private final MediaTopics vocabulary;

    StatedTopics(MediaTopics vocabulary) {
        this.vocabulary = vocabulary;
    }

    /// The source's own subjects, each once, the first 20.
    List<ArticleTopic> known(List<ArticleTopic> stated, String language) {
        Map<String, ArticleTopic> known = new LinkedHashMap<>();
        for (ArticleTopic topic : stated) {
            MediaTopic concept = vocabulary.find(topic.id());
            ArticleTopic full = concept == null ? topic : of(concept, topic.confidence(), language);
            known.merge(full.id(), full, (a, b) -> a.confidence() >= b.confidence() ? a : b);
        }
        return known.values().stream().limit(MOST).collect(Collectors.toCollection(ArrayList::new));
    }

    ArticleTopic of(MediaTopic concept, double confidence, String language) {
        return new ArticleTopic(
                concept.id(),
                concept.name(language),
                Math.round(confidence * 100) / 100.0,
                concept.path().stream()
                        .map(above -> new Broader(above.id(), above.name(language)))
                        .toList());
    }
}
