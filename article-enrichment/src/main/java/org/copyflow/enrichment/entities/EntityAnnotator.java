package org.copyflow.enrichment.entities;

import java.util.List;
import java.util.stream.Stream;
import org.copyflow.enrichment.annotation.AnalyzedArticle;
import org.copyflow.enrichment.annotation.Annotations;
import org.copyflow.enrichment.annotation.Annotator;
import org.copyflow.enrichment.entities.linking.EntityLinks;
import org.copyflow.enrichment.text.AnalyzedText;
import org.copyflow.enrichment.text.AnalyzedText.Sentence;
import org.copyflow.enrichment.text.TextAnalyzer;
import org.copyflow.events.article.Block;
import org.copyflow.events.article.Caption;
import org.copyflow.events.article.Entity;
import org.copyflow.events.article.Note;
import org.copyflow.formats.SourceArticle;

/// Finds who and what an article names: by a trained tagger and rules, in English and in Chinese.
/// Thread-safe.
public final class EntityAnnotator implements Annotator {

    private static final int LONGEST_BESIDE_TEXT = 2_000;
    private static final int MOST_BESIDE_TEXT = 100;

    private final EntityLinks links = new EntityLinks();
    private final TextAnalyzer analyzer = new TextAnalyzer();
    private final EnglishNames english;
    private final ChineseNames chinese;
    private final KnownSubjects subjects = new KnownSubjects();

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
        return "tagger-5";
    }

    @Override
    public Annotations annotate(AnalyzedArticle article, Annotations found) {
        AnalyzedText text = article.body();
        var names = new NamesFound();
        List<Sentence> sentences = text.sentences().stream()
                .filter(s -> article.blocks().get(s.block()).type() != Block.Type.HEADING)
                .toList();
        find(text, sentences, names);
        subjects.find(text, sentences, names);
        names.leaveText();
        for (String beside : besideText(article.source())) {
            List<Block> block = List.of(new Block(Block.Type.PARAGRAPH, 0, beside.length()));
            AnalyzedText analyzed = analyzer.analyze(beside, block, text.language());
            find(analyzed, analyzed.sentences(), names);
        }
        String title = article.source().title() == null ? "" : article.source().title();
        List<Entity> entities = new EntityResolver(names, title, text.text().length()).resolve();
        return found.withEntities(links.link(entities));
    }

    private void find(AnalyzedText text, List<Sentence> sentences, NamesFound names) {
        if (text.isChinese()) {
            chinese.find(text, sentences, names);
        } else {
            english.find(text, sentences, names);
        }
    }

    /// What stands beside the text and is of this article: captions, and what its editor and author remark.
    private static List<String> besideText(SourceArticle source) {
        Stream<String> captions = source.captions().stream().map(Caption::text);
        Stream<String> notes = source.notes().stream()
                .filter(note -> note.kind() != Note.Kind.SOURCE)
                .map(Note::text);
        return Stream.concat(captions, notes)
                .filter(beside -> beside.length() <= LONGEST_BESIDE_TEXT)
                .limit(MOST_BESIDE_TEXT)
                .toList();
    }
}
