package org.copyflow.index.stream;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.copyflow.events.story.ArticleDigest;
import org.copyflow.events.story.ArticlePointer;
import org.copyflow.events.story.ArticleRelations;
import org.copyflow.index.duplicates.Duplicates;
import org.copyflow.index.store.ComparedArticle;
import org.copyflow.index.store.IndexStores;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/// Compares articles of one language and says of each what it has to do with others, whenever that changes. What
/// it compares with is kept in memory, and put together again from its store when the task starts.
@NullUnmarked // Kafka sets the fields in init and takes null for a tombstone
final class ComparisonProcessor implements Processor<String, ArticleDigest, String, ArticleRelations> {

    private final ComparisonLimits limits;
    private final Map<String, Duplicates> duplicates = new HashMap<>();
    private ProcessorContext<String, ArticleRelations> context;
    private KeyValueStore<String, ComparedArticle> compared;

    ComparisonProcessor(ComparisonLimits limits) {
        this.limits = limits;
    }

    @Override
    public void init(ProcessorContext<String, ArticleRelations> given) {
        context = given;
        compared = given.getStateStore(IndexStores.COMPARED);
        restore();
    }

    @Override
    public void process(Record<String, ArticleDigest> record) {
        ArticleDigest digest = record.value();
        String language = record.key();
        Duplicates known = of(language);
        ComparedArticle before = compared.get(digest.articleId());
        Set<String> touched = new LinkedHashSet<>(Set.of(digest.articleId()));
        if (digest.shown() && Duplicates.canCompare(digest.sketch())) {
            Instant first = earlier(before, digest.receivedAt());
            ArticleRelations said = before == null ? null : before.relations();
            compared.put(digest.articleId(), new ComparedArticle(language, digest, first, said));
            touched.addAll(known.put(pointer(digest), first, digest.sketch()));
        } else {
            touched.addAll(known.remove(digest.articleId()));
        }
        touched.forEach(articleId -> say(articleId, known.relations(articleId), record.timestamp()));
        if (before != null && !known.holds(digest.articleId())) {
            compared.delete(digest.articleId());
        }
        known.expire().forEach(compared::delete);
    }

    private void say(String articleId, @Nullable ArticleRelations relations, long timestamp) {
        ComparedArticle before = compared.get(articleId);
        if (before != null && !Objects.equals(before.relations(), relations)) {
            compared.put(articleId, before.with(relations));
            context.forward(new Record<>(articleId, relations, timestamp));
        }
    }

    private Duplicates of(String language) {
        return duplicates.computeIfAbsent(
                language, _ -> new Duplicates(limits.duplicateWindow(), limits.comparedArticles()));
    }

    /// Originals are taken up before their copies.
    private void restore() {
        duplicates.clear();
        var copies = new ArrayList<ComparedArticle>();
        try (KeyValueIterator<String, ComparedArticle> all = compared.all()) {
            all.forEachRemaining(entry -> {
                if (original(entry.value) == null) {
                    restore(entry.value);
                } else {
                    copies.add(entry.value);
                }
            });
        }
        copies.forEach(this::restore);
    }

    private void restore(ComparedArticle article) {
        of(article.language())
                .restore(
                        pointer(article.digest()),
                        article.firstReceivedAt(),
                        article.digest().sketch(),
                        original(article));
    }

    private static @Nullable String original(ComparedArticle article) {
        ArticleRelations relations = article.relations();
        return relations == null || relations.duplicateOf() == null
                ? null
                : relations.duplicateOf().articleId();
    }

    private static Instant earlier(@Nullable ComparedArticle before, Instant receivedAt) {
        return before == null || receivedAt.isBefore(before.firstReceivedAt()) ? receivedAt : before.firstReceivedAt();
    }

    private static ArticlePointer pointer(ArticleDigest digest) {
        return new ArticlePointer(digest.articleId(), digest.source());
    }
}
