package org.copyflow.ingest.push;

import java.util.List;
import org.copyflow.events.raw.RawArticle;
import org.copyflow.kit.server.ProblemException;

/// One item of a batch: it is accepted or refused by itself.
public sealed interface BatchItem {

    static List<BatchItem> taken(List<RawArticle> articles) {
        return articles.stream().<BatchItem>map(Taken::new).toList();
    }

    record Taken(RawArticle article) implements BatchItem {}

    record Refused(ProblemException reason) implements BatchItem {}
}
