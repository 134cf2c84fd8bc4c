package org.copyflow.enrichment.annotation;

import java.util.Map;

/// Finds something in an article. Pure and thread-safe: the same article gives the same annotations.
///
/// A new annotator is one small package that implements this, and one line in the list of annotators.
public interface Annotator {

    /// What it finds, as `figures`; the name of its step in metrics, `--explain` and the pipeline's versions.
    String name();

    /// Its version, or that of its model; it changes whenever its answers may.
    String version();

    /// @param article the article, with language, tokens and sentences
    /// @param found what earlier annotators found
    /// @return what was found, with its own findings added
    Annotations annotate(AnalyzedArticle article, Annotations found);

    /// Why it finds what it finds, a finding and the signal behind it; nothing where there is nothing to tell. For
    /// `--explain`: it may take its time.
    default Map<String, String> explain(AnalyzedArticle article) {
        return Map.of();
    }
}
