package org.copyflow.enrich.entities;

import org.copyflow.enrich.annotation.AnalyzedArticle;
import org.copyflow.enrich.annotation.Annotations;
import org.copyflow.enrich.annotation.Annotator;
import org.copyflow.enrich.text.AnalyzedText;
import org.copyflow.enrich.text.AnalyzedText.Sentence;
import org.copyflow.events.article.Block;

/// Finds who and what an article names, by rules and gazetteers, in English and Chinese. Thread-safe.
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
        return "rules-1";
    }

    @Override
    public Annotations annotate(AnalyzedArticle article, Annotations found) {
        AnalyzedText text = article.body();
        var names = new NamesFound();
        for (Sentence sentence : text.sentences()) {
            if (article.blocks().get(sentence.block()).type() == Block.Type.HEADING) {
                continue;
            }
            english.find(text, sentence, names);
            if (text.isChinese()) {
                chinese.find(text, sentence, names);
            }
        }
        String title = article.source().title() == null ? "" : article.source().title();
        return found.withEntities(new EntityResolver(names, title, text.text().length()).resolve());
    }
}
