package org.copyflow.formats.html.facts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.copyflow.formats.html.page.FactElements;
import org.copyflow.formats.html.page.PageOutline;
import org.copyflow.formats.html.words.Names;
import org.copyflow.formats.html.words.PersonNames;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// The bylines that a page shows, the likeliest first: elements that are marked or named as one and lines that begin
/// with `By`, those near the headline before others.
final class ShownBylines {

    private static final int MAX_BYLINE_CHARS = 200;
    private static final int MAX_LINE_WORDS = 14;
    private static final int FAR = 1000;
    private static final int BEFORE_TITLE = 4;
    private static final int AFTER_TITLE = 14;
    /// @param rank small is likely
    record Shown(List<String> names, String signal, int rank) {}

    private ShownBylines() {}

    static List<Shown> of(PageOutline page, int titleBlock) {
        var shown = new ArrayList<Shown>();
        for (FactElements.Noted noted : page.facts().properties()) {
            if (noted.element().attr("itemprop").equals("author")) {
                add(shown, noted, "itemprop author", rank(noted.block(), titleBlock, 0));
            }
        }
        for (FactElements.Noted noted : page.facts().details()) {
            boolean link = noted.element().nameIs("a")
                    && FactElements.isOfPerson(noted.element().attributes());
            int rank = rank(noted.block(), titleBlock, link ? 1 : 2);
            if (rank < FAR || isNamedByline(noted.element())) {
                add(shown, noted, link ? "author link" : "byline element", rank);
            }
        }
        for (Shown line : BylineLines.near(page.blocks(), titleBlock)) {
            shown.add(new Shown(line.names(), line.signal(), rank(line.rank(), titleBlock, 0)));
        }
        shown.addAll(BylineLines.elsewhere(page.blocks(), titleBlock, 2 * FAR));
        shown.sort(Comparator.comparingInt(Shown::rank));
        return shown;
    }

    private static boolean isNamedByline(Element element) {
        String names = element.className() + ' ' + element.id() + ' ' + element.attr("rel");
        return names.contains("author") || names.contains("byline");
    }

    private static int rank(int block, int titleBlock, int kind) {
        int distance = titleBlock < 0 ? 0 : block - titleBlock;
        boolean near = distance >= -BEFORE_TITLE && distance <= AFTER_TITLE;
        return (near ? 0 : FAR) + kind * 20 + Math.min(500, Math.abs(distance));
    }

    private static void add(List<Shown> shown, FactElements.Noted noted, String signal, int rank) {
        if (noted.isAside()) {
            return;
        }
        List<String> names = linked(noted.element());
        if (names.isEmpty()) {
            String text = text(noted.element());
            names = text.length() > MAX_BYLINE_CHARS ? List.of() : PersonNames.shown(text);
        }
        if (!names.isEmpty()) {
            shown.add(new Shown(names, signal, rank));
        }
    }

    /// The names in links to people's pages.
    private static List<String> linked(Element byline) {
        var names = new ArrayList<String>();
        for (Element link : byline.getElementsByTag("a")) {
            boolean profile = FactElements.isOfPerson(link.attributes());
            if (profile && names.size() < MAX_LINE_WORDS) {
                for (String name : PersonNames.shown(text(link))) {
                    if (!names.contains(name)) {
                        names.add(name);
                    }
                }
            }
        }
        return names;
    }

    /// The element's text with a space between the texts of its parts.
    private static String text(Element element) {
        var text = new StringBuilder();
        for (Node node : element.nodeStream(TextNode.class).toList()) {
            if (text.length() > 2 * MAX_BYLINE_CHARS) {
                break;
            }
            text.append(' ').append(((TextNode) node).getWholeText());
        }
        return Names.clean(text.toString());
    }
}
