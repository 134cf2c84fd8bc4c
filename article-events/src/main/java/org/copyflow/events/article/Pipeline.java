package org.copyflow.events.article;

import java.util.Map;

/// What made the article: the pipeline's version and that of each model in it.
public record Pipeline(String version, Map<String, String> models) {

    public Pipeline {
        models = models == null ? Map.of() : Map.copyOf(models);
    }
}
