package org.copyflow.formats.newspaper;

import java.util.List;
import org.copyflow.events.article.Block;
import org.copyflow.formats.TextBlock;
import org.copyflow.formats.newsroom.Prose;

/// Sentences of an article that the page prints a second time, large and apart.
final class PullQuotes {

    /// Comparing is quadratic: an article of more blocks than this keeps them all.
    private static final int MAX_BLOCKS = 300;

    private static final int MIN_WORDS = 5;
    private static final int MAX_WORDS = 60;
    private static final String MARKS = "\"“”‘’'«»「」 ";

    private PullQuotes() {}

    /// Takes away the blocks whose words stand in another block.
    static void drop(List<TextBlock> blocks) {
        if (blocks.size() <= MAX_BLOCKS) {
            List<TextBlock> all = List.copyOf(blocks);
            blocks.removeIf(block -> isPulled(block, all));
        }
    }

    private static boolean isPulled(TextBlock block, List<TextBlock> all) {
        int words = Prose.words(block.text());
        if (words < MIN_WORDS || words > MAX_WORDS) {
            return false;
        }
        String quote = unquoted(block.text());
        return all.stream()
                .filter(other -> other.type() != Block.Type.HEADING)
                .map(TextBlock::text)
                .anyMatch(text -> text.length() > block.text().length() && text.contains(quote));
    }

    private static String unquoted(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && MARKS.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && MARKS.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(start, end);
    }
}
