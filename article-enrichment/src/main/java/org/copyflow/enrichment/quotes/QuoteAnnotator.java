package org.copyflow.enrichment.quotes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.copyflow.enrichment.annotation.AnalyzedArticle;
import org.copyflow.enrichment.annotation.Annotations;
import org.copyflow.enrichment.annotation.Annotator;
import org.copyflow.enrichment.quotes.SpeakerFinder.Attribution;
import org.copyflow.enrichment.text.AnalyzedText;
import org.copyflow.events.article.Block;
import org.copyflow.events.article.Quote;
import org.jspecify.annotations.Nullable;

/// Finds quotations and their speakers, and indirect speech with a clear cue, in English and Chinese. Thread-safe.
///
/// A stretch in marks is a quotation where a verb attributes it, or where it is long enough and not the title of a
/// work.
public final class QuoteAnnotator implements Annotator {

    private final QuoteWords english = QuoteWords.english();
    private final QuoteWords chinese = QuoteWords.chinese();
    private final IndirectWords indirectEnglish = IndirectWords.english();
    private final IndirectWords indirectChinese = IndirectWords.chinese();

    @Override
    public String name() {
        return "quotes";
    }

    @Override
    public String version() {
        return "rules-4";
    }

    @Override
    public Annotations annotate(AnalyzedArticle article, Annotations found) {
        AnalyzedText text = article.body();
        List<QuotedSpan> spans = QuotationMarks.find(text.text(), article.blocks());
        QuoteWords words = text.isChinese() ? chinese : english;
        var names = new NamedSpans(text.text(), found.entities(), spans);
        var speakers = new SpeakerFinder(text, words, names);
        var indirect =
                new IndirectSpeech(text, text.isChinese() ? indirectChinese : indirectEnglish, words, names, spans);
        List<@Nullable Attribution> attributions = attributions(article, spans, speakers, names, indirect);
        indirect.readTo(text.text().length());
        List<Quote> quotes = new ArrayList<>(indirect.found());
        var titles = new TitlesAndTerms(text, words);
        for (int i = 0; i < spans.size(); i++) {
            Attribution attribution = attributions.get(i);
            if (titles.isQuotation(spans.get(i), attribution)) {
                quotes.add(quote(text.text(), spans.get(i), attribution));
            }
        }
        quotes.sort(Comparator.comparingInt(Quote::start));
        return found.withQuotes(quotes);
    }

    private static List<@Nullable Attribution> attributions(
            AnalyzedArticle article,
            List<QuotedSpan> spans,
            SpeakerFinder speakers,
            NamedSpans names,
            IndirectSpeech indirect) {
        var attributions = new ArrayList<@Nullable Attribution>(spans.size());
        for (int i = 0; i < spans.size(); i++) {
            QuotedSpan span = spans.get(i);
            indirect.readTo(span.start());
            QuotedSpan before = i == 0 ? null : spans.get(i - 1);
            int from = before == null ? 0 : before.end();
            int to = startOfNext(article, spans, i);
            Attribution own = speakers.find(span, from, to);
            Attribution last = before == null ? null : attributions.get(i - 1);
            if (own == null && before != null && before.block() == span.block()) {
                own = last;
            }
            if (own == null && opensItsBlock(article, span)) {
                own = carried(article, span, before, last, speakers);
            }
            own = own == null ? speakers.ofSentence(span) : own;
            own = own == null ? speakers.ofSentenceBefore(span) : own;
            attributions.add(own);
            names.spoke(own == null ? null : own.speaker(), span.end());
        }
        for (int i = spans.size() - 2; i >= 0; i--) {
            if (attributions.get(i) == null
                    && spans.get(i).block() == spans.get(i + 1).block()) {
                attributions.set(i, attributions.get(i + 1));
            }
        }
        return attributions;
    }

    /// Where the next stretch of several words begins: the mark of a single word does not part a verb from its
    /// quotation.
    private static int startOfNext(AnalyzedArticle article, List<QuotedSpan> spans, int at) {
        String text = article.body().text();
        for (int next = at + 1; next < spans.size(); next++) {
            QuotedSpan span = spans.get(next);
            if (article.body().isChinese()
                    || text.substring(span.start(), span.end()).indexOf(' ') >= 0) {
                return span.start();
            }
        }
        return text.length();
    }

    /// A paragraph that opens with a quotation: the one before announces its speaker, or the same speaker goes on.
    private static @Nullable Attribution carried(
            AnalyzedArticle article,
            QuotedSpan span,
            @Nullable QuotedSpan before,
            @Nullable Attribution last,
            SpeakerFinder speakers) {
        if (span.block() > 0) {
            Block above = article.blocks().get(span.block() - 1);
            Attribution announced = speakers.announced(above.start(), above.end());
            if (announced != null) {
                return announced;
            }
        }
        if (span.block() + 1 < article.blocks().size()) {
            Block below = article.blocks().get(span.block() + 1);
            Attribution signed = speakers.signed(below.start(), below.end());
            if (signed != null) {
                return signed;
            }
        }
        boolean goesOn = before != null && span.block() - before.block() <= 1;
        return goesOn || span.continuesEarlier() ? last : null;
    }

    private static boolean opensItsBlock(AnalyzedArticle article, QuotedSpan span) {
        return span.start() - article.blocks().get(span.block()).start() <= 2;
    }

    private static Quote quote(String text, QuotedSpan span, @Nullable Attribution attribution) {
        return new Quote(
                span.start(),
                span.end(),
                text.substring(span.start(), span.end()),
                attribution == null ? null : attribution.speaker(),
                attribution == null || attribution.cue().isEmpty() ? null : attribution.cue(),
                true);
    }
}
