package org.copyflow.benchmarks.extraction;

import de.l3s.boilerpipe.BoilerpipeProcessingException;
import de.l3s.boilerpipe.extractors.CommonExtractors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.copyflow.formats.SourceArticle;
import org.copyflow.formats.TextBlock;
import org.copyflow.formats.UnreadableDocumentException;
import org.copyflow.formats.html.HtmlReader;

/// The text of one page as two extractors find it.
public record TwoExtractions(String ours, String theirs) {

    /// Of each page of a corpus that Copyflow's reader does not refuse.
    public static List<TwoExtractions> ofSet(Path corpora, String set) throws IOException {
        var reader = new HtmlReader();
        var found = new ArrayList<TwoExtractions>();
        for (CorpusPage page : CorpusPage.read(corpora, set)) {
            try {
                SourceArticle article = reader.read(page.document()).articles().getFirst();
                String ours = article.blocks().stream().map(TextBlock::text).collect(Collectors.joining("\n\n"));
                String html = new String(page.document().content(), StandardCharsets.UTF_8);
                found.add(new TwoExtractions(ours, CommonExtractors.ARTICLE_EXTRACTOR.getText(html)));
            } catch (UnreadableDocumentException | BoilerpipeProcessingException none) {
                // not read by both: nothing to compare
            }
        }
        return found;
    }
}
