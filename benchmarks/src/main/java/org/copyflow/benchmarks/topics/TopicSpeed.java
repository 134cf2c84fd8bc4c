package org.copyflow.benchmarks.topics;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.copyflow.embeddings.EmbeddingBudget;
import org.copyflow.enrichment.annotation.AnalyzedArticle;
import org.copyflow.enrichment.annotation.Annotations;
import org.copyflow.enrichment.annotation.Annotator;
import org.copyflow.enrichment.pipeline.KnownAnnotators;
import org.copyflow.enrichment.topics.TopicAnnotator;
import org.copyflow.enrichment.topics.model.TopicModel;
import org.copyflow.enrichment.topics.taxonomy.MediaTopics;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How many articles get their topics in a second of one core's time, by words alone and with the embeddings that they
/// ask for, and how many ask. Several rounds, the first of them cold; the analysis of the text, which all annotators
/// share, is not counted. `java … TopicSpeed FILE.jsonl`, a file of lines with `lang`, `title` and perhaps `content`.
public final class TopicSpeed {

    private static final int ROUNDS = 3;
    private static final double NANOS = 1e9;
    private static final double PERCENT = 100;
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private TopicSpeed() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            System.err.println("usage: TopicSpeed FILE.jsonl");
            System.exit(2);
        }
        List<AnalyzedArticle> articles = Files.readAllLines(Path.of(arguments[0])).stream()
                .map(JsonMapper.shared()::readTree)
                .map(TopicSpeed::analyzed)
                .toList();
        Annotator words = new TopicAnnotator(
                MediaTopics.known(), Map.of("en", TopicModel.known("en"), "zh", TopicModel.known("zh")), Map.of());
        for (int round = 1; round <= ROUNDS; round++) {
            System.out.printf(
                    "%,d articles, by words alone, round %d: %,.0f a second of one core%n",
                    articles.size(), round, articles.size() / seconds(words, articles));
        }
        EmbeddingBudget budget = EmbeddingBudget.unlimited();
        Annotator cascade = FineTopics.topics(KnownAnnotators.with(MediaTopics.known(), budget));
        double seconds = seconds(cascade, articles);
        System.out.printf(
                "%,d articles with embeddings: %,.0f a second of one core; %,d (%.1f %%) asked for one%n",
                articles.size(),
                articles.size() / seconds,
                budget.granted(),
                PERCENT * budget.granted() / articles.size());
        System.exit(0); // ONNX Runtime keeps threads
    }

    /// Seconds of this thread's time on a processor.
    private static double seconds(Annotator annotator, List<AnalyzedArticle> articles) {
        long before = CPU.getCurrentThreadCpuTime();
        articles.forEach(article -> annotator.annotate(article, Annotations.NONE));
        return (CPU.getCurrentThreadCpuTime() - before) / NANOS;
    }

    private static AnalyzedArticle analyzed(JsonNode line) {
        return FineTopics.analyzed(
                line.path("title").asString(""),
                line.path("content").asString(""),
                line.path("lang").asString("en"));
    }
}
