package org.copyflow.enrichment.text;

import java.util.List;
import org.copyflow.events.article.Block;
import org.jspecify.annotations.Nullable;

/// Makes an [AnalyzedText]: language, tokens, sentences. Thread-safe.
public final class TextAnalyzer {

    /// @param text the article's text
    /// @param blocks its blocks; sentences do not cross them
    /// @param stated the language that the document states, believed unless the text is plainly in another
    public AnalyzedText analyze(String text, List<Block> blocks, @Nullable String stated) {
        Tokens tokens = Tokenizer.tokenize(text);
        return new AnalyzedText(
                text, LanguageGuess.of(text, tokens, stated), tokens, SentenceSplitter.split(tokens, blocks));
    }
}
