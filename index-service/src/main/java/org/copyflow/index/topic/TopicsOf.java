package org.copyflow.index.topic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.ArticleTopic;
import org.copyflow.events.article.ArticleTopic.Broader;
import org.copyflow.events.article.Entity;
import org.copyflow.events.topic.TopicRef;
import org.jspecify.annotations.Nullable;

/// The topics of an article, each once: exactly one `source:…`, then those of controlled vocabularies (`medtop:…`) and
/// after them what they belong to, the most salient persons, organisations, places, events and products, and the
/// strongest key phrases.
///
/// What cannot be an id (a name without a letter, a vocabulary that takes the name of one of ours) is left out. An id
/// holds no control character, no white space and no slash.
public final class TopicsOf {

    public static final String SOURCE = "source";
    public static final String KEYWORD = "keyword";

    static final int MAX_VOCABULARY_TOPICS = 20;
    static final int MAX_ENTITIES = 10;
    static final int MAX_KEYPHRASES = 5;
    static final int MAX_LOCAL_CHARS = 120;
    static final int MAX_BROADER = 10;
    private static final int MAX_NAME_CHARS = 200;

    private static final Set<Entity.Type> FOLLOWED = Set.of(
            Entity.Type.PERSON, Entity.Type.ORGANISATION, Entity.Type.PLACE, Entity.Type.EVENT, Entity.Type.PRODUCT);
    private static final Set<String> OWN_KINDS = Set.of(
            SOURCE,
            KEYWORD,
            Entity.Type.PERSON.word(),
            Entity.Type.ORGANISATION.word(),
            Entity.Type.PLACE.word(),
            Entity.Type.EVENT.word(),
            Entity.Type.PRODUCT.word(),
            Entity.Type.WORK.word());

    private TopicsOf() {}

    public static List<TopicRef> of(Article article) {
        var topics = new LinkedHashMap<String, TopicRef>();
        add(topics, SOURCE, sourcePart(article.source()), article.source());
        addStated(topics, article);
        addBroader(topics, article);
        article.entities().stream()
                .filter(entity -> FOLLOWED.contains(entity.type()))
                .sorted(Comparator.comparingDouble(Entity::salience).reversed())
                .limit(MAX_ENTITIES)
                .forEach(entity -> add(topics, entity.type().word(), Slug.of(entity.name()), entity.name()));
        article.keyphrases().stream()
                .limit(MAX_KEYPHRASES)
                .forEach(phrase -> add(topics, KEYWORD, Slug.of(phrase), phrase));
        return new ArrayList<>(topics.values());
    }

    /// The ids of those that hold the article only because a narrower one does.
    public static List<String> broader(Article article) {
        var stated = new LinkedHashMap<String, TopicRef>();
        addStated(stated, article);
        var all = new LinkedHashMap<>(stated);
        addBroader(all, article);
        return all.keySet().stream().filter(id -> !stated.containsKey(id)).toList();
    }

    /// Whether topics of this kind are persons, organisations, places, events or products.
    public static boolean isEntity(String kind) {
        return FOLLOWED.stream().anyMatch(type -> type.word().equals(kind));
    }

    /// The id of an entity's topic, whether or not its article is in it.
    public static String entityId(Entity entity) {
        return entity.type().word() + ':' + Slug.of(entity.name());
    }

    private static void addStated(Map<String, TopicRef> topics, Article article) {
        stated(article).forEach(topic -> addVocabulary(topics, topic.id(), topic.name(), topic.broader()));
    }

    /// What a topic belongs to stands from the top level down, so each belongs to those before it.
    private static void addBroader(Map<String, TopicRef> topics, Article article) {
        var added = new HashSet<Broader>();
        stated(article).map(ArticleTopic::broader).forEach(chain -> {
            for (int i = 0; i < chain.size(); i++) {
                Broader broader = chain.get(i);
                if (added.size() < MAX_VOCABULARY_TOPICS && added.add(broader)) {
                    addVocabulary(topics, broader.id(), broader.name(), chain.subList(0, i));
                }
            }
        });
    }

    private static Stream<ArticleTopic> stated(Article article) {
        return article.topics().stream().limit(MAX_VOCABULARY_TOPICS);
    }

    /// The id of a source's topic.
    public static String sourceId(String source) {
        return SOURCE + ':' + sourcePart(source);
    }

    private static void addVocabulary(Map<String, TopicRef> topics, String id, String name, List<Broader> broader) {
        String known = vocabularyId(id);
        if (known != null) {
            int colon = known.indexOf(':');
            List<String> above = broader.stream()
                    .map(topic -> vocabularyId(topic.id()))
                    .filter(Objects::nonNull)
                    .limit(MAX_BROADER)
                    .toList();
            add(topics, known.substring(0, colon), known.substring(colon + 1), name, above);
        }
    }

    /// As which topic a vocabulary's concept is known; absent where it cannot be one.
    private static @Nullable String vocabularyId(String id) {
        int colon = id.indexOf(':');
        if (colon <= 0) {
            return null;
        }
        String kind = Slug.of(id.substring(0, colon));
        String local = id.substring(colon + 1);
        String plain = isPlain(local) ? local : Slug.of(local);
        return kind.isEmpty() || plain.isEmpty() || OWN_KINDS.contains(kind) ? null : kind + ':' + plain;
    }

    private static void add(Map<String, TopicRef> topics, String kind, String local, String name) {
        add(topics, kind, local, name, List.of());
    }

    private static void add(
            Map<String, TopicRef> topics, String kind, String local, String name, List<String> broader) {
        if (!local.isEmpty()) {
            String id = kind + ':' + local;
            String shown = name == null || name.isBlank() ? local : Cut.to(name.strip(), MAX_NAME_CHARS);
            topics.putIfAbsent(id, new TopicRef(id, shown, kind, broader));
        }
    }

    /// A source keeps its own spelling where an address can carry it. Every article has a source topic, whatever its
    /// source is called.
    private static String sourcePart(String source) {
        if (isPlain(source)) {
            return source;
        }
        String slug = Slug.of(source);
        return slug.isEmpty() ? "x" + Integer.toHexString(source.hashCode()) : slug;
    }

    private static boolean isPlain(String local) {
        return !local.isEmpty()
                && local.length() <= MAX_LOCAL_CHARS
                && local.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_');
    }
}
