package org.copyflow.benchmarks.extraction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.copyflow.events.article.Byline;
import org.copyflow.formats.SourceArticle;
import org.copyflow.formats.TextBlock;
import org.copyflow.formats.UnreadableDocumentException;
import org.copyflow.formats.html.HtmlReader;
import tools.jackson.databind.json.JsonMapper;

/// What the reader as it is shipped finds in every page of the corpora, for the scorer: text, title, authors, date. Its
/// models were trained on five of them, so their text figures say nothing of other pages; [BodyTraining] gives those.
///
/// `java … ExtractionPredictions CORPORA OUT [SET…]`: OUT gets `SET.json`; pages that are refused are counted.
public final class ExtractionPredictions {

    private static final List<String> SETS =
            List.of("atf", "fundus", "scrapinghub", "wcxb", "trafilatura", "htmldate", "mozilla");
    private static final int DATE_CHARS = "2026-03-06".length();

    private final HtmlReader reader = new HtmlReader();

    private ExtractionPredictions() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 2) {
            System.err.println("usage: ExtractionPredictions CORPORA OUT [SET…]");
            System.exit(2);
        }
        Path out = Files.createDirectories(Path.of(arguments[1]));
        List<String> sets = arguments.length > 2 ? List.of(arguments).subList(2, arguments.length) : SETS;
        for (String set : sets) {
            new ExtractionPredictions().write(Path.of(arguments[0]), set, out);
        }
    }

    private void write(Path corpora, String set, Path out) throws IOException {
        var predictions = new LinkedHashMap<String, Map<String, String>>();
        List<CorpusPage> pages = CorpusPage.read(corpora, set);
        int refused = 0;
        for (CorpusPage page : pages) {
            try {
                SourceArticle article = reader.read(page.document()).articles().getFirst();
                predictions.put(page.id(), prediction(article));
            } catch (UnreadableDocumentException none) {
                refused++;
            }
        }
        JsonMapper.shared().writeValue(out.resolve(set + ".json"), predictions);
        System.out.printf("%s: %d pages, %d refused%n", set, pages.size(), refused);
    }

    private static Map<String, String> prediction(SourceArticle article) {
        var prediction = new LinkedHashMap<String, String>();
        prediction.put("text", article.blocks().stream().map(TextBlock::text).collect(Collectors.joining("\n\n")));
        if (article.title() != null) {
            prediction.put("title", article.title());
        }
        String authors = article.bylines().stream()
                .filter(byline -> byline.role().equals(Byline.AUTHOR))
                .map(Byline::name)
                .collect(Collectors.joining("; "));
        if (!authors.isEmpty()) {
            prediction.put("author", authors);
        }
        if (article.publishedAt() != null) {
            prediction.put("date", article.publishedAt().iso().substring(0, DATE_CHARS));
        }
        return prediction;
    }
}
