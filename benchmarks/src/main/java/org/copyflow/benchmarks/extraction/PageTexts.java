package org.copyflow.benchmarks.extraction;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.copyflow.formats.SourceArticle;
import org.copyflow.formats.TextBlock;
import org.copyflow.formats.UnreadableDocumentException;
import org.copyflow.formats.html.HtmlReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The articles of the corpora's pages as the reader that is shipped reads them, a JSON line each: `id`, `site`,
/// `title`, `text`. For models that learn from texts without labels.
///
/// `java … PageTexts CORPORA OUT.jsonl SET…`
public final class PageTexts {

    private PageTexts() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 3) {
            System.err.println("usage: PageTexts CORPORA OUT.jsonl SET…");
            System.exit(2);
        }
        var reader = new HtmlReader();
        try (BufferedWriter out = Files.newBufferedWriter(Path.of(arguments[1]))) {
            for (String set : List.of(arguments).subList(2, arguments.length)) {
                for (CorpusPage page : CorpusPage.read(Path.of(arguments[0]), set)) {
                    write(page, reader, out);
                }
            }
        }
    }

    private static void write(CorpusPage page, HtmlReader reader, BufferedWriter out) throws IOException {
        SourceArticle article;
        try {
            article = reader.read(page.document()).articles().getFirst();
        } catch (UnreadableDocumentException none) {
            return;
        }
        ObjectNode line = JsonMapper.shared().createObjectNode();
        line.put("id", page.set() + "-" + page.id());
        line.put("site", page.site());
        line.put("title", Objects.requireNonNullElse(article.title(), ""));
        line.put("text", article.blocks().stream().map(TextBlock::text).collect(Collectors.joining("\n")));
        out.write(line.toString());
        out.newLine();
    }
}
