package org.copyflow.formats.text;

import java.util.ArrayList;
import java.util.List;
import org.copyflow.formats.newspaper.PageLine;
import org.copyflow.formats.newsroom.PrintedLine;
import org.copyflow.formats.newsroom.Prose;

/// A printed page without markup: short lines that end no sentence and stand before others are its headings.
final class PlainPage {

    private static final int MAX_HEADING_WORDS = 24;

    private PlainPage() {}

    static List<PageLine> lines(List<TextLine> lines) {
        var page = new ArrayList<PageLine>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            TextLine line = lines.get(i);
            page.add(
                    isHeading(lines, i)
                            ? PageLine.heading(PageLine.BOLD_LEVEL, line.text())
                            : PageLine.paragraph(line.text()));
        }
        return page;
    }

    private static boolean isHeading(List<TextLine> lines, int at) {
        TextLine line = lines.get(at);
        boolean label = line.isShort()
                && !Prose.startsLower(line.text())
                && Prose.words(line.text()) <= MAX_HEADING_WORDS
                && !line.text().endsWith(",");
        boolean afterCut = at > 0
                && lines.get(at - 1).isText()
                && Prose.words(lines.get(at - 1).text()) > MAX_HEADING_WORDS
                && !Prose.endsSentence(lines.get(at - 1).text());
        boolean beforeCut = at + 1 < lines.size()
                && lines.get(at + 1).printed() instanceof PrintedLine.Text
                && Prose.startsLower(lines.get(at + 1).text());
        return label && !afterCut && !beforeCut;
    }
}
