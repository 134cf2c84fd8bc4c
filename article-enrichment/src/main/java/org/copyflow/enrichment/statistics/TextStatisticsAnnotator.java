package org.copyflow.enrichment.statistics;

import org.copyflow.enrichment.annotation.AnalyzedArticle;
import org.copyflow.enrichment.annotation.Annotations;
import org.copyflow.enrichment.annotation.Annotator;
import org.copyflow.enrichment.text.AnalyzedText;
import org.copyflow.enrichment.text.AnalyzedText.Sentence;
import org.copyflow.enrichment.text.Tokens;
import org.copyflow.events.article.Block;
import org.copyflow.events.article.Statistics.TextStatistics;
import org.jspecify.annotations.Nullable;

/// Counts over the text.
///
/// Reading time: 238 words a minute (Brysbaert 2019, "How many words do we read per minute?") and 500 Chinese
/// characters a minute. Grade level: Flesch and Kincaid's (Kincaid et al. 1975), for English texts of at least 30
/// words; headings are left out of it, having no full stops.
public final class TextStatisticsAnnotator implements Annotator {

    private static final double WORDS_A_SECOND = 238 / 60.0;
    private static final double IDEOGRAPHS_A_SECOND = 500 / 60.0;
    private static final int FEWEST_GRADED_WORDS = 30;

    @Override
    public String name() {
        return "text-statistics";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Annotations annotate(AnalyzedArticle article, Annotations found) {
        AnalyzedText body = article.body();
        Tokens tokens = body.tokens();
        int words = 0;
        int ideographs = 0;
        for (int token = 0; token < tokens.count(); token++) {
            if (tokens.kind(token) == Tokens.Kind.IDEOGRAPH) {
                ideographs++;
            } else if (isWord(tokens, token)) {
                words++;
            }
        }
        int sentences = 0;
        for (Sentence sentence : body.sentences()) {
            sentences += isHeading(article, sentence.block()) ? 0 : 1;
        }
        int paragraphs = 0;
        for (Block block : article.blocks()) {
            paragraphs += block.type() == Block.Type.HEADING ? 0 : 1;
        }
        return found.withText(new TextStatistics(
                words + ideographs,
                sentences,
                paragraphs,
                body.text().codePointCount(0, body.text().length()),
                (int) Math.ceil(words / WORDS_A_SECOND + ideographs / IDEOGRAPHS_A_SECOND),
                body.language().equals("en") ? grade(article) : null));
    }

    /// A possessive `'s` and the letters right after a number (`15th`) are no words of their own.
    private static boolean isWord(Tokens tokens, int token) {
        return switch (tokens.kind(token)) {
            case NUMBER -> true;
            case WORD ->
                Character.isLetterOrDigit(tokens.firstChar(token))
                        && (tokens.spaceBefore(token) || tokens.kind(token - 1) != Tokens.Kind.NUMBER);
            case IDEOGRAPH, PUNCTUATION -> false;
        };
    }

    private static @Nullable Double grade(AnalyzedArticle article) {
        String text = article.body().text();
        Tokens tokens = article.body().tokens();
        int sentences = 0;
        int words = 0;
        int syllables = 0;
        for (Sentence sentence : article.body().sentences()) {
            if (isHeading(article, sentence.block())) {
                continue;
            }
            int wordsBefore = words;
            for (int token = sentence.firstToken(); token < sentence.endToken(); token++) {
                if (tokens.kind(token) == Tokens.Kind.WORD && isWord(tokens, token)) {
                    words++;
                    syllables += Syllables.count(text, tokens.start(token), tokens.end(token));
                }
            }
            sentences += words > wordsBefore ? 1 : 0;
        }
        if (words < FEWEST_GRADED_WORDS) {
            return null;
        }
        double grade = 0.39 * words / sentences + 11.8 * syllables / words - 15.59;
        return Math.round(grade * 10) / 10.0;
    }

    private static boolean isHeading(AnalyzedArticle article, int block) {
        return article.blocks().get(block).type() == Block.Type.HEADING;
    }
}
