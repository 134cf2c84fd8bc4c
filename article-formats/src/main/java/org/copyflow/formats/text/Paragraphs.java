package org.copyflow.formats.text;

import java.util.ArrayList;
import java.util.List;
import org.copyflow.formats.newsroom.Prose;

/// The paragraphs of clean text: blocks between blank lines; where a block's lines end their sentences, its lines;
/// where they do not, they were only wrapped and are joined.
final class Paragraphs {

    private static final int MAX_WRAPPED_CHARS = 120;

    private Paragraphs() {}

    static List<String> of(String text) {
        var paragraphs = new ArrayList<String>();
        var block = new ArrayList<String>();
        text.lines().map(Prose::trim).forEach(line -> {
            if (line.isEmpty()) {
                flush(block, paragraphs);
            } else {
                block.add(line);
            }
        });
        flush(block, paragraphs);
        return paragraphs;
    }

    private static void flush(List<String> block, List<String> paragraphs) {
        if (isWrapped(block)) {
            boolean spaced = !Prose.isEastAsian(block.getFirst());
            paragraphs.add(String.join(spaced ? " " : "", block));
        } else {
            paragraphs.addAll(block);
        }
        block.clear();
    }

    private static boolean isWrapped(List<String> block) {
        if (block.size() < 2) {
            return false;
        }
        List<String> inner = block.subList(0, block.size() - 1);
        long open = inner.stream()
                .filter(line -> !Prose.endsSentence(line) && !Prose.endsOpen(line))
                .count();
        boolean narrow = block.stream().allMatch(line -> line.length() <= MAX_WRAPPED_CHARS);
        boolean goesOn = block.stream().skip(1).filter(Prose::startsLower).count() * 4 >= inner.size();
        boolean eastAsian = Prose.isEastAsian(block.getFirst());
        return narrow && open * 2 >= inner.size() && (goesOn || (eastAsian && evenlyLong(block)));
    }

    /// Chinese has no capitals to tell by: wrapped lines are about equally long.
    private static boolean evenlyLong(List<String> block) {
        int longest = block.stream().mapToInt(String::length).max().orElse(0);
        return longest > 12
                && block.subList(0, block.size() - 1).stream().allMatch(line -> line.length() * 10 >= longest * 8);
    }
}
