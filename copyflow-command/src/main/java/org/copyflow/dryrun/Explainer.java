package org.copyflow.dryrun;

import java.util.List;
import org.copyflow.events.EventJson;
import org.copyflow.events.raw.RawArticle;
import org.copyflow.formats.FormatReaders;
import org.copyflow.formats.MediaType;
import org.copyflow.formats.PushedDocument;
import org.copyflow.formats.UnreadableDocumentException;
import org.copyflow.formats.explanation.Explanation;
import org.jspecify.annotations.Nullable;

/// Tells why an item's articles are what they are, and prints it.
public final class Explainer {

    private final FormatReaders readers;
    private final Form form;

    /// How a result is printed.
    public sealed interface Form permits AsJson, ExplainedForPeople {}

    /// One JSON line, for programs.
    public record AsJson() implements Form {}

    public Explainer(FormatReaders readers, Form form) {
        this.readers = readers;
        this.form = form;
    }

    /// One an item, in their order.
    List<Explanation> explain(List<RawArticle> articles, @Nullable String language) {
        return articles.stream().map(raw -> explain(raw, language)).toList();
    }

    /// None where the item cannot be read, or its format leaves nothing to decide.
    private Explanation explain(RawArticle raw, @Nullable String language) {
        try {
            MediaType type = MediaType.parse(raw.contentType());
            return readers.of(type).explain(new PushedDocument(raw.content(), type, raw.url(), language));
        } catch (UnreadableDocumentException | IllegalArgumentException e) {
            return Explanation.NONE; // the item's own error says it
        }
    }

    String text(ResultLine line) {
        return switch (form) {
            case AsJson _ -> EventJson.mapper().writeValueAsString(line);
            case ExplainedForPeople forPeople -> forPeople.text(line);
        };
    }
}
