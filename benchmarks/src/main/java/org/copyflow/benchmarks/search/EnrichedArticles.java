package org.copyflow.benchmarks.search;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.ArticleBuilder;
import org.copyflow.events.article.ArticleTopic;
import org.copyflow.events.article.Entity;
import org.copyflow.events.article.Pipeline;

/// Enriched articles of words that are as frequent as in real texts (by Zipf's law), three in four of them English, the
/// others Chinese. The same number gives the same article.
final class EnrichedArticles {

    static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    private static final int WORDS = 50_000;
    private static final int ENGLISH_WORDS = 400;
    private static final int CHINESE_WORDS = 300;
    private static final int TITLE_WORDS = 8;
    private static final int NAMES = 20_000;
    private static final int TOPICS = 1_100;
    private static final int SOURCES = 40;
    private static final int FIRST_HAN = 0x4e00;
    private static final int HAN = 3_000;

    private EnrichedArticles() {}

    static Article article(int number) {
        var random = new SplittableRandom(number);
        boolean chinese = number % 4 == 3;
        return new ArticleBuilder()
                .id("a" + number)
                .documentId("a" + number)
                .source("source-" + random.nextInt(SOURCES))
                .uri("urn:generated:" + number)
                .language(chinese ? "zh" : "en")
                .title(text(random, chinese, TITLE_WORDS))
                .text(text(random, chinese, chinese ? CHINESE_WORDS : ENGLISH_WORDS))
                .receivedAt(FIRST.plusSeconds(number * 60L))
                .enrichedAt(FIRST.plusSeconds(number * 60L))
                .entities(List.of(entity(random), entity(random), entity(random)))
                .topics(List.of(topic(random), topic(random)))
                .pipeline(new Pipeline("generated", Map.of()))
                .build();
    }

    /// The word of a rank, 0 the most frequent.
    static String word(int rank, boolean chinese) {
        if (chinese) {
            return Character.toString(FIRST_HAN + rank % HAN) + Character.toString(FIRST_HAN + rank / 7 % HAN);
        }
        return "w" + Integer.toString(rank, Character.MAX_RADIX) + "a";
    }

    private static String text(SplittableRandom random, boolean chinese, int words) {
        var text = new StringBuilder(words * 6);
        for (int i = 0; i < words; i++) {
            text.append(word(rank(random, WORDS), chinese));
            text.append(chinese ? i % 12 == 11 ? "。" : "" : i % 15 == 14 ? ". " : " ");
        }
        return text.toString();
    }

    private static int rank(SplittableRandom random, int most) {
        return (int) Math.pow(most, random.nextDouble()) - 1;
    }

    private static Entity entity(SplittableRandom random) {
        String name = "Name " + rank(random, NAMES);
        return new Entity(name, Entity.Type.PERSON, List.of(), null, 1.0 / 3, List.of());
    }

    private static ArticleTopic topic(SplittableRandom random) {
        int topic = rank(random, TOPICS);
        return new ArticleTopic("medtop:2000" + topic, "topic " + topic, 0.9);
    }
}
