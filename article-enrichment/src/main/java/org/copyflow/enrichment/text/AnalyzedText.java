package org.copyflow.enrichment.text;

import java.util.List;

/// A text with its language, tokens and sentences, computed once and shared by all annotators. Immutable.
///
/// @param text the text; offsets are UTF-16 code units into it
/// @param language BCP 47 primary language, as `en` or `zh`; `und` where it cannot be told
/// @param tokens all tokens, in order
/// @param sentences all sentences, in order; none crosses a block
public record AnalyzedText(String text, String language, Tokens tokens, List<Sentence> sentences) {

    public AnalyzedText {
        sentences = List.copyOf(sentences);
    }

    public boolean isChinese() {
        return language.equals("zh");
    }

    /// A sentence: where it stands, and its tokens.
    ///
    /// @param start offset of its first character
    /// @param end offset after its last
    /// @param firstToken index of its first token
    /// @param endToken index after its last
    /// @param block index of the block it stands in
    public record Sentence(int start, int end, int firstToken, int endToken, int block) {}
}
