package org.copyflow.enrich.quotes;

import java.util.ArrayList;
import java.util.List;
import org.copyflow.enrich.annotation.AnalyzedArticle;
import org.copyflow.enrich.annotation.Annotations;
import org.copyflow.enrich.annotation.Annotator;
import org.copyflow.enrich.lexicon.PhraseTable;
import org.copyflow.enrich.lexicon.WordLists;
import org.copyflow.enrich.quotes.SpeakerFinder.Attribution;
import org.copyflow.enrich.text.AnalyzedText;
import org.copyflow.events.article.Quote;

/// Finds quotations and their speakers, in English and Chinese. Thread-safe.
///
/// A stretch in marks is a quotation where a verb attributes it, or where it is long enough and not the title of a
/// work.
public final class QuoteAnnotator implements Annotator {

    private static final int FEWEST_WORDS = 3;
    private static final int FEWEST_IDEOGRAPHS = 6;

    private final PhraseTable<String> englishCues = WordLists.phrases(QuoteAnnotator.class, "cues-en.txt");
    private final PhraseTable<String> chineseCues = WordLists.phrases(QuoteAnnotator.class, "cues-zh.txt");

    @Override
    public String name() {
        return "quotes";
    }

    @Override
    public String version() {
        return "rules-1";
    }

    @Override
    public Annotations annotate(AnalyzedArticle article, Annotations found) {
        AnalyzedText text = article.body();
        List<QuotedSpan> spans = QuotationMarks.find(text.text(), article.blocks());
        var speakers = new SpeakerFinder(text, text.isChinese() ? chineseCues : englishCues, found.entities());
        List<Quote> quotes = new ArrayList<>();
        Attribution last = null;
        int lastBlock = -1;
        for (int i = 0; i < spans.size(); i++) {
            QuotedSpan span = spans.get(i);
            int from = i == 0 ? 0 : spans.get(i - 1).end();
            int to = i + 1 == spans.size()
                    ? text.text().length()
                    : spans.get(i + 1).start();
            Attribution attribution = speakers.find(span, from, to);
            boolean goesOn = span.continuesEarlier() || span.block() == lastBlock;
            if (attribution == null && goesOn) {
                attribution = last;
            }
            if (!isQuotation(text, span, attribution != null)) {
                continue;
            }
            quotes.add(new Quote(
                    span.start(),
                    span.end(),
                    text.text().substring(span.start(), span.end()),
                    attribution == null ? null : attribution.speaker(),
                    attribution == null ? null : attribution.cue(),
                    true));
            last = attribution;
            lastBlock = span.block();
        }
        return found.withQuotes(quotes);
    }

    private static boolean isQuotation(AnalyzedText text, QuotedSpan span, boolean attributed) {
        int first = text.tokens().atOrAfter(span.start());
        int end = text.tokens().atOrAfter(span.end());
        int words = 0;
        int ideographs = 0;
        int capitals = 0;
        for (int t = first; t < end; t++) {
            switch (text.tokens().kind(t)) {
                case WORD -> {
                    words++;
                    capitals += Character.isUpperCase(text.tokens().firstChar(t)) ? 1 : 0;
                }
                case NUMBER -> words++;
                case IDEOGRAPH -> ideographs++;
                case PUNCTUATION -> {}
            }
        }
        boolean titleOfWork = words > 1 && capitals * 4 >= words * 3 && !attributed;
        boolean longEnough = words >= FEWEST_WORDS || ideographs >= FEWEST_IDEOGRAPHS;
        return longEnough && !titleOfWork;
    }
}
