package org.copyflow.enrich.pipeline;

import java.util.List;
import org.copyflow.enrich.annotation.Annotator;

/// Every annotator, a line each, in the order in which they run: later ones see what earlier ones found.
public final class KnownAnnotators {

    private KnownAnnotators() {}

    public static List<Annotator> all() {
        return List.of();
    }
}
