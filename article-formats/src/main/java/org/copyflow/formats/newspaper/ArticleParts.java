package org.copyflow.formats.newspaper;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.copyflow.events.article.Block;
import org.copyflow.events.article.Byline;
import org.copyflow.events.article.Caption;
import org.copyflow.events.article.Note;
import org.copyflow.formats.SourceArticle;
import org.copyflow.formats.TextBlock;
import org.copyflow.formats.newsroom.Bylines;
import org.copyflow.formats.newsroom.CutSentence;
import org.copyflow.formats.newsroom.LineReader;
import org.copyflow.formats.newsroom.Names;
import org.copyflow.formats.newsroom.PrintedLine;
import org.jspecify.annotations.Nullable;

/// Puts one article together from its pieces: text in reading order with cut sentences joined, and everything that is
/// no text in its field. Not thread-safe.
final class ArticleParts {

    private final SourceArticle.Builder builder = SourceArticle.builder();
    private final List<TextBlock> blocks = new ArrayList<>();
    private final List<Caption> captions = new ArrayList<>();
    private final Set<Byline> bylines = new LinkedHashSet<>();
    private @Nullable String bylineText;
    private boolean published;

    void add(Stretch stretch) {
        if (stretch.title() != null) {
            builder.title(stretch.title()).evidence("title", "heading");
        }
        if (stretch.kicker() != null) {
            builder.kicker(stretch.kicker()).evidence("kicker", "short heading beside the title");
        }
        if (stretch.publisher() != null) {
            builder.publisher(stretch.publisher()).evidence("publisher", "masthead of the page");
        }
        if (stretch.section() != null) {
            builder.section(stretch.section()).evidence("section", "banner of the page");
        }
        stretch.head().forEach(this::add);
        List<PagePiece> body = stretch.body();
        boolean lone =
                stretch.title() != null && bylines.isEmpty() && body.size() > 1 && addLoneAuthors(body.getFirst());
        body.subList(lone ? 1 : 0, body.size()).forEach(this::add);
        PullQuotes.drop(blocks);
        if (!published && stretch.pageDate() != null) {
            builder.publishedAt(stretch.pageDate()).evidence("publishedAt", "date line of the page");
        }
        if (!blocks.isEmpty()) {
            bylines.addAll(Bylines.inDateline(blocks.getFirst().text()));
        }
    }

    private void add(PagePiece piece) {
        switch (piece.printed()) {
            case PrintedLine.Credits credits -> addCredits(credits);
            case PrintedLine.Metadata metadata -> addMetadata(piece, metadata);
            case PrintedLine.PictureText(var text, var credit) -> captions.add(new Caption(text, credit));
            case PrintedLine.Remark(var note) -> builder.note(note);
            case PrintedLine.ContinuedFrom(var page) ->
                builder.continuedFrom(page)
                        .evidence("continuedFrom", piece.line().text());
            case PrintedLine.Text(var text) -> addText(piece.line(), text);
            case PrintedLine.Credit none -> {}
            case PrintedLine.RemarkHeading none -> {}
            case PrintedLine.Furniture none -> {}
            case PrintedLine.EndOfArticle none -> {}
            case PrintedLine.Code none -> {}
        }
    }

    /// Names of people alone on the first line under the title.
    private boolean addLoneAuthors(PagePiece piece) {
        List<String> names = piece.isText() ? Names.split(piece.line().text()) : List.of();
        if (names.isEmpty() || !names.stream().allMatch(Names::isPerson)) {
            return false;
        }
        names.forEach(name -> bylines.add(new Byline(name, Byline.AUTHOR)));
        bylineText = piece.line().text();
        builder.evidence("bylines", "names under the title");
        return true;
    }

    private void addCredits(PrintedLine.Credits credits) {
        bylineText = bylineText == null ? credits.text() : bylineText;
        bylines.addAll(credits.bylines());
        builder.evidence("bylines", "byline");
        if (credits.publisher() != null) {
            builder.publisher(credits.publisher()).evidence("publisher", "byline");
        }
    }

    private void addMetadata(PagePiece piece, PrintedLine.Metadata metadata) {
        bylines.addAll(metadata.bylines());
        if (metadata.publisher() != null) {
            builder.publisher(metadata.publisher()).evidence("publisher", "source line");
            builder.note(new Note(Note.Kind.SOURCE, piece.line().text()));
        }
        if (metadata.published() != null) {
            builder.publishedAt(metadata.published()).evidence("publishedAt", "date line");
            published = true;
        }
        if (metadata.updated() != null) {
            builder.updatedAt(metadata.updated()).evidence("updatedAt", "date line");
        }
        if (metadata.url() != null) {
            builder.url(metadata.url()).evidence("url", "address line");
        }
    }

    private void addText(PageLine line, String printed) {
        LineReader.Continuation lead = blocks.isEmpty() && !line.isHeading() ? LineReader.continuation(printed) : null;
        if (lead != null) {
            builder.continuedFrom(lead.page()).evidence("continuedFrom", printed.substring(0, lead.length()));
        }
        String text = lead == null ? printed : printed.substring(lead.length()).strip();
        TextBlock last = blocks.isEmpty() ? null : blocks.getLast();
        boolean paragraph = line.kind() == PageLine.Kind.PARAGRAPH;
        if (paragraph
                && last != null
                && last.type() == Block.Type.PARAGRAPH
                && CutSentence.continues(last.text(), text)) {
            blocks.set(blocks.size() - 1, TextBlock.paragraph(CutSentence.join(last.text(), text)));
            return;
        }
        blocks.add(new TextBlock(type(line), text));
    }

    private static Block.Type type(PageLine line) {
        return switch (line.kind()) {
            case HEADING -> Block.Type.HEADING;
            case PARAGRAPH -> Block.Type.PARAGRAPH;
            case LIST_ITEM -> Block.Type.LIST_ITEM;
            case QUOTE -> Block.Type.QUOTE;
        };
    }

    boolean hasNoText() {
        return blocks.stream().allMatch(block -> block.type() == Block.Type.HEADING);
    }

    void adoptPictures(ArticleParts other) {
        captions.addAll(other.captions);
    }

    SourceArticle build() {
        bylines.forEach(builder::byline);
        captions.forEach(builder::caption);
        return builder.bylineText(bylineText).blocks(blocks).build();
    }
}
