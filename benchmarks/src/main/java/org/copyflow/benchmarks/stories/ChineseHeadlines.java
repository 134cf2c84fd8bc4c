package org.copyflow.benchmarks.stories;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.copyflow.embeddings.EmbeddingBudget;
import org.copyflow.embeddings.OnnxEmbeddings;
import org.copyflow.embeddings.SentenceModel;
import org.copyflow.index.comparison.TitleVectors;
import org.copyflow.index.stories.Stories;
import org.copyflow.index.stories.StoryLimits;
import org.copyflow.index.stories.StoryModel;
import org.copyflow.index.stories.StoryText;
import org.copyflow.index.topic.StoryTerms;
import tools.jackson.databind.json.JsonMapper;

/// Clusters Chinese headlines that were written for this project, by words alone and with embeddings: those of
/// one event in other words, and others of the same fields that tell of one event each.
///
/// `java … ChineseHeadlines [OTHERS.jsonl]`: scores them in ten orders of arrival, alone and among others
/// (lines with `title`), of which each is taken to tell of an event of its own.
public final class ChineseHeadlines {

    private static final String CHINESE = "zh";
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final StoryLimits LIMITS = new StoryLimits(Duration.ofDays(3), 1_000_000, 10_000);
    private static final int MOST_OTHERS = 1_500;
    private static final int ORDERS = 10;
    private static final int TITLE_TOKENS = 48;
    private static final long SEED = 20_261_122;

    private record Headline(StoryText text, String story) {}

    private record Labelled(String title, String story) {}

    private ChineseHeadlines() {}

    public static void main(String[] arguments) throws IOException {
        List<Labelled> own = own();
        var all = new ArrayList<>(own);
        if (arguments.length > 0) {
            all.addAll(others(Path.of(arguments[0])));
        }
        System.out.printf("%d headlines, %d others%n", own.size(), all.size() - own.size());
        show("by words alone", own, all, new TitleVectors(Map.of(), EmbeddingBudget.unlimited()));
        try (var embeddings = new OnnxEmbeddings(SentenceModel.CHINESE, TITLE_TOKENS)) {
            embeddings.of("载入模型");
            show(
                    "with embeddings",
                    own,
                    all,
                    new TitleVectors(Map.of(CHINESE, embeddings), EmbeddingBudget.unlimited()));
        }
    }

    private static void show(String how, List<Labelled> own, List<Labelled> all, TitleVectors vectors) {
        long before = cpu();
        List<Headline> headlines = IntStream.range(0, all.size())
                .mapToObj(i -> headline(i, all.get(i), vectors))
                .toList();
        System.out.printf("%s, %.2f ms CPU a title%n", how, (cpu() - before) / 1e6 / all.size());
        System.out.printf("    alone: %s%n", score(headlines.subList(0, own.size())));
        System.out.printf("    among others: %s%n", score(headlines));
    }

    private static Headline headline(int number, Labelled labelled, TitleVectors vectors) {
        byte[] vector = vectors.of(CHINESE, labelled.title());
        List<String> terms = StoryTerms.words(labelled.title());
        return new Headline(new StoryText("h" + number, NOON, NOON, terms, vector), labelled.story());
    }

    /// The mean over some orders of arrival.
    private static String score(List<Headline> headlines) {
        var random = new Random(SEED);
        double precision = 0;
        double recall = 0;
        double f1 = 0;
        for (int i = 0; i < ORDERS; i++) {
            var order = new ArrayList<>(headlines);
            Collections.shuffle(order, random);
            Score score = cluster(order);
            precision += score.precision() / ORDERS;
            recall += score.recall() / ORDERS;
            f1 += score.f1() / ORDERS;
        }
        return "P %.3f R %.3f F1 %.3f".formatted(precision, recall, f1);
    }

    private static Score cluster(List<Headline> headlines) {
        var stories = new Stories(CHINESE, StoryModel.of(CHINESE), LIMITS);
        headlines.forEach(headline -> stories.put(headline.text(), null));
        return Score.of(
                headlines.stream().map(Headline::story).toList(),
                headlines.stream()
                        .map(headline -> Objects.requireNonNull(
                                        stories.place(headline.text().articleId()))
                                .cluster())
                        .toList());
    }

    private static List<Labelled> own() throws IOException {
        var own = new ArrayList<Labelled>();
        try (var in = Objects.requireNonNull(ChineseHeadlines.class.getResourceAsStream("headlines-zh.tsv"));
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line :
                    lines.lines().filter(line -> !line.startsWith("#")).toList()) {
                String[] columns = line.split("\t", -1);
                String story = columns[0].equals("-") ? "own" + own.size() : columns[0];
                own.add(new Labelled(columns[1], story));
            }
        }
        return own;
    }

    private static List<Labelled> others(Path file) throws IOException {
        var others = new ArrayList<Labelled>();
        for (String line : Files.readAllLines(file)) {
            String title = JsonMapper.shared().readTree(line).path("title").asString("");
            others.add(new Labelled(title, "other" + others.size()));
        }
        Collections.shuffle(others, new Random(SEED));
        return others.subList(0, Math.min(MOST_OTHERS, others.size()));
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
