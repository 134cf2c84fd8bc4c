package org.copyflow.enrichment.topics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.copyflow.embeddings.BestEffortEmbeddings;
import org.copyflow.enrichment.annotation.AnalyzedArticle;
import org.copyflow.enrichment.text.AnalyzedText;
import org.copyflow.enrichment.topics.NamedConcepts.Named;
import org.copyflow.enrichment.topics.model.Beliefs;
import org.copyflow.enrichment.topics.model.FeatureVector;
import org.copyflow.enrichment.topics.model.TopicFeatures;
import org.copyflow.enrichment.topics.model.TopicModel;
import org.copyflow.enrichment.topics.taxonomy.MediaTopic;
import org.copyflow.enrichment.topics.taxonomy.MediaTopics;
import org.jspecify.annotations.Nullable;

/// Finds what articles in one language are about. Immutable, thread-safe.
///
/// A linear model over words tells how probable each concept of the second level is, and their sums how probable those
/// of the top level are; profiles of all concepts have a say in it, and where doubt is left a sentence embedding too.
/// Below a concept of the top level that is believed in, profiles say how deep the article goes; a concept that has
/// none, because it is new in the vocabulary, must be named.
final class TopicReader {

    /// Below it the embedding is asked.
    private static final double UNCERTAIN = 0.4;

    private static final double LEAST_OF_THE_FIRST = 0.15;
    private static final double LEAST_OF_OTHERS = 0.25;
    private static final double LEAST_BELOW = 0.2;
    private static final int LEAST_NAMED = 3;
    private static final int MAX_TOPICS = 4;
    private static final int MAX_TOPS = 3;
    private static final int MAX_BELOW = 2;
    private static final int WORDS_EXPLAINED = 4;

    /// How much profiles say of the top level, of an article of so many tokens; of a headline alone, next to nothing.
    private static final double SAY_OF_PROFILES = 0.2;

    private static final double FULL_SAY_TOKENS = 150;

    private final MediaTopics vocabulary;
    private final TopicModel model;
    private final TopLevel aboveWords;
    private final TopLevel aboveProfiles;
    private final ConceptTree tree;
    private final NamedConcepts names;
    private final @Nullable BestEffortEmbeddings embeddings;

    /// A topic that was found, and by what.
    record Found(MediaTopic concept, double confidence, String why) {}

    /// @param embeddings where there are none, or their model fails, words must do
    /// @throws IllegalArgumentException where the vocabulary has none of the model's concepts
    TopicReader(String language, TopicModel model, MediaTopics vocabulary, @Nullable BestEffortEmbeddings embeddings) {
        this.vocabulary = vocabulary;
        this.model = model;
        this.embeddings = embeddings;
        List<String> profiled = model.profiles().concepts();
        aboveWords = TopLevel.above(model.words().concepts(), vocabulary);
        aboveProfiles = TopLevel.above(profiled, vocabulary);
        tree = new ConceptTree(profiled, vocabulary);
        var known = new HashSet<MediaTopic>();
        profiled.stream().map(vocabulary::find).filter(Objects::nonNull).forEach(known::add);
        if (known.isEmpty()) {
            throw new IllegalArgumentException(
                    "the topics have none of the model's concepts (%s …): a release of IPTC Media Topics is expected"
                            .formatted(profiled.getFirst()));
        }
        names = new NamedConcepts(
                vocabulary.all().stream()
                        .filter(it -> !it.path().isEmpty() && !known.contains(it))
                        .toList(),
                language);
    }

    /// The surest first.
    List<Found> found(AnalyzedArticle article) {
        String title = article.source().title();
        FeatureVector vector = model.vocabulary().vector(TopicFeatures.of(title, article.body()));
        if (vector.size() == 0) {
            return List.of();
        }
        Beliefs profiles = model.byProfiles(vector);
        Beliefs closest = aboveProfiles.of(profiles);
        double say = SAY_OF_PROFILES * Math.min(1, article.body().tokens().count() / FULL_SAY_TOKENS);
        Beliefs tops = aboveWords.of(model.byWords(vector)).and(closest, say);
        float[] embedding = tops.greatest() < UNCERTAIN ? embedding(title, article) : null;
        if (embedding == null) {
            return chosen(tops, "words", profiles, article);
        }
        Beliefs both = aboveWords.of(model.byWordsAndEmbedding(vector, embedding));
        return chosen(both.and(closest, say), "words and embedding", profiles, article);
    }

    /// The words that speak most for a topic that was found, as ` (a, b)`.
    String words(AnalyzedArticle article, MediaTopic concept) {
        List<AnalyzedText> texts = Stream.concat(
                        TopicFeatures.titleOf(article.source().title(), article.body()).stream(),
                        Stream.of(article.body()))
                .toList();
        List<String> words = concept.path().isEmpty()
                ? model.strongest(texts, rightBelow(concept), WORDS_EXPLAINED)
                : model.closest(texts, concept.id(), WORDS_EXPLAINED);
        return words.isEmpty() ? "" : words.stream().collect(Collectors.joining(", ", " (", ")"));
    }

    private Set<String> rightBelow(MediaTopic top) {
        return vocabulary.below(top).stream().map(MediaTopic::id).collect(Collectors.toSet());
    }

    private float @Nullable [] embedding(@Nullable String title, AnalyzedArticle article) {
        return embeddings == null ? null : embeddings.of(TopicText.forEmbedding(title, article.body()));
    }

    private List<Found> chosen(Beliefs tops, String why, Beliefs profiles, AnalyzedArticle article) {
        var chosen = new ArrayList<Found>();
        List<Named> named = names.in(article.source().title(), article.body());
        for (int number :
                tops.ranked().subList(0, Math.min(MAX_TOPS, tops.concepts().size()))) {
            double confidence = tops.probability(number);
            MediaTopic top = vocabulary.find(tops.concepts().get(number));
            if (top != null && confidence >= (chosen.isEmpty() ? LEAST_OF_THE_FIRST : LEAST_OF_OTHERS)) {
                chosen.add(new Found(top, confidence, why));
                tree.below(top, profiles, LEAST_BELOW / confidence, MAX_BELOW)
                        .forEach(it -> chosen.add(new Found(it.concept(), confidence * it.probability(), "words")));
                addNamed(top, named, confidence, chosen);
            }
        }
        return chosen.stream()
                .sorted(Comparator.comparingDouble((Found it) -> -it.confidence)
                        .thenComparing(it -> it.concept.path().size()))
                .limit(MAX_TOPICS)
                .toList();
    }

    private static void addNamed(MediaTopic top, List<Named> named, double confidence, List<Found> chosen) {
        named.stream()
                .filter(it -> it.score() >= LEAST_NAMED && it.concept().isWithin(top))
                .filter(it -> chosen.stream().noneMatch(had -> had.concept.equals(it.concept())))
                .findFirst()
                .ifPresent(it -> chosen.add(new Found(
                        it.concept(),
                        confidence * (1 - Math.pow(0.5, it.score() / 2.0)),
                        "the name \"" + it.name() + '"')));
    }
}
