package org.copyflow.benchmarks.formats;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.copyflow.formats.FormatReader;
import org.copyflow.formats.FormatReaders;
import org.copyflow.formats.ItemSplitter;
import org.copyflow.formats.MediaTypeGuess;
import org.copyflow.formats.PushedDocument;
import org.copyflow.formats.SourceDocument;
import org.copyflow.formats.UnreadableDocumentException;
import org.copyflow.formats.feed.FeedReader;
import org.copyflow.formats.json.JsonFormat;
import org.copyflow.formats.json.SafeJson;
import org.copyflow.formats.jsonfeed.JsonFeedReader;
import org.copyflow.formats.jsonld.JsonLdReader;
import org.copyflow.formats.newsml.NewsmlReader;
import org.copyflow.formats.ninjs.NinjsReader;
import org.copyflow.formats.nitf.NitfReader;
import org.copyflow.formats.registry.KnownFormats;
import org.copyflow.formats.xml.SafeXml;
import org.copyflow.formats.xml.XmlFormat;
import tools.jackson.databind.JsonNode;

/// Reads every XML and JSON file below a folder and prints, for each format: how many files and items there were, how
/// many were read, how many refused under which code, and which fields of those that were read ended up nowhere.
///
/// `FormatsReport FOLDER [--files]`; with `--files` each refusal is printed with its file and message.
public final class FormatsReport {

    private static final int MAX_FILE_BYTES = 20_000_000;

    private final FormatReaders readers = KnownFormats.readers();
    private final List<XmlFormat> xml = List.of(new FeedReader(), new NewsmlReader(), new NitfReader());
    private final List<JsonFormat> json = List.of(new JsonFeedReader(), new JsonLdReader(), new NinjsReader());
    private final Map<String, FormatTally> tallies = new TreeMap<>();
    private final boolean showFiles;
    private final PrintStream out;

    FormatsReport(boolean showFiles, PrintStream out) {
        this.showFiles = showFiles;
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 1 || !Files.isDirectory(Path.of(arguments[0]))) {
            System.err.println("usage: FormatsReport FOLDER [--files]; the folder holds published examples");
            System.exit(2);
        }
        var report = new FormatsReport(List.of(arguments).contains("--files"), System.out);
        report.readAll(Path.of(arguments[0]));
        report.print();
    }

    void readAll(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    (Iterable<Path>) files.filter(FormatsReport::isDocument).sorted()::iterator) {
                byte[] content = Files.readAllBytes(file);
                read(folder.relativize(file).toString(), content);
            }
        }
    }

    void print() {
        tallies.forEach((format, tally) -> out.println(tally.text(format)));
    }

    private static boolean isDocument(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return (name.endsWith(".xml") || name.endsWith(".json"))
                && Files.isRegularFile(file)
                && file.toFile().length() <= MAX_FILE_BYTES;
    }

    private void read(String name, byte[] content) {
        var document = new PushedDocument(content, MediaTypeGuess.of(name, content), null, null);
        FormatTally tally = tallies.computeIfAbsent(format(document), format -> new FormatTally());
        tally.file();
        try {
            FormatReader reader = readers.of(document.mediaType());
            List<PushedDocument> items =
                    reader instanceof ItemSplitter splitter ? splitter.split(document) : List.of(document);
            for (PushedDocument item : items) {
                readItem(name, item, tally);
            }
        } catch (UnreadableDocumentException e) {
            refuse(name, e, tally);
        }
    }

    private void readItem(String name, PushedDocument item, FormatTally tally) {
        tally.item();
        try {
            SourceDocument read = readers.of(item.mediaType()).read(item);
            tally.read(read, SourceLeaves.of(item));
        } catch (UnreadableDocumentException e) {
            refuse(name, e, tally);
        }
    }

    private void refuse(String name, UnreadableDocumentException e, FormatTally tally) {
        tally.refused(e.code());
        if (showFiles) {
            out.println(e.code() + "\t" + name + "\t" + e.getMessage());
        }
    }

    /// The name of the format that claims a document, else what kind of document it is.
    private String format(PushedDocument document) {
        boolean isJson = document.mediaType().type().endsWith("json");
        try {
            if (isJson) {
                JsonNode root = SafeJson.root(document);
                return json.stream()
                        .filter(format -> format.readsRoot(root))
                        .findFirst()
                        .map(FormatReader::name)
                        .orElse("other JSON");
            }
            var root = SafeXml.root(document);
            return xml.stream()
                    .filter(format -> format.readsRoot(root))
                    .findFirst()
                    .map(FormatReader::name)
                    .orElse("other XML");
        } catch (UnreadableDocumentException e) {
            return isJson ? "broken JSON" : "broken XML";
        }
    }
}
