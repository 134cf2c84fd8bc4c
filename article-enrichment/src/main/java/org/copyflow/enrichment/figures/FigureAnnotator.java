package org.copyflow.enrichment.figures;

import java.util.ArrayList;
import java.util.List;
import org.copyflow.enrichment.annotation.AnalyzedArticle;
import org.copyflow.enrichment.annotation.Annotations;
import org.copyflow.enrichment.annotation.Annotator;
import org.copyflow.enrichment.figures.pieces.Pieces;
import org.copyflow.enrichment.figures.units.UnitReader;
import org.copyflow.enrichment.text.AnalyzedText;
import org.copyflow.enrichment.text.AnalyzedText.Sentence;
import org.copyflow.events.article.Figure;
import org.copyflow.events.article.Span;

/// Finds every numeric claim, in English and Chinese: money, percentages, counts, measures, ratios, ranks, ordinals,
/// dates, durations and ranges. Thread-safe; one pass; linear in the length of the text.
public final class FigureAnnotator implements Annotator {

    private final EnglishFigures english;
    private final ChineseFigures chinese;

    public FigureAnnotator() {
        var units = new UnitReader();
        english = new EnglishFigures(units);
        chinese = new ChineseFigures(units);
    }

    @Override
    public String name() {
        return "figures";
    }

    @Override
    public String version() {
        return "rules-2";
    }

    @Override
    public Annotations annotate(AnalyzedArticle article, Annotations found) {
        AnalyzedText text = article.body();
        Pieces pieces = Pieces.of(text.text());
        List<Figure> figures = new ArrayList<>();
        int first = 0;
        for (Sentence sentence : text.sentences()) {
            while (first < pieces.count() && pieces.start(first) < sentence.start()) {
                first++;
            }
            int limit = first;
            while (limit < pieces.count() && pieces.start(limit) < sentence.end()) {
                limit++;
            }
            var span = new Span(sentence.start(), sentence.end());
            if (text.isChinese() || pieces.hasIdeograph(first, limit)) {
                chinese.find(pieces, first, limit, span, figures);
            } else {
                english.find(pieces, first, limit, span, figures);
            }
            first = limit;
        }
        return found.withFigures(figures);
    }
}
