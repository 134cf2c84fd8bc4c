package org.copyflow.enrichment.topics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.copyflow.embeddings.BestEffortEmbeddings;
import org.copyflow.enrichment.annotation.AnalyzedArticle;
import org.copyflow.enrichment.annotation.Annotations;
import org.copyflow.enrichment.annotation.Annotator;
import org.copyflow.enrichment.topics.NamedConcepts.Named;
import org.copyflow.enrichment.topics.model.Beliefs;
import org.copyflow.enrichment.topics.model.FeatureVector;
import org.copyflow.enrichment.topics.model.TopicFeatures;
import org.copyflow.enrichment.topics.model.TopicModel;
import org.copyflow.enrichment.topics.taxonomy.MediaTopic;
import org.copyflow.enrichment.topics.taxonomy.MediaTopics;
import org.copyflow.events.article.ArticleTopic;
import org.jspecify.annotations.Nullable;

/// Finds what an article is about: a few concepts of IPTC Media Topics, each with its confidence. Where the source
/// itself names Media Topics it is believed and nothing is added.
///
/// A cascade: a linear model over words tells how probable each concept of the second level is, and their sums how
/// probable those of the top level are; where that leaves doubt, a sentence embedding is asked too. Within a concept of
/// the top level that is believed in, the same model and the names of concepts in the text say how deep it goes.
public final class TopicAnnotator implements Annotator {

    /// Below it the embedding is asked.
    private static final double UNCERTAIN = 0.4;

    private static final double LEAST_OF_THE_FIRST = 0.15;
    private static final double LEAST_OF_OTHERS = 0.25;
    private static final double LEAST_OF_THE_SECOND_LEVEL = 0.5;
    private static final int LEAST_NAMED = 3;
    private static final int MAX_TOPICS = 4;
    private static final int MAX_TOPS = 3;
    private static final int WORDS_EXPLAINED = 4;

    private final MediaTopics vocabulary;
    private final StatedTopics stated;
    private final NamedConcepts names;
    private final Map<String, TopicModel> models;
    private final Map<String, TopLevel> topLevels;
    private final Map<String, BestEffortEmbeddings> embeddings;

    /// A topic that was found, and by what.
    private record Found(MediaTopic concept, double confidence, String why) {}

    /// @param models by language
    /// @param embeddings by language; where a language has none, or its model fails, its words must do
    public TopicAnnotator(
            MediaTopics vocabulary, Map<String, TopicModel> models, Map<String, BestEffortEmbeddings> embeddings) {
        this.vocabulary = vocabulary;
        this.models = Map.copyOf(models);
        this.embeddings = Map.copyOf(embeddings);
        stated = new StatedTopics(vocabulary);
        names = new NamedConcepts(vocabulary);
        topLevels = models.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        model -> TopLevel.above(model.getValue().words().concepts(), vocabulary)));
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
        if (!isStated(topics)) {
            found(article).forEach(it -> topics.add(stated.of(it.concept, it.confidence, language)));
        }
        return found.withTopics(topics);
    }

    @Override
    public Map<String, String> explain(AnalyzedArticle article) {
        List<ArticleTopic> topics =
                stated.known(article.source().topics(), article.body().language());
        var why = new LinkedHashMap<String, String>();
        topics.forEach(topic -> why.put("topic " + topic.id(), "the source"));
        if (!isStated(topics)) {
            found(article).forEach(it -> why.put("topic " + it.concept.id(), it.why + words(article, it.concept)));
        }
        return why;
    }

    private boolean isStated(List<ArticleTopic> topics) {
        return topics.stream().anyMatch(topic -> vocabulary.find(topic.id()) != null);
    }

    private String words(AnalyzedArticle article, MediaTopic concept) {
        TopicModel model = models.get(article.body().language());
        return model == null || !concept.path().isEmpty()
                ? ""
                : model.strongest(article.body(), rightBelow(concept), WORDS_EXPLAINED).stream()
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    private Set<String> rightBelow(MediaTopic top) {
        return vocabulary.below(top).stream().map(MediaTopic::id).collect(Collectors.toSet());
    }

    private List<Found> found(AnalyzedArticle article) {
        TopicModel model = models.get(article.body().language());
        String title = article.source().title();
        FeatureVector vector =
                model == null ? null : model.vocabulary().vector(TopicFeatures.of(title, article.body()));
        if (model == null || vector == null || vector.size() == 0) {
            return List.of();
        }
        TopLevel topLevel = Objects.requireNonNull(topLevels.get(article.body().language()));
        Beliefs words = model.byWords(vector);
        Beliefs tops = topLevel.of(words);
        float[] embedding = tops.greatest() < UNCERTAIN ? embedding(title, article) : null;
        if (embedding == null) {
            return chosen(tops, "words", new Deeper(words, article));
        }
        Beliefs both = model.byWordsAndEmbedding(vector, embedding);
        return chosen(topLevel.of(both), "words and embedding", new Deeper(both, article));
    }

    private float @Nullable [] embedding(@Nullable String title, AnalyzedArticle article) {
        BestEffortEmbeddings ofLanguage = embeddings.get(article.body().language());
        return ofLanguage == null ? null : ofLanguage.of(TopicText.forEmbedding(title, article.body()));
    }

    private List<Found> chosen(Beliefs beliefs, String why, Deeper deeper) {
        var chosen = new ArrayList<Found>();
        for (int number : beliefs.ranked()
                .subList(0, Math.min(MAX_TOPS, beliefs.concepts().size()))) {
            double confidence = beliefs.probability(number);
            MediaTopic top = vocabulary.find(beliefs.concepts().get(number));
            if (top != null && confidence >= (chosen.isEmpty() ? LEAST_OF_THE_FIRST : LEAST_OF_OTHERS)) {
                chosen.add(new Found(top, confidence, why));
                chosen.addAll(deeper.below(top, confidence));
            }
        }
        return chosen.stream()
                .sorted(Comparator.comparingDouble((Found it) -> -it.confidence))
                .limit(MAX_TOPICS)
                .toList();
    }

    /// Looks further down in one article.
    private final class Deeper {
        private final Beliefs beliefs;
        private final List<Named> named;

        private Deeper(Beliefs beliefs, AnalyzedArticle article) {
            this.beliefs = beliefs;
            named = names.in(article.source().title(), article.body());
        }

        private List<Found> below(MediaTopic top, double confidence) {
            var found = new ArrayList<Found>();
            Found second = secondLevel(top, confidence);
            if (second != null) {
                found.add(second);
            }
            named.stream()
                    .filter(it -> it.score() >= LEAST_NAMED && it.concept().isWithin(top))
                    .filter(it -> second == null || !second.concept.equals(it.concept()))
                    .findFirst()
                    .ifPresent(it -> found.add(new Found(
                            it.concept(),
                            confidence * (1 - Math.pow(0.5, it.score() / 2.0)),
                            "the name \"" + it.name() + '"')));
            return found;
        }

        private @Nullable Found secondLevel(MediaTopic top, double confidence) {
            Beliefs below = beliefs.among(rightBelow(top));
            if (below.concepts().isEmpty() || below.greatest() < LEAST_OF_THE_SECOND_LEVEL) {
                return null;
            }
            MediaTopic second =
                    vocabulary.find(below.concepts().get(below.ranked().getFirst()));
            return second == null ? null : new Found(second, confidence * below.greatest(), "words, one level down");
        }
    }
}
