package org.copyflow.index.comparison;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.copyflow.events.raw.EventHeaders;
import org.copyflow.events.story.ArticleDigest;
import org.copyflow.events.story.ArticleRelations;
import org.copyflow.index.pace.PublishPace;
import org.copyflow.index.store.ComparedArticle;
import org.copyflow.index.store.IndexStores;
import org.copyflow.index.stories.StoryChanges;
import org.copyflow.index.stories.StoryPlace;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/// Compares the articles of a language. Whenever what an article has to do with others changes, it says so;
/// every so often it publishes the stories that changed since. What it compares with is kept in memory, and put
/// together again from its stores when the task starts.
@NullUnmarked // Kafka sets the fields in init and takes null for a tombstone
public final class ComparisonProcessor implements Processor<String, ArticleDigest, String, Object> {

    /// The children that it forwards to.
    public static final String RELATIONS = "relations";

    public static final String STORIES = "stories";

    private static final Duration SWEEP_EVERY = Duration.ofHours(1);

    private final ComparisonLimits limits;
    private final TitleVectors vectors;
    private final PublishPace pace;
    private final Map<String, ComparedLanguage> languages = new HashMap<>();
    private ProcessorContext<String, Object> context;
    private KeyValueStore<String, ComparedArticle> compared;
    private PublishedStories stories;

    /// @param pace how much time making stories may take, shared by all tasks
    public ComparisonProcessor(ComparisonLimits limits, TitleVectors vectors, PublishPace pace) {
        this.limits = limits;
        this.pace = pace;
        this.vectors = vectors;
    }

    @Override
    public void init(ProcessorContext<String, Object> given) {
        context = given;
        compared = given.getStateStore(IndexStores.COMPARED);
        stories = new PublishedStories(
                given.getStateStore(IndexStores.STORIES),
                compared,
                (storyId, story) -> given.forward(new Record<>(storyId, story, given.currentSystemTimeMs()), STORIES));
        restore();
        given.schedule(
                limits.publishEvery(),
                PunctuationType.WALL_CLOCK_TIME,
                now -> stories.publish(languages, pace, Instant.ofEpochMilli(now)));
        given.schedule(
                SWEEP_EVERY,
                PunctuationType.WALL_CLOCK_TIME,
                now -> stories.forgetMerged(
                        languages,
                        Instant.ofEpochMilli(now).minus(limits.stories().window())));
    }

    @Override
    public void process(Record<String, ArticleDigest> record) {
        ArticleDigest digest = record.value();
        ComparedLanguage language = language(record.key());
        ComparedArticle before = compared.get(digest.articleId());
        Set<String> touched = new LinkedHashSet<>();
        if (digest.shown()) {
            ComparedArticle now = compared(record.key(), digest, before);
            compared.put(digest.articleId(), now);
            touched.addAll(language.put(now));
        } else {
            touched.addAll(language.remove(digest.articleId()));
        }
        StoryChanges changes = language.stories().drain();
        touched.addAll(changes.articles());
        touched.forEach(articleId -> say(articleId, record));
        stories.changed(record.key(), changes, language, Instant.ofEpochMilli(context.currentSystemTimeMs()));
        if (before != null && !digest.shown()) {
            compared.delete(digest.articleId());
        }
        language.expire();
        stories.changed(
                record.key(),
                language.stories().drain(),
                language,
                Instant.ofEpochMilli(context.currentSystemTimeMs()));
    }

    private void say(String articleId, Record<String, ArticleDigest> cause) {
        ComparedLanguage language = language(cause.key());
        ComparedArticle before = compared.get(articleId);
        if (before == null) {
            return;
        }
        ArticleRelations relations = language.relations(before);
        StoryPlace place = language.stories().place(articleId);
        boolean told = Objects.equals(before.relations(), relations);
        if (!told || !Objects.equals(before.place(), place)) {
            compared.put(articleId, before.with(relations, place));
        }
        if (!told) {
            var said = new Record<String, Object>(articleId, relations, cause.timestamp());
            new EventHeaders(said.headers()).put(EventHeaders.LANGUAGE, cause.key());
            context.forward(said, RELATIONS);
        }
    }

    private ComparedLanguage language(String language) {
        return languages.computeIfAbsent(language, name -> new ComparedLanguage(name, limits, compared, vectors));
    }

    /// Originals are taken up before their copies.
    private void restore() {
        languages.clear();
        var copies = new ArrayList<ComparedArticle>();
        try (KeyValueIterator<String, ComparedArticle> all = compared.all()) {
            all.forEachRemaining(entry -> {
                if (entry.value.duplicateOf() == null) {
                    language(entry.value.language()).restore(entry.value);
                } else {
                    copies.add(entry.value);
                }
            });
        }
        copies.forEach(article -> language(article.language()).restore(article));
        stories.restore(this::language, Set.copyOf(languages.keySet()));
    }

    private static ComparedArticle compared(String language, ArticleDigest digest, @Nullable ComparedArticle before) {
        if (before == null) {
            return new ComparedArticle(language, digest, digest.receivedAt(), null, null, null);
        }
        boolean sameTitle = Objects.equals(before.digest().title(), digest.title());
        Instant first = List.of(before.firstReceivedAt(), digest.receivedAt()).stream()
                .min(Instant::compareTo)
                .orElseThrow();
        return new ComparedArticle(
                language, digest, first, sameTitle ? before.vector() : null, before.relations(), before.place());
    }
}
