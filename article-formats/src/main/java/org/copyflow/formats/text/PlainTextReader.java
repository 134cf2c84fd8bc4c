package org.copyflow.formats.text;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.copyflow.formats.FormatReader;
import org.copyflow.formats.ItemIdentity;
import org.copyflow.formats.PushedDocument;
import org.copyflow.formats.SourceArticle;
import org.copyflow.formats.SourceDocument;
import org.copyflow.formats.TextBlock;

/// Reads text without tags.
public final class PlainTextReader implements FormatReader {

    @Override
    public String name() {
        return "plain text";
    }

    @Override
    public Set<String> mediaTypes() {
        return Set.of("text/plain");
    }

    @Override
    public ItemIdentity identify(PushedDocument document) {
        return ItemIdentity.ofUri(document.url());
    }

    @Override
    public SourceDocument read(PushedDocument document) {
        var article = SourceArticle.builder().url(document.url()).language(document.language());
        new String(document.content(), StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> article.block(TextBlock.paragraph(line)));
        return new SourceDocument(identify(document), List.of(article.build()));
    }
}
