package org.copyflow.enrichment.entities;

import java.util.List;
import org.copyflow.enrichment.annotation.AnalyzedArticle;
import org.copyflow.enrichment.annotation.Annotations;
import org.copyflow.enrichment.annotation.Annotator;
import org.copyflow.enrichment.text.AnalyzedText;
import org.copyflow.enrichment.text.AnalyzedText.Sentence;
import org.copyflow.events.article.Block;

/// Finds who and what an article names: by a trained tagger and rules, in English and in Chinese.
/// Thread-safe.
public final class EntityAnnotator implements Annotator {

    private final EnglishNames english;
    private final ChineseNames chinese;

    public EntityAnnotator() {
        Gazetteer gazetteer = new Gazetteer();
        english = new EnglishNames(gazetteer);
        chinese = new ChineseNames(gazetteer);
    }

    @Override
    public String name() {
        return "entities";
    }

    @Override
    public String version() {
        return "tagger-2";
    }

    @Override
    public Annotations annotate(AnalyzedArticle article, Annotations found) {
        AnalyzedText text = article.body();
        var names = new NamesFound();
        List<Sentence> sentences = text.sentences().stream()
                .filter(s -> article.blocks().get(s.block()).type() != Block.Type.HEADING)
                .toList();
        if (text.isChinese()) {
            chinese.find(text, sentences, names);
        } else {
            english.find(text, sentences, names);
        }
        String title = article.source().title() == null ? "" : article.source().title();
        return found.withEntities(new EntityResolver(names, title, text.text().length()).resolve());
    }
}
