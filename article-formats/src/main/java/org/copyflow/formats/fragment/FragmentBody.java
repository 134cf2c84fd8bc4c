package org.copyflow.formats.fragment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.copyflow.events.article.Block;
import org.copyflow.events.article.Caption;
import org.copyflow.formats.TextBlock;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/// An article's body as other formats carry it, in HTML: all of it is the article, so nothing is weighed or left out
/// but scripts and the like. Captions of figures are kept apart from the text.
public record FragmentBody(List<TextBlock> blocks, List<Caption> captions) {

    private static final int MAX_DEPTH = 200;
    private static final Set<String> NEVER_TEXT =
            Set.of("script", "style", "noscript", "template", "iframe", "object", "form", "svg", "button");

    public FragmentBody {
        blocks = List.copyOf(blocks);
        captions = List.copyOf(captions);
    }

    /// Reads HTML; text without tags becomes a paragraph a line.
    public static FragmentBody ofHtml(String html) {
        if (html.indexOf('<') < 0) {
            return ofText(Parser.unescapeEntities(html, false));
        }
        Document page = Parser.htmlParser().setMaxDepth(MAX_DEPTH).parseInput(html, "");
        return ofTree(page.body());
    }

    /// Reads text: a paragraph a line.
    public static FragmentBody ofText(String text) {
        var blocks = new ArrayList<TextBlock>();
        text.lines().forEach(line -> addBlock(blocks, Block.Type.PARAGRAPH, line));
        return new FragmentBody(blocks, List.of());
    }

    /// Reads the elements below `root`, and takes the captions out of it.
    public static FragmentBody ofTree(Element root) {
        var captions = new ArrayList<Caption>();
        for (Element caption : root.select("figcaption")) {
            caption.remove();
            String credit = text(caption.select(".credit, .photo-credit, cite, small"));
            String all = caption.text().strip();
            String words = credit.isEmpty() ? all : all.replace(credit, "").strip();
            if (!words.isEmpty()) {
                captions.add(new Caption(words, credit.isEmpty() ? null : credit));
            }
        }
        var walk = new Walk();
        walk.into(root, Block.Type.PARAGRAPH);
        walk.close(Block.Type.PARAGRAPH);
        return new FragmentBody(walk.blocks, captions);
    }

    private static String text(List<Element> elements) {
        return elements.isEmpty() ? "" : elements.getFirst().text().strip();
    }

    private static void addBlock(List<TextBlock> blocks, Block.Type type, String raw) {
        String text = raw.replace('\u00A0', ' ').replace('\u3000', ' ').strip();
        if (!text.isEmpty()) {
            blocks.add(new TextBlock(type, text));
        }
    }

    /// Gathers running text until a block element begins or ends. Depth is bounded by the parser.
    private static final class Walk {
        private final List<TextBlock> blocks = new ArrayList<>();
        private final StringBuilder line = new StringBuilder();

        void into(Element element, Block.Type type) {
            for (Node node : element.childNodes()) {
                if (node instanceof TextNode text) {
                    append(text.getWholeText());
                } else if (node instanceof Element child && !NEVER_TEXT.contains(child.normalName())) {
                    child(child, type);
                }
            }
        }

        private void child(Element child, Block.Type outer) {
            if (child.normalName().equals("br")) {
                breakLine(child, outer);
            } else if (child.isBlock()) {
                close(outer);
                Block.Type type = type(child.normalName(), outer);
                into(child, type);
                close(type);
            } else {
                into(child, outer);
            }
        }

        /// Two breaks in a row end a paragraph; one is a space.
        private void breakLine(Element lineBreak, Block.Type type) {
            Element next = lineBreak.nextElementSibling();
            if (next != null && next.normalName().equals("br")) {
                close(type);
            } else {
                append(" ");
            }
        }

        private static Block.Type type(String tag, Block.Type outer) {
            return switch (tag) {
                case "h1", "h2", "h3", "h4", "h5", "h6" -> Block.Type.HEADING;
                case "li", "dt", "dd" -> Block.Type.LIST_ITEM;
                case "blockquote" -> Block.Type.QUOTE;
                default -> outer;
            };
        }

        private void append(String text) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                boolean space = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\u00A0';
                if (!space) {
                    line.append(c);
                } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
                    line.append(' ');
                }
            }
        }

        void close(Block.Type type) {
            addBlock(blocks, type, line.toString());
            line.setLength(0);
        }
    }
}
