package org.copyflow.enrichment.quotes;

import java.util.ArrayList;
import java.util.List;
import org.copyflow.events.article.Block;

/// Finds what stands between quotation marks: `“ ”`, `« »`, `「 」`, `『 』` and straight ones. Marks inside a quotation
/// are part of it. A quotation that is not closed ends with its paragraph; where the next one opens with a mark, it
/// goes on. One pass. Not thread-safe; one an article.
final class QuotationMarks {

    private static final String OPENING = "“«「『„";
    private static final String CLOSING = "”»」』”";

    private final String text;
    private final List<QuotedSpan> spans = new ArrayList<>();
    private boolean leftOpen;

    private QuotationMarks(String text) {
        this.text = text;
    }

    static List<QuotedSpan> find(String text, List<Block> blocks) {
        var marks = new QuotationMarks(text);
        for (int block = 0; block < blocks.size(); block++) {
            marks.scan(blocks.get(block), block);
        }
        return marks.spans;
    }

    private void scan(Block block, int index) {
        boolean continues = leftOpen;
        leftOpen = false;
        int at = block.start();
        while (at < block.end()) {
            char mark = text.charAt(at);
            if (!opens(mark, at, block)) {
                at++;
                continue;
            }
            int close = close(mark, at + 1, block);
            boolean closed = close < block.end();
            add(at + 1, close, index, continues && at == block.start());
            leftOpen = !closed;
            at = close + 1;
        }
    }

    private void add(int start, int end, int block, boolean continuesEarlier) {
        int from = start;
        int to = end;
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        if (to > from) {
            spans.add(new QuotedSpan(from, to, block, continuesEarlier));
        }
    }

    /// Where the quotation that this mark opened closes; the block's end where it does not.
    private int close(char mark, int from, Block block) {
        boolean straight = mark == '"';
        char wanted = straight ? '"' : CLOSING.charAt(OPENING.indexOf(mark));
        int depth = 0;
        for (int i = from; i < block.end(); i++) {
            char c = text.charAt(i);
            if (!straight && c == mark) {
                depth++;
            } else if (c == wanted) {
                if (depth == 0) {
                    return i;
                }
                depth--;
            } else if (c == '"' && mark == '“' && isFollowedByEnd(i, block)) {
                return i;
            }
        }
        return block.end();
    }

    private boolean opens(char mark, int at, Block block) {
        if (OPENING.indexOf(mark) >= 0) {
            return true;
        }
        if (mark != '"' || at + 1 >= block.end() || Character.isWhitespace(text.charAt(at + 1))) {
            return false;
        }
        char before = at == block.start() ? ' ' : text.charAt(at - 1);
        return before != '=' && !Character.isLetterOrDigit(before);
    }

    private boolean isFollowedByEnd(int at, Block block) {
        return at + 1 >= block.end() || Character.isWhitespace(text.charAt(at + 1));
    }
}
