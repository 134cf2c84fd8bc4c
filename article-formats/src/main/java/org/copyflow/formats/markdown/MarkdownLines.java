package org.copyflow.formats.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.copyflow.formats.newspaper.PageLine;
import org.jsoup.Jsoup;

/// The lines of a Markdown text in order, without markup, entities decoded. Never fails: every text is Markdown.
public final class MarkdownLines {

    /// Deeper nesting than any article has; the parser takes what is deeper for text.
    private static final int MAX_NESTING = 24;

    /// A list that starts here is a sentence that begins with a year.
    private static final int FIRST_YEAR = 1000;

    private static final Parser PARSER = Parser.builder()
            .maxOpenBlockParsers(MAX_NESTING)
            .maxInlineNesting(MAX_NESTING)
            .build();

    private final List<PageLine> lines = new ArrayList<>();

    private MarkdownLines() {}

    public static List<PageLine> of(String markdown) {
        var reader = new MarkdownLines();
        reader.blocks(PARSER.parse(unfenced(markdown)), PageLine.Kind.PARAGRAPH);
        return List.copyOf(reader.lines);
    }

    /// The text of a document that stands in a code fence as a whole, as some converters leave it.
    private static String unfenced(String markdown) {
        String text = markdown.strip();
        int firstEnd = text.indexOf('\n');
        boolean fenced = text.startsWith("```") && text.endsWith("```") && firstEnd > 0 && firstEnd < text.length() - 3;
        return fenced ? text.substring(firstEnd + 1, text.length() - 3) : markdown;
    }

    private void blocks(Node parent, PageLine.Kind kind) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case Heading heading -> heading(heading);
                case Paragraph paragraph -> lines.addAll(MarkdownParagraph.lines(inline(paragraph), kind));
                case ListItem item -> blocks(item, itemKind(item));
                case BlockQuote quote -> blocks(quote, PageLine.Kind.QUOTE);
                case FencedCodeBlock code -> literal(code.getLiteral());
                case IndentedCodeBlock code -> literal(code.getLiteral());
                case HtmlBlock html ->
                    literal(Jsoup.parseBodyFragment(html.getLiteral()).wholeText());
                default -> blocks(node, kind);
            }
        }
    }

    private static PageLine.Kind itemKind(ListItem item) {
        boolean year = item.getParent() instanceof OrderedList list
                && list.getMarkerStartNumber() != null
                && list.getMarkerStartNumber() >= FIRST_YEAR;
        return year ? PageLine.Kind.PARAGRAPH : PageLine.Kind.LIST_ITEM;
    }

    private void heading(Heading heading) {
        String text = inline(heading).text().replace('\n', ' ').strip();
        if (!text.isEmpty()) {
            lines.add(PageLine.heading(heading.getLevel(), text));
        }
    }

    private void literal(String text) {
        text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(PageLine::paragraph)
                .forEach(lines::add);
    }

    private static InlineText inline(Node block) {
        var text = new InlineText();
        if (block.getParent() instanceof ListItem item
                && item.getFirstChild() == block
                && itemKind(item) == PageLine.Kind.PARAGRAPH
                && item.getParent() instanceof OrderedList list) {
            text.append(list.getMarkerStartNumber() + list.getMarkerDelimiter() + " ", false);
        }
        inline(block, text, false);
        return text;
    }

    private static void inline(Node parent, InlineText text, boolean bold) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case Text leaf -> text.append(leaf.getLiteral(), bold);
                case Code code -> text.append(code.getLiteral(), bold);
                case SoftLineBreak lineBreak -> text.breakLine();
                case HardLineBreak lineBreak -> text.breakLine();
                case StrongEmphasis strong -> inline(strong, text, true);
                case HtmlInline tag -> {
                    if (tag.getLiteral().toLowerCase(Locale.ROOT).startsWith("<br")) {
                        text.breakLine();
                    }
                }
                case Image image -> {}
                default -> inline(node, text, bold);
            }
        }
    }
}
