package org.copyflow.enrichment.topics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.copyflow.embeddings.BestEffortEmbeddings;
import org.copyflow.enrichment.annotation.AnalyzedArticle;
import org.copyflow.enrichment.annotation.Annotations;
import org.copyflow.enrichment.annotation.Annotator;
import org.copyflow.enrichment.topics.model.TopicModel;
import org.copyflow.enrichment.topics.taxonomy.MediaTopics;
import org.copyflow.events.article.ArticleTopic;

/// Tells what an article is about: a few concepts of IPTC Media Topics, each with its confidence. Where the source
/// itself names Media Topics it is believed and nothing is added; else see [TopicReader].
public final class TopicAnnotator implements Annotator {

    private final MediaTopics vocabulary;
    private final StatedTopics stated;
    private final Map<String, TopicModel> models;
    private final Map<String, TopicReader> readers;

    /// @param models by language
    /// @param embeddings by language; where a language has none, or its model fails, its words must do
    public TopicAnnotator(
            MediaTopics vocabulary, Map<String, TopicModel> models, Map<String, BestEffortEmbeddings> embeddings) {
        this.vocabulary = vocabulary;
        this.models = Map.copyOf(models);
        stated = new StatedTopics(vocabulary);
        readers = models.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        it -> new TopicReader(it.getKey(), it.getValue(), vocabulary, embeddings.get(it.getKey()))));
    }

    @Override
    public String name() {
        return "topics";
    }

    @Override
    public String version() {
        return models.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(model -> model.getKey() + '-' + model.getValue().version())
                .collect(Collectors.joining("+"));
    }

    @Override
    public Annotations annotate(AnalyzedArticle article, Annotations found) {
        String language = article.body().language();
        List<ArticleTopic> topics = stated.known(article.source().topics(), language);
        TopicReader reader = readers.get(language);
        if (reader != null && !isStated(topics)) {
            reader.found(article).forEach(it -> topics.add(stated.of(it.concept(), it.confidence(), language)));
        }
        return found.withTopics(topics);
    }

    @Override
    public Map<String, String> explain(AnalyzedArticle article) {
        String language = article.body().language();
        List<ArticleTopic> topics = stated.known(article.source().topics(), language);
        var why = new LinkedHashMap<String, String>();
        topics.forEach(topic -> why.put("topic " + topic.id(), "the source"));
        TopicReader reader = readers.get(language);
        if (reader != null && !isStated(topics)) {
            reader.found(article)
                    .forEach(it ->
                            why.put("topic " + it.concept().id(), it.why() + reader.words(article, it.concept())));
        }
        return why;
    }

    private boolean isStated(List<ArticleTopic> topics) {
        return topics.stream().anyMatch(topic -> vocabulary.find(topic.id()) != null);
    }
}
