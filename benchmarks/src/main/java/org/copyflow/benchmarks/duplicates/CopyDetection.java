package org.copyflow.benchmarks.duplicates;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.copyflow.benchmarks.extraction.TwoExtractions;
import org.copyflow.enrichment.annotation.AnalyzedArticle;
import org.copyflow.enrichment.annotation.Annotations;
import org.copyflow.enrichment.fingerprint.SketchAnnotator;
import org.copyflow.enrichment.text.TextAnalyzer;
import org.copyflow.events.article.Block;
import org.copyflow.events.article.Sketch;
import org.copyflow.events.story.ArticlePointer;
import org.copyflow.events.story.ArticleRelations;
import org.copyflow.formats.SourceArticle;
import org.copyflow.index.duplicates.Duplicates;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Recall for each kind of edit, what is taken for a copy among different texts, and what it costs.
///
/// `java … CopyDetection TEXTS.jsonl [CORPORA SET]`: lines with `text` or `content`, one article each; of the
/// pages of an extraction corpus, the text that Copyflow finds against the one that boilerpipe finds. Pairs of
/// different texts that are taken for copies are printed, because collections hold real copies.
public final class CopyDetection {

    private static final int LEAST_WORDS = 80;
    private static final long SEED = 20_261_122;
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final int SHOWN_CHARS = 90;

    private final TextAnalyzer analyzer = new TextAnalyzer();
    private final SketchAnnotator annotator = new SketchAnnotator();

    private CopyDetection() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1 && arguments.length != 3) {
            System.err.println("usage: CopyDetection TEXTS.jsonl [CORPORA SET]");
            System.exit(2);
        }
        var detection = new CopyDetection();
        List<String> texts = read(Path.of(arguments[0]));
        System.out.printf("%d texts of at least %d words%n", texts.size(), LEAST_WORDS);
        for (CopyEdit edit : CopyEdit.values()) {
            detection.recall(edit, texts);
        }
        if (arguments.length == 3) {
            detection.extractions(Path.of(arguments[1]), arguments[2]);
        }
        detection.different(texts);
    }

    private static List<String> read(Path file) throws IOException {
        var texts = new ArrayList<String>();
        for (String line : Files.readAllLines(file)) {
            JsonNode row = JsonMapper.shared().readTree(line);
            String text = row.path("text").asString(row.path("content").asString(""));
            if (text.split("\\s+", -1).length >= LEAST_WORDS) {
                texts.add(text);
            }
        }
        return texts;
    }

    private void recall(CopyEdit edit, List<String> texts) {
        var random = new Random(SEED);
        int found = 0;
        for (int i = 0; i < texts.size(); i++) {
            String other = texts.get((i + 1 + random.nextInt(texts.size() - 1)) % texts.size());
            found += isCopy(texts.get(i), edit.edit(texts.get(i), other, random)) ? 1 : 0;
        }
        row(edit.label(), found, texts.size());
    }

    private void extractions(Path corpora, String set) throws IOException {
        int found = 0;
        int pages = 0;
        for (TwoExtractions texts : TwoExtractions.ofSet(corpora, set)) {
            if (texts.ours().split("\\s+", -1).length >= LEAST_WORDS) {
                pages++;
                found += isCopy(texts.ours(), texts.theirs()) ? 1 : 0;
            }
        }
        row("text by another extractor", found, pages);
    }

    /// All texts among each other.
    private void different(List<String> texts) {
        List<@Nullable Sketch> sketches = new ArrayList<>();
        long before = cpu();
        texts.forEach(text -> sketches.add(sketch(text)));
        long sketched = cpu();
        var duplicates = new Duplicates(Duration.ofHours(1), Integer.MAX_VALUE);
        int copies = 0;
        for (int i = 0; i < texts.size(); i++) {
            String original = original(duplicates, i, sketches.get(i));
            if (original != null) {
                copies++;
                System.out.printf(
                        "  taken for a copy: %s%n               of: %s%n",
                        shown(texts.get(i)), shown(texts.get(Integer.parseInt(original))));
            }
        }
        long compared = cpu();
        System.out.printf(
                "%-40s %d of %d texts, %,d pairs%n",
                "different texts taken for copies", copies, texts.size(), (long) texts.size() * (texts.size() - 1) / 2);
        System.out.printf(
                "%,.0f texts/s analyzed and sketched, %,.0f compared%n",
                texts.size() * 1e9 / (sketched - before), texts.size() * 1e9 / (compared - sketched));
    }

    private boolean isCopy(String text, String edited) {
        var duplicates = new Duplicates(Duration.ofHours(1), Integer.MAX_VALUE);
        original(duplicates, 0, sketch(text));
        return original(duplicates, 1, sketch(edited)) != null;
    }

    private static @Nullable String original(Duplicates duplicates, int number, @Nullable Sketch sketch) {
        if (sketch == null) {
            return null;
        }
        String id = Integer.toString(number);
        duplicates.put(new ArticlePointer(id, "source"), NOON.plusMillis(number), sketch);
        ArticleRelations relations = duplicates.relations(id);
        return relations == null || relations.duplicateOf() == null
                ? null
                : relations.duplicateOf().articleId();
    }

    private @Nullable Sketch sketch(String text) {
        var blocks = List.of(new Block(Block.Type.PARAGRAPH, 0, text.length()));
        var article =
                new AnalyzedArticle(SourceArticle.builder().build(), analyzer.analyze(text, blocks, null), blocks);
        return annotator.annotate(article, Annotations.NONE).sketch();
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static String shown(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.substring(0, Math.min(SHOWN_CHARS, line.length()));
    }

    private static void row(String label, int found, int of) {
        System.out.printf("%-40s %.3f (%d of %d)%n", label, (double) found / Math.max(1, of), found, of);
    }
}
