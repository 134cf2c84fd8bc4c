package org.copyflow.enrichment.pipeline;

import java.util.List;
import org.copyflow.enrichment.annotation.Annotator;
import org.copyflow.enrichment.entities.EntityAnnotator;
import org.copyflow.enrichment.figures.FigureAnnotator;
import org.copyflow.enrichment.fingerprint.FingerprintAnnotator;
import org.copyflow.enrichment.fingerprint.SketchAnnotator;
import org.copyflow.enrichment.keyphrases.KeyphraseAnnotator;
import org.copyflow.enrichment.quotes.QuoteAnnotator;
import org.copyflow.enrichment.statistics.TextStatisticsAnnotator;
import org.copyflow.enrichment.summary.SummaryAnnotator;

/// Every annotator, a line each, in the order in which they run: later ones see what earlier ones found.
public final class KnownAnnotators {

    private KnownAnnotators() {}

    public static List<Annotator> all() {
        return List.of(
                new TextStatisticsAnnotator(),
                new EntityAnnotator(),
                new FigureAnnotator(),
                new QuoteAnnotator(),
                new KeyphraseAnnotator(),
                new SummaryAnnotator(),
                new FingerprintAnnotator(),
                new SketchAnnotator());
    }
}
