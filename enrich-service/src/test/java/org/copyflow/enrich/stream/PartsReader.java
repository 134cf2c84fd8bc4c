package org.copyflow.enrich.stream;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.formats.FormatReader;
import org.copyflow.formats.ItemIdentity;
import org.copyflow.formats.PushedDocument;
import org.copyflow.formats.SourceArticle;
import org.copyflow.formats.SourceDocument;
import org.copyflow.formats.TextBlock;
import org.copyflow.formats.UnreadableDocumentException;
import org.jspecify.annotations.Nullable;

/// A format for tests: `first part|second part`, after an optional `embargo=…;`, `status=…;` or `version=…;`.
/// `unreadable`, `loud`, `bug` and `deep` fail, each in its way; `half` holds half a surrogate pair.
final class PartsReader implements FormatReader {

    static final String MEDIA_TYPE = "test/parts";

    @Override
    public String name() {
        return "parts";
    }

    @Override
    public Set<String> mediaTypes() {
        return Set.of(MEDIA_TYPE);
    }

    @Override
    public ItemIdentity identify(PushedDocument document) {
        String version = stated(document, "version=");
        String embargo = stated(document, "embargo=");
        String status = stated(document, "status=");
        return new ItemIdentity(
                null,
                version == null ? null : Long.valueOf(version),
                null,
                status == null ? ArticleStatus.USABLE : ArticleStatus.ofWord(status),
                embargo == null ? null : Instant.parse(embargo));
    }

    @Override
    public SourceDocument read(PushedDocument document) {
        String text = text(document);
        switch (text) {
            case "unreadable" -> throw new UnreadableDocumentException("not-an-article", "There is no article in it.");
            case "bug" -> throw new IllegalStateException("a bug");
            case "loud" -> throw new UnreadableDocumentException("loud", "It says '\ud83d" + "!".repeat(5_000) + "'.");
            case "half" -> {
                return new SourceDocument(
                        identify(document),
                        List.of(SourceArticle.builder()
                                .block(TextBlock.paragraph("half a pair: \ud83d"))
                                .build()));
            }
            case "deep" -> throw new StackOverflowError();
            default -> {
                var articles = Arrays.stream(
                                text.substring(text.indexOf(';') + 1).split("\\|", -1))
                        .map(part -> SourceArticle.builder()
                                .title(part)
                                .block(TextBlock.paragraph(part))
                                .build())
                        .toList();
                return new SourceDocument(identify(document), articles);
            }
        }
    }

    private static @Nullable String stated(PushedDocument document, String key) {
        String text = text(document);
        return text.startsWith(key) ? text.substring(key.length(), text.indexOf(';')) : null;
    }

    private static String text(PushedDocument document) {
        return new String(document.content(), StandardCharsets.UTF_8);
    }
}
