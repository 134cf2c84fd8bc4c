package org.copyflow.index.search.store;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.core.LowerCaseFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/// One analysis for all languages, so that an English name in a Chinese article is found as in an English one: words by
/// Unicode's rules (UAX 29), in small letters without accents, English ones by their stems (Krovetz); Chinese, Japanese
/// and Korean characters in overlapping pairs. An index also holds the single characters, so that a query of one finds
/// something; a query has pairs only, which keeps phrases exact.
public final class SearchAnalyzer extends Analyzer {

    /// Between two texts of one field, so that no phrase goes from one into the next.
    private static final int BETWEEN_TEXTS = 100;

    private final boolean singleCharacters;

    private SearchAnalyzer(boolean singleCharacters) {
        this.singleCharacters = singleCharacters;
    }

    public static Analyzer ofTexts() {
        return new SearchAnalyzer(true);
    }

    public static Analyzer ofQueries() {
        return new SearchAnalyzer(false);
    }

    @Override
    protected TokenStreamComponents createComponents(String fieldName) {
        var words = new StandardTokenizer();
        return new TokenStreamComponents(words, filtered(words));
    }

    private TokenStream filtered(Tokenizer words) {
        TokenStream plain = new LowerCaseFilter(new CJKWidthFilter(words));
        TokenStream pairs = new CJKBigramFilter(
                plain,
                CJKBigramFilter.HAN | CJKBigramFilter.HIRAGANA | CJKBigramFilter.KATAKANA | CJKBigramFilter.HANGUL,
                true);
        TokenStream wanted = singleCharacters ? pairs : new PairsOnly(pairs);
        return new KStemFilter(new ASCIIFoldingFilter(new EnglishPossessiveFilter(wanted)));
    }

    @Override
    public int getPositionIncrementGap(String field) {
        return BETWEEN_TEXTS;
    }

    @Override
    protected TokenStream normalize(String fieldName, TokenStream in) {
        return new ASCIIFoldingFilter(new LowerCaseFilter(new CJKWidthFilter(in)));
    }
}
