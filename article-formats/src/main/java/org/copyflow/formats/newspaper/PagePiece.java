package org.copyflow.formats.newspaper;

import org.copyflow.formats.newsroom.LineReader;
import org.copyflow.formats.newsroom.PrintedLine;

/// A line of a page and what it was recognised as.
record PagePiece(PageLine line, PrintedLine printed) {

    static PagePiece of(PageLine line) {
        PrintedLine printed = line.isHeading() ? LineReader.readHeading(line.text()) : LineReader.read(line.text());
        boolean over = printed instanceof PrintedLine.EndOfArticle;
        return new PagePiece(line, over ? new PrintedLine.Text(line.text()) : printed);
    }

    /// A heading that is a banner, a kicker, a title or a subhead.
    boolean isHeading() {
        return line.isHeading() && printed instanceof PrintedLine.Text;
    }

    /// A date with a page number: what is printed along the top of a page.
    boolean isFolio() {
        return printed instanceof PrintedLine.Metadata metadata
                && metadata.published() != null
                && LineReader.hasPageNumber(line.text());
    }

    boolean isText() {
        return !line.isHeading() && printed instanceof PrintedLine.Text;
    }

    /// True where it stands between a title and the text under it.
    boolean opensArticle() {
        return printed instanceof PrintedLine.Credits
                || printed instanceof PrintedLine.ContinuedFrom
                || printed instanceof PrintedLine.Metadata;
    }
}
