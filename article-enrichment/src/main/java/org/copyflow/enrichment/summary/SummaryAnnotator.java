package org.copyflow.enrichment.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.copyflow.enrichment.annotation.AnalyzedArticle;
import org.copyflow.enrichment.annotation.Annotations;
import org.copyflow.enrichment.annotation.Annotator;
import org.copyflow.enrichment.text.AnalyzedText;
import org.copyflow.enrichment.text.AnalyzedText.Sentence;
import org.copyflow.events.article.Block;
import org.copyflow.events.article.Span;

/// The lead as a summary: the first whole sentences, as many as fit. News puts what matters first, which keeps the lead
/// a hard baseline to beat (Nenkova 2005). Fragments that end without a full stop are passed over.
public final class SummaryAnnotator implements Annotator {

    private static final int MAX_CHARS = 320;
    private static final int MAX_CHINESE_CHARS = 160;
    private static final int MAX_SENTENCES = 3;

    /// A first sentence may be this many times as long as a whole summary should be.
    private static final int LONG_SENTENCE_FACTOR = 2;

    private static final int FEWEST_TOKENS = 5;
    private static final int SENTENCES_TRIED = 30;
    private static final String ENDS = ".!?…。！？؟۔।\"”’')]）」』»";

    @Override
    public String name() {
        return "summary";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Annotations annotate(AnalyzedArticle article, Annotations found) {
        List<Sentence> lead = lead(article);
        return lead.isEmpty()
                ? found.withSummary(null, List.of())
                : found.withSummary(
                        text(article.body(), lead),
                        lead.stream()
                                .map(sentence -> new Span(sentence.start(), sentence.end()))
                                .toList());
    }

    private static List<Sentence> lead(AnalyzedArticle article) {
        AnalyzedText body = article.body();
        int limit = body.isChinese() ? MAX_CHINESE_CHARS : MAX_CHARS;
        var taken = new ArrayList<Sentence>();
        int chars = 0;
        List<Sentence> tried = body.sentences()
                .subList(0, Math.min(SENTENCES_TRIED, body.sentences().size()));
        for (Sentence sentence : tried) {
            if (!isWhole(article, sentence)) {
                continue;
            }
            int length = sentence.end() - sentence.start();
            boolean fits = taken.isEmpty()
                    ? length <= limit * LONG_SENTENCE_FACTOR
                    : chars + length < limit && taken.size() < MAX_SENTENCES;
            if (fits) {
                chars += length + (taken.isEmpty() || body.isChinese() ? 0 : 1);
                taken.add(sentence);
            } else if (!taken.isEmpty()) {
                break;
            }
        }
        return taken;
    }

    private static String text(AnalyzedText body, List<Sentence> sentences) {
        return sentences.stream()
                .map(sentence -> body.text().substring(sentence.start(), sentence.end()))
                .collect(Collectors.joining(body.isChinese() ? "" : " "));
    }

    private static boolean isWhole(AnalyzedArticle article, Sentence sentence) {
        char last = article.body().text().charAt(sentence.end() - 1);
        return sentence.endToken() - sentence.firstToken() >= FEWEST_TOKENS
                && ENDS.indexOf(last) >= 0
                && article.blocks().get(sentence.block()).type() != Block.Type.HEADING;
    }
}
