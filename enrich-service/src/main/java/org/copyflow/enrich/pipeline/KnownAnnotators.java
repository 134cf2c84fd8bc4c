package org.copyflow.enrich.pipeline;

import java.util.List;
import org.copyflow.enrich.annotation.Annotator;
import org.copyflow.enrich.entities.EntityAnnotator;
import org.copyflow.enrich.figures.FigureAnnotator;
import org.copyflow.enrich.fingerprint.FingerprintAnnotator;
import org.copyflow.enrich.keyphrases.KeyphraseAnnotator;
import org.copyflow.enrich.quotes.QuoteAnnotator;
import org.copyflow.enrich.statistics.TextStatisticsAnnotator;
import org.copyflow.enrich.summary.SummaryAnnotator;

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
                new FingerprintAnnotator());
    }
}
