package org.copyflow.events.article;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// What made the article: the pipeline's version and that of each model in it, by name: in one order wherever it is
/// written, so that an answer's entity tag is the same on every instance.
public record Pipeline(String version, Map<String, String> models) {

    public Pipeline {
        models = models == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(models));
    }
}
