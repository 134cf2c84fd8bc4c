package org.copyflow.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.copyflow.enrichment.annotation.AnalyzedArticle;
import org.copyflow.enrichment.annotation.Annotations;
import org.copyflow.enrichment.annotation.Annotator;
import org.copyflow.enrichment.pipeline.KnownAnnotators;
import org.copyflow.enrichment.text.TextAnalyzer;
import org.copyflow.events.article.Block;
import org.copyflow.formats.SourceArticle;
import tools.jackson.databind.json.JsonMapper;

/// Words of news a second of one core, for each annotator and for all together, warm, by CPU time; how long texts of up
/// to
/// 5 MB take; whether four threads give the answers of one. Prints a table; ends with status 1 where threads differ.
///
/// `java … AnnotatorSpeed [FILE.jsonl]`, a file of lines with `text`; without one, generated articles
public final class AnnotatorSpeed {

    private static final int WARM_UP = 6;
    private static final int ROUNDS = 5;
    private static final int THREADS = 4;
    private static final int GENERATED = 300;
    private static final int GENERATED_WORDS = 600;
    private static final List<Integer> SIZES = List.of(500_000, 1_000_000, 5_000_000);
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private final List<String> texts;
    private final List<Annotator> annotators = KnownAnnotators.all();
    private final TextAnalyzer analyzer = new TextAnalyzer();
    private final long[] nanos;
    private long analysisNanos;

    private AnnotatorSpeed(List<String> texts) {
        this.texts = texts;
        nanos = new long[annotators.size()];
    }

    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        var speed = new AnnotatorSpeed(arguments.length == 0 ? generated() : read(Path.of(arguments[0])));
        speed.perWord();
        speed.bySize();
        System.exit(speed.threadsAgree() ? 0 : 1);
    }

    private static List<String> generated() {
        var articles = new GeneratedArticles(7);
        return IntStream.range(0, GENERATED)
                .mapToObj(i -> articles.text(i, GENERATED_WORDS))
                .toList();
    }

    private static List<String> read(Path file) throws IOException {
        JsonMapper mapper = JsonMapper.builder().build();
        List<String> read = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            read.add(mapper.readTree(line).get("text").asString());
        }
        return read;
    }

    private void perWord() {
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (String text : texts) {
                time(text, round >= 0);
            }
        }
        long words = ROUNDS
                * texts.stream()
                        .mapToLong(text -> text.split("\\s+", -1).length)
                        .sum();
        System.out.printf("%,d words in %,d texts, %d rounds%n", words / ROUNDS, texts.size(), ROUNDS);
        System.out.printf("%-18s %14s%n", "", "words/s");
        row("text analysis", words, analysisNanos);
        long all = 0;
        for (int i = 0; i < annotators.size(); i++) {
            row(annotators.get(i).name(), words, nanos[i]);
            all += nanos[i];
        }
        row("all annotators", words, all);
        row("with analysis", words, all + analysisNanos);
    }

    private void time(String text, boolean counts) {
        long before = CPU.getCurrentThreadCpuTime();
        AnalyzedArticle article = analyzed(text);
        long after = CPU.getCurrentThreadCpuTime();
        analysisNanos += counts ? after - before : 0;
        Annotations found = Annotations.NONE;
        for (int i = 0; i < annotators.size(); i++) {
            before = after;
            found = annotators.get(i).annotate(article, found);
            after = CPU.getCurrentThreadCpuTime();
            nanos[i] += counts ? after - before : 0;
        }
    }

    private static void row(String name, long words, long nanos) {
        System.out.printf("%-18s %,14d%n", name, words * 1_000_000_000L / Math.max(1, nanos));
    }

    private void bySize() {
        var all = new StringBuilder();
        while (all.length() < SIZES.getLast()) {
            texts.forEach(text -> all.append(text).append('\n'));
        }
        System.out.printf("%n%-18s", "ms of CPU for");
        annotators.forEach(annotator -> System.out.printf(" %12s", annotator.name()));
        for (int size : SIZES) {
            AnalyzedArticle article = analyzed(all.substring(0, size));
            System.out.printf("%n%,18d", size);
            Annotations found = Annotations.NONE;
            for (Annotator annotator : annotators) {
                long before = CPU.getCurrentThreadCpuTime();
                found = annotator.annotate(article, found);
                System.out.printf(" %,12d", (CPU.getCurrentThreadCpuTime() - before) / 1_000_000);
            }
        }
        System.out.println();
    }

    private boolean threadsAgree() throws InterruptedException, ExecutionException {
        List<String> alone = texts.stream().map(this::answer).toList();
        int same = 0;
        try (var pool = Executors.newFixedThreadPool(THREADS)) {
            List<Future<String>> answers =
                    texts.stream().map(text -> pool.submit(() -> answer(text))).toList();
            for (int i = 0; i < answers.size(); i++) {
                same += answers.get(i).get().equals(alone.get(i)) ? 1 : 0;
            }
        }
        System.out.printf("%n%d threads: %d of %d texts have the answers of one%n", THREADS, same, alone.size());
        return same == alone.size();
    }

    private String answer(String text) {
        AnalyzedArticle article = analyzed(text);
        Annotations found = Annotations.NONE;
        for (Annotator annotator : annotators) {
            found = annotator.annotate(article, found);
        }
        return found.toString();
    }

    private AnalyzedArticle analyzed(String text) {
        List<Block> blocks = new ArrayList<>();
        var body = new StringBuilder(text.length());
        for (String line : text.split("\n", -1)) {
            String paragraph = line.strip();
            if (!paragraph.isEmpty()) {
                body.append(body.isEmpty() ? "" : "\n\n");
                blocks.add(new Block(Block.Type.PARAGRAPH, body.length(), body.length() + paragraph.length()));
                body.append(paragraph);
            }
        }
        return new AnalyzedArticle(
                SourceArticle.builder().build(), analyzer.analyze(body.toString(), blocks, null), blocks);
    }
}
