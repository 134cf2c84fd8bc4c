package org.copyflow.index.search.store;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionLengthAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;
import org.jspecify.annotations.Nullable;

/// Of characters and pairs of characters leaves the pairs, and a character that is in none. What is left keeps its
/// place, so that a phrase which goes on in another script, as 华为Mate, stands in a query as it stands in a text.
final class PairsOnly extends TokenFilter {

    private static final int NONE = -1;

    private final TypeAttribute type = addAttribute(TypeAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final PositionLengthAttribute length = addAttribute(PositionLengthAttribute.class);
    private @Nullable State ahead;
    private boolean ended;
    private int skipped;
    private int pairEnd = NONE;

    /// @param input each character before the pair that it begins
    PairsOnly(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        while (advance()) {
            if (type.type().equals(CJKBigramFilter.SINGLE_TYPE) && isInPair()) {
                skipped += increment.getPositionIncrement();
                continue;
            }
            if (type.type().equals(CJKBigramFilter.DOUBLE_TYPE)) {
                pairEnd = offset.endOffset();
            }
            length.setPositionLength(1);
            increment.setPositionIncrement(increment.getPositionIncrement() + skipped);
            skipped = 0;
            return true;
        }
        return false;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        ahead = null;
        ended = false;
        skipped = 0;
        pairEnd = NONE;
    }

    private boolean advance() throws IOException {
        State next = ahead;
        if (next != null) {
            restoreState(next);
            ahead = null;
            return true;
        }
        return !ended && input.incrementToken();
    }

    /// Whether it is the end of the pair before, or the beginning of the one that follows.
    private boolean isInPair() throws IOException {
        if (offset.endOffset() == pairEnd) {
            return true;
        }
        int start = offset.startOffset();
        State single = captureState();
        ended = !input.incrementToken();
        boolean begins = !ended && type.type().equals(CJKBigramFilter.DOUBLE_TYPE) && offset.startOffset() == start;
        ahead = ended ? null : captureState();
        restoreState(single);
        return begins;
    }
}
