package org.copyflow.benchmarks.names;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.copyflow.events.article.Block;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A text whose names are labelled.
///
/// A line of a file is a text, `{"id", "text", "spans": [[start, end, "PERSON"], …]}`, or a sentence as
/// [TaggedSentences] has it.
///
/// @param names in the order of the text
/// @param exact did people label each word of a sentence, so that its names are right to the letter? A teacher takes
///     possessives into names now and then
record LabelledText(String text, List<Name> names, boolean exact) {

    /// @param type as in OntoNotes 5, or `PER`, `ORG`, `LOC`, `MISC`
    record Name(int start, int end, String type) {}

    static List<LabelledText> read(Path file) throws IOException {
        var texts = new ArrayList<LabelledText>();
        var sentences = new TaggedSentences();
        try (Stream<String> lines = Files.lines(file)) {
            lines.map(line -> JsonMapper.shared().readTree(line))
                    .forEach(row -> texts.addAll(row.has("tokens") ? sentences.add(row) : List.of(of(row))));
        } catch (UncheckedIOException e) {
            throw new IOException("cannot read labelled texts from " + file, e);
        }
        texts.addAll(sentences.end());
        return texts;
    }

    private static LabelledText of(JsonNode row) {
        var names = new ArrayList<Name>();
        for (JsonNode span : row.get("spans")) {
            names.add(new Name(
                    span.get(0).asInt(), span.get(1).asInt(), span.get(2).asString()));
        }
        return new LabelledText(row.get("text").asString(), names, false);
    }

    /// The same in small letters, as people write to each other; itself where a letter would change its length.
    LabelledText inSmallLetters() {
        String small = text.toLowerCase(Locale.ROOT);
        return small.length() == text.length() ? new LabelledText(small, names, exact) : this;
    }

    /// A block a line.
    List<Block> blocks() {
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
}
