package org.copyflow.benchmarks.extraction;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.copyflow.formats.MediaType;
import org.copyflow.formats.PushedDocument;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A page of an extraction corpus and what is true of it.
///
/// @param set the corpus's folder
/// @param site the site it is from; pages of one site are never on both sides of a fold
record CorpusPage(String set, String id, String site, JsonNode truth, PushedDocument document) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// All pages of a corpus: `truth.json` and `pages/ID.html.gz` in its folder.
    static List<CorpusPage> read(Path corpora, String set) throws IOException {
        JsonNode truth = JSON.readTree(Files.readAllBytes(corpora.resolve(set).resolve("truth.json")));
        var pages = new ArrayList<CorpusPage>();
        for (String id : truth.propertyNames()) {
            JsonNode row = truth.get(id);
            byte[] bytes = bytes(corpora.resolve(set).resolve("pages").resolve(id + ".html.gz"), charset(row));
            String url = row.path("url").asString("");
            pages.add(new CorpusPage(
                    set,
                    id,
                    row.path("site").asString(id),
                    row,
                    new PushedDocument(bytes, new MediaType("text/html", "utf-8"), url.isEmpty() ? null : url, null)));
        }
        return pages;
    }

    private static Charset charset(JsonNode row) {
        try {
            return Charset.forName(row.path("charset").asString("utf-8"));
        } catch (IllegalArgumentException unknown) {
            return StandardCharsets.UTF_8;
        }
    }

    private static byte[] bytes(Path file, Charset charset) throws IOException {
        try (var in = new GZIPInputStream(Files.newInputStream(file))) {
            byte[] bytes = in.readAllBytes();
            return charset.equals(StandardCharsets.UTF_8)
                    ? bytes
                    : new String(bytes, charset).getBytes(StandardCharsets.UTF_8);
        }
    }
}
