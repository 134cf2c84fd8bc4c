package org.copyflow.formats.newspaper;

import java.util.ArrayList;
import java.util.List;
import org.copyflow.events.article.Note;
import org.copyflow.formats.newsroom.CutSentence;
import org.copyflow.formats.newsroom.PrintedLine;
import org.copyflow.formats.newsroom.PrintedLine.Credit;
import org.copyflow.formats.newsroom.PrintedLine.PictureText;
import org.copyflow.formats.newsroom.PrintedLine.Remark;
import org.copyflow.formats.newsroom.PrintedLine.RemarkHeading;
import org.copyflow.formats.newsroom.Prose;

/// Recognises the lines of a page, each alone and then by its neighbours: what stands under "Editor's Note" is the
/// note, what stands over a lone credit is a caption, and what interrupts a sentence between its halves is one, too.
final class PagePieces {

    private static final int MAX_CAPTION_WORDS = 60;

    private PagePieces() {}

    static List<PagePiece> of(List<PageLine> lines) {
        var pieces = new ArrayList<PagePiece>(lines.size());
        for (PageLine line : lines) {
            pieces.add(PagePiece.of(line));
        }
        readRemarks(pieces);
        readCredits(pieces);
        readInterruptions(pieces);
        pieces.removeIf(piece -> piece.printed() instanceof PrintedLine.Furniture
                || piece.printed() instanceof PrintedLine.Code
                || piece.printed() instanceof Credit
                || piece.printed() instanceof RemarkHeading);
        return pieces;
    }

    private static void readRemarks(List<PagePiece> pieces) {
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i).printed() instanceof RemarkHeading(var kind)) {
                int end = pieces.get(i).line().isHeading() ? endOfRemark(pieces, i) : i + 2;
                for (int k = i + 1;
                        k < Math.min(end, pieces.size()) && pieces.get(k).isText();
                        k++) {
                    PageLine line = pieces.get(k).line();
                    pieces.set(k, new PagePiece(line, new Remark(new Note(kind, line.text()))));
                }
            }
        }
    }

    /// A remark under a heading lasts to the next higher one; where none follows before the text does, one paragraph.
    private static int endOfRemark(List<PagePiece> pieces, int heading) {
        int level = pieces.get(heading).line().level();
        for (int k = heading + 1; k < pieces.size(); k++) {
            if (pieces.get(k).line().isHeading()) {
                return pieces.get(k).line().level() < level ? k : heading + 2;
            }
        }
        return heading + 2;
    }

    private static void readCredits(List<PagePiece> pieces) {
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i).printed() instanceof Credit(var credit)) {
                creditBack(pieces, i, credit);
            }
        }
        for (int i = 0; i < pieces.size(); i++) {
            PagePiece piece = pieces.get(i);
            if (piece.printed() instanceof PictureText(var text, var credit) && credit == null && isNumbered(piece)) {
                pieces.set(
                        i,
                        new PagePiece(
                                piece.line(), new PrintedLine.Text(piece.line().text())));
            }
        }
    }

    private static boolean isNumbered(PagePiece piece) {
        char first = piece.line().text().charAt(0);
        return first >= '①' && first <= '⑳';
    }

    private static void creditBack(List<PagePiece> pieces, int at, String credit) {
        int i = at - 1;
        while (i >= 0 && pieces.get(i).printed() instanceof PictureText(var text, var known) && known == null) {
            pieces.set(i, new PagePiece(pieces.get(i).line(), new PictureText(text, credit)));
            i--;
        }
        boolean alone = i == at - 1;
        if (alone && i >= 0 && pieces.get(i).isText()) {
            PageLine line = pieces.get(i).line();
            if (Prose.words(line.text()) <= MAX_CAPTION_WORDS && Prose.endsSentence(line.text())) {
                pieces.set(i, new PagePiece(line, new PictureText(line.text(), credit)));
            }
        }
    }

    private static void readInterruptions(List<PagePiece> pieces) {
        for (int i = 1; i + 1 < pieces.size(); i++) {
            PagePiece piece = pieces.get(i);
            String text = piece.line().text();
            boolean between = piece.isText()
                    && pieces.get(i - 1).isText()
                    && pieces.get(i + 1).isText();
            if (between
                    && !Prose.startsLower(text)
                    && Prose.words(text) <= MAX_CAPTION_WORDS
                    && Prose.endsSentence(text)
                    && CutSentence.isCut(pieces.get(i - 1).line().text())
                    && Prose.startsLower(pieces.get(i + 1).line().text())) {
                pieces.set(i, new PagePiece(piece.line(), new PictureText(text, null)));
            }
        }
    }
}
