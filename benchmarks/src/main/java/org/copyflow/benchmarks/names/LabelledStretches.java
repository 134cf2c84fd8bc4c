package org.copyflow.benchmarks.names;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.copyflow.enrichment.entities.tagging.NameKind;
import org.copyflow.enrichment.entities.tagging.NameTagger;
import org.copyflow.enrichment.text.AnalyzedText;
import org.copyflow.enrichment.text.TextAnalyzer;
import org.copyflow.enrichment.text.Tokens;
import org.copyflow.events.article.Block;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads labelled texts and gives the stretches that the tagger would look at, with features and labels.
///
/// A line of a file: `{"id", "text", "spans": [[start, end, "PERSON"], …]}`, types as in OntoNotes 5.
final class LabelledStretches {

    /// A stretch: the hashes of each token's features, and its label.
    @SuppressWarnings("ArrayRecordComponent") // made once and only read, millions of numbers
    record Stretch(int[][] features, byte[] labels) {}

    /// Marks that a teacher may take into a name and that part two.
    private static final Set<String> PARTING = Set.of("(", ")", "[", "]", "\"", "“", "”", "—", "–", ":", ";");

    private static final Set<String> ARTICLES = Set.of("the", "a", "an");

    private final NameTagger tagger;
    private final List<Stretch> stretches = new ArrayList<>();
    private final List<int[]> features = new ArrayList<>();
    private final List<Byte> labels = new ArrayList<>();

    LabelledStretches(NameTagger tagger) {
        this.tagger = tagger;
    }

    List<Stretch> stretches() {
        return stretches;
    }

    void read(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            lines.forEach(line -> read(JsonMapper.shared().readTree(line)));
        } catch (UncheckedIOException e) {
            throw new IOException("cannot read labelled texts from " + file, e);
        }
    }

    private void read(JsonNode row) {
        String text = row.get("text").asString();
        AnalyzedText analyzed = new TextAnalyzer().analyze(text, lines(text), "en");
        byte[] ofToken = labels(analyzed, row.get("spans"));
        NameTagger.Tagging tagging = tagger.of(analyzed);
        for (AnalyzedText.Sentence sentence : analyzed.sentences()) {
            tagging.see(sentence, (token, hashes, count, ends) -> {
                features.add(Arrays.copyOf(hashes, count));
                labels.add(ofToken[token]);
                if (ends) {
                    close();
                }
            });
        }
    }

    private void close() {
        var own = new byte[labels.size()];
        for (int i = 0; i < own.length; i++) {
            own[i] = labels.get(i);
            int before = i == 0 ? 0 : own[i - 1];
            if (!NameKind.follows(own[i], before)) {
                own[i]--; // what began outside of the stretch begins in it
            }
        }
        stretches.add(new Stretch(features.toArray(int[][]::new), own));
        features.clear();
        labels.clear();
    }

    private static List<Block> lines(String text) {
        var blocks = new ArrayList<Block>();
        int start = 0;
        for (String line : text.split("\n", -1)) {
            if (!line.isBlank()) {
                blocks.add(new Block(Block.Type.PARAGRAPH, start, start + line.length()));
            }
            start += line.length() + 1;
        }
        return blocks;
    }

    private static byte[] labels(AnalyzedText text, JsonNode spans) {
        Tokens tokens = text.tokens();
        var labels = new byte[tokens.count()];
        for (JsonNode span : spans) {
            NameKind kind = kind(span.get(2).asString());
            if (kind == null) {
                continue;
            }
            int end = tokens.atOrAfter(span.get(1).asInt());
            int first = tokens.atOrAfter(span.get(0).asInt());
            for (int t = first; t <= end; t++) {
                if (t == end || PARTING.contains(tokens.text(t))) {
                    label(tokens, first, t, kind, labels);
                    first = t + 1;
                }
            }
        }
        return labels;
    }

    /// Labels a name, without the article before and the possessive after.
    private static void label(Tokens tokens, int from, int to, NameKind kind, byte[] labels) {
        int first = from;
        int end = to;
        while (first < end && ARTICLES.contains(tokens.text(first).toLowerCase(Locale.ROOT))) {
            first++;
        }
        while (end > first && (tokens.is(end - 1, "'s") || tokens.is(end - 1, "’s"))) {
            end--;
        }
        for (int t = first; t < end; t++) {
            labels[t] = (byte) (t == first ? kind.first() : kind.following());
        }
    }

    private static @Nullable NameKind kind(String type) {
        return switch (type) {
            case "PERSON" -> NameKind.PERSON;
            case "ORG" -> NameKind.ORGANISATION;
            case "GPE", "LOC", "FAC" -> NameKind.PLACE;
            case "EVENT" -> NameKind.EVENT;
            case "NORP", "PRODUCT", "WORK_OF_ART", "LAW", "LANGUAGE" -> NameKind.OTHER;
            default -> null;
        };
    }
}
