package org.copyflow.benchmarks.stories;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.copyflow.embeddings.EmbeddingBudget;
import org.copyflow.embeddings.OnnxEmbeddings;
import org.copyflow.embeddings.SentenceModel;
import org.copyflow.index.comparison.TitleVectors;
import org.copyflow.index.stories.Stories;
import org.copyflow.index.stories.StoryLimits;
import org.copyflow.index.stories.StoryModel;
import org.copyflow.index.stories.StoryPlace;
import org.copyflow.index.stories.StoryText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Clusters labelled titles as they come, by words alone and with embeddings, and scores the stories: with
/// settings chosen on one half of the stories and shown on the other, as shipped, for other orders of arrival,
/// and for streams of a few titles.
///
/// `java … StoryClustering TITLES.jsonl [PREDICTIONS.ndjson]`: lines with `id`, `text` and `story`; the
/// predictions of all titles in one stream, with embeddings, are for a scorer. Stories are split by the parity
/// of a hash of their ids; each half is a stream of its own.
public final class StoryClustering {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final List<Double> NOVELTIES = List.of(0.3, 1.0, 3.0, 10.0);
    private static final List<Double> SMOOTHINGS = List.of(240.0, 400.0, 800.0);
    private static final List<Double> COSINES = List.of(0.35, 0.4, 0.45);
    private static final List<Integer> FEW = List.of(10, 30, 100, 300);
    private static final int STREAMS = 50;
    private static final int SHUFFLES = 3;
    private static final int WITHIN = 20;
    private static final int TITLE_TOKENS = 48;
    private static final long SEED = 20_261_122;

    private final StoryLimits limits = new StoryLimits(Duration.ofDays(3), 1_000_000, 10_000);

    private record Title(String id, StoryText text, String story) {}

    private StoryClustering() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 1) {
            System.err.println("usage: StoryClustering TITLES.jsonl [PREDICTIONS.ndjson]");
            System.exit(2);
        }
        var clustering = new StoryClustering();
        System.out.println("by words alone");
        clustering.measure(read(Path.of(arguments[0]), new TitleVectors(Map.of(), EmbeddingBudget.unlimited())));
        System.out.println("with embeddings");
        try (var embeddings = new OnnxEmbeddings(SentenceModel.ENGLISH, TITLE_TOKENS)) {
            embeddings.of("loads the model");
            long before = cpu();
            List<Title> titles = read(
                    Path.of(arguments[0]), new TitleVectors(Map.of("en", embeddings), EmbeddingBudget.unlimited()));
            System.out.printf("%.2f ms CPU a title%n", (cpu() - before) / 1e6 / titles.size());
            clustering.measure(titles);
            if (arguments.length > 1) {
                clustering.write(titles, Path.of(arguments[1]));
            }
        }
    }

    private static List<Title> read(Path file, TitleVectors vectors) throws IOException {
        var titles = new ArrayList<Title>();
        for (String line : Files.readAllLines(file)) {
            JsonNode row = JsonMapper.shared().readTree(line);
            String title = row.path("text").asString();
            List<String> terms =
                    List.of(title.split(" ", -1)).stream().distinct().toList();
            String id = row.path("id").asString();
            Instant at = NOON.plusSeconds(titles.size());
            var text = new StoryText(id, at, at, terms, vectors.of("en", title));
            titles.add(new Title(id, text, row.path("story").asString()));
        }
        return titles;
    }

    private void measure(List<Title> titles) {
        choose(titles);
        for (int half = 0; half < 2; half++) {
            List<Title> mine = half(titles, half);
            System.out.printf("as shipped, half %d: %s%n", half, score(mine, cluster(mine, StoryModel.DEFAULT)));
        }
        long before = cpu();
        Map<String, Long> inOrder = cluster(titles, StoryModel.DEFAULT);
        System.out.printf(
                "as shipped, all: %s; %,.0f titles/s a core%n",
                score(titles, inOrder), titles.size() * 1e9 / (cpu() - before));
        shuffle(titles, inOrder);
        few(titles);
    }

    /// Streams of a few titles, each of some that are chosen at random.
    private void few(List<Title> titles) {
        var random = new Random(SEED);
        for (int count : FEW) {
            double precision = 0;
            double recall = 0;
            for (int i = 0; i < STREAMS; i++) {
                var some = new ArrayList<>(titles);
                Collections.shuffle(some, random);
                List<Title> stream = some.subList(0, count);
                Score score = score(stream, cluster(stream, StoryModel.DEFAULT));
                precision += score.precision() / STREAMS;
                recall += score.recall() / STREAMS;
            }
            System.out.printf("%d streams of %d titles: P %.3f R %.3f%n", STREAMS, count, precision, recall);
        }
    }

    /// The best settings on either half, and what they give on the other.
    private void choose(List<Title> titles) {
        for (int chosenOn = 0; chosenOn < 2; chosenOn++) {
            List<Title> mine = half(titles, chosenOn);
            StoryModel best = StoryModel.DEFAULT;
            double most = 0;
            for (StoryModel model : models(titles.getFirst().text().vector() != null)) {
                double f1 = score(mine, cluster(mine, model)).f1();
                if (f1 > most) {
                    most = f1;
                    best = model;
                }
            }
            List<Title> others = half(titles, 1 - chosenOn);
            System.out.printf(
                    "chosen on half %d (%d titles, F1 %.3f): %s%n    other half: %s%n",
                    chosenOn, mine.size(), most, best, score(others, cluster(others, best)));
        }
    }

    private static List<StoryModel> models(boolean withVectors) {
        var models = new ArrayList<StoryModel>();
        StoryModel shipped = StoryModel.DEFAULT;
        for (double novelty : NOVELTIES) {
            for (double smoothing : SMOOTHINGS) {
                for (double cosine : withVectors ? COSINES : List.of(shipped.neutralCosine())) {
                    models.add(new StoryModel(
                            novelty,
                            novelty,
                            shipped.leastArticles(),
                            shipped.vocabulary(),
                            smoothing,
                            shipped.countedTerms(),
                            shipped.concentration(),
                            cosine,
                            shipped.neutralCosineOfLong(),
                            shipped.fading()));
                }
            }
        }
        return models;
    }

    /// How the stories differ where titles come in another order: among neighbours, and altogether.
    private void shuffle(List<Title> titles, Map<String, Long> inOrder) {
        var random = new Random(SEED);
        for (int within : new int[] {WITHIN, titles.size()}) {
            for (int i = 0; i < SHUFFLES; i++) {
                Map<String, Long> other = cluster(shuffled(titles, within, random), StoryModel.DEFAULT);
                System.out.printf(
                        "shuffled within %d: %s; against the order of the file: %s%n",
                        within, score(titles, other), Score.of(found(titles, inOrder), found(titles, other)));
            }
        }
    }

    private static List<Title> shuffled(List<Title> titles, int within, Random random) {
        var shuffled = new ArrayList<Title>();
        for (int from = 0; from < titles.size(); from += within) {
            var some = new ArrayList<>(titles.subList(from, Math.min(titles.size(), from + within)));
            Collections.shuffle(some, random);
            shuffled.addAll(some);
        }
        return shuffled;
    }

    private void write(List<Title> titles, Path file) throws IOException {
        Map<String, Long> clusters = cluster(titles, StoryModel.DEFAULT);
        Files.write(
                file,
                titles.stream()
                        .map(title ->
                                "{\"id\":\"%s\",\"story\":\"%d\"}".formatted(title.id(), clusters.get(title.id())))
                        .toList());
    }

    private Map<String, Long> cluster(List<Title> titles, StoryModel model) {
        var stories = new Stories("en", model, limits);
        titles.forEach(title -> stories.put(title.text(), null));
        var clusters = new HashMap<String, Long>();
        for (Title title : titles) {
            StoryPlace place = Objects.requireNonNull(stories.place(title.id()));
            clusters.put(title.id(), place.cluster());
        }
        return clusters;
    }

    private static Score score(List<Title> titles, Map<String, Long> clusters) {
        return Score.of(titles.stream().map(Title::story).toList(), found(titles, clusters));
    }

    private static List<Long> found(List<Title> titles, Map<String, Long> clusters) {
        return titles.stream()
                .map(title -> Objects.requireNonNull(clusters.get(title.id())))
                .toList();
    }

    private static List<Title> half(List<Title> titles, int half) {
        return titles.stream()
                .filter(title -> (mixed(title.story()) & 1) == half)
                .toList();
    }

    private static int mixed(String story) {
        int hash = story.hashCode() * 0x9e3779b9;
        return hash ^ hash >>> 16;
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
