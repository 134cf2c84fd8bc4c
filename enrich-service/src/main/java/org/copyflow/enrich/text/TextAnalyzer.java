package org.copyflow.enrich.text;

import java.util.List;
import java.util.Locale;
import org.copyflow.events.article.Block;
import org.jspecify.annotations.Nullable;

/// Makes an [AnalyzedText]: language, tokens, sentences. Thread-safe.
public final class TextAnalyzer {

    private static final int LANGUAGE_SAMPLE_CHARS = 2_000;

    /// @param text the article's text
    /// @param blocks its blocks; sentences do not cross them
    /// @param stated the language that the document states, which is believed
    public AnalyzedText analyze(String text, List<Block> blocks, @Nullable String stated) {
        Tokens tokens = Tokenizer.tokenize(text);
        String language = stated == null ? guess(text) : primary(stated);
        return new AnalyzedText(text, language, tokens, SentenceSplitter.split(tokens, blocks));
    }

    private static String primary(String tag) {
        int dash = tag.indexOf('-');
        return (dash < 0 ? tag : tag.substring(0, dash)).toLowerCase(Locale.ROOT);
    }

    private static String guess(String text) {
        int ideographs = 0;
        int letters = 0;
        int end = Math.min(text.length(), LANGUAGE_SAMPLE_CHARS);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (Tokenizer.isIdeograph(c)) {
                ideographs++;
            } else if (Character.isLetter(c)) {
                letters++;
            }
        }
        if (ideographs + letters == 0) {
            return "und";
        }
        return ideographs * 3 > letters ? "zh" : "en";
    }
}
