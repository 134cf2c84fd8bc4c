package org.copyflow.enrichment.text;

import java.util.ArrayList;
import java.util.List;
import org.copyflow.enrichment.text.AnalyzedText.Sentence;
import org.copyflow.events.article.Block;

/// Splits blocks into sentences over the tokens. One a text; not thread-safe.
///
/// A sentence ends after `.`, `!`, `?`, `…` or the marks of other scripts, with the closing quotation marks and
/// brackets that follow; [SentenceEnds] says which of these marks do end one. A sentence never crosses a block and
/// is never longer than 1,000 tokens.
final class SentenceSplitter {

    private static final int MAX_TOKENS = 1_000;

    private final Tokens tokens;
    private final SentenceEnds ends;
    private final List<Sentence> sentences = new ArrayList<>();

    private SentenceSplitter(Tokens tokens) {
        this.tokens = tokens;
        this.ends = new SentenceEnds(tokens);
    }

    static List<Sentence> split(Tokens tokens, List<Block> blocks) {
        var splitter = new SentenceSplitter(tokens);
        for (int block = 0; block < blocks.size(); block++) {
            splitter.splitBlock(blocks.get(block), block);
        }
        return splitter.sentences;
    }

    private void splitBlock(Block bounds, int block) {
        int first = tokens.atOrAfter(bounds.start());
        int blockEnd = tokens.atOrAfter(bounds.end());
        boolean quoted = false;
        int token = first;
        while (token < blockEnd) {
            if (tokens.firstChar(token) == '"') {
                quoted = !quoted;
            }
            if (!ends.mayEnd(token)) {
                token++;
            } else {
                int marksEnd = ends.endOfMarks(token, blockEnd);
                int after = ends.endOfClosers(marksEnd, blockEnd, quoted);
                quoted ^= straightQuotes(marksEnd, after) % 2 == 1;
                if (ends.isEnd(first, token, after, blockEnd)) {
                    add(first, after, block);
                    first = after;
                }
                token = after;
            }
            if (token - first >= MAX_TOKENS) {
                add(first, token, block);
                first = token;
            }
        }
        if (first < blockEnd) {
            add(first, blockEnd, block);
        }
    }

    private int straightQuotes(int from, int to) {
        int count = 0;
        for (int token = from; token < to; token++) {
            count += tokens.firstChar(token) == '"' ? 1 : 0;
        }
        return count;
    }

    private void add(int first, int after, int block) {
        sentences.add(new Sentence(tokens.start(first), tokens.end(after - 1), first, after, block));
    }
}
