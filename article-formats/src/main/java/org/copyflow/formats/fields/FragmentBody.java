package org.copyflow.formats.fields;

import java.util.ArrayList;
import java.util.List;
import org.copyflow.events.article.Caption;
import org.copyflow.formats.TextBlock;
import org.copyflow.formats.html.HtmlBody;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/// An article's body as other formats carry it, in HTML: all of it is the article, so nothing is weighed or left out
/// but scripts and the like. Captions of figures are kept apart from the text.
public record FragmentBody(List<TextBlock> blocks, List<Caption> captions) {

    private static final int MAX_DEPTH = 200;

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

    /// Reads text: a paragraph ends at an empty line where there are any, else at every line's end.
    public static FragmentBody ofText(String text) {
        var blocks = new ArrayList<TextBlock>();
        List<String> lines = text.strip().lines().map(String::strip).toList();
        boolean wrapped = lines.contains("");
        var paragraph = new StringBuilder();
        for (String line : lines) {
            if (!wrapped || line.isEmpty()) {
                addParagraph(blocks, paragraph.toString());
                paragraph.setLength(0);
            }
            paragraph.append(paragraph.isEmpty() ? "" : " ").append(line);
        }
        addParagraph(blocks, paragraph.toString());
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
        return new FragmentBody(HtmlBody.blocks(root), captions);
    }

    private static String text(List<Element> elements) {
        return elements.isEmpty() ? "" : elements.getFirst().text().strip();
    }

    private static void addParagraph(List<TextBlock> blocks, String raw) {
        String text = raw.replace('\u00A0', ' ').replace('\u3000', ' ').strip();
        if (!text.isEmpty()) {
            blocks.add(TextBlock.paragraph(text));
        }
    }
}
