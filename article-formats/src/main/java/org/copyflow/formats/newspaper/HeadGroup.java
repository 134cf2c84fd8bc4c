package org.copyflow.formats.newspaper;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.copyflow.formats.newsroom.Prose;
import org.jspecify.annotations.Nullable;

/// The headings that stand together over a stretch of text, with the byline and such between them: banner, kicker,
/// title, deck; or a lone subhead.
///
/// @param start the index of its first piece
/// @param end the index after its last piece
/// @param signed true where a byline, a "from page" or a date is among it
record HeadGroup(int start, int end, List<PageLine> headings, boolean signed) {

    private static final int LONGEST_COUNTED = 12;

    /// The heading that is the title, or null where only banners and kickers are there.
    @Nullable
    PageLine title() {
        return headings.stream()
                .max(Comparator.comparingInt(this::titleScore))
                .filter(line -> headings.size() == 1 || !Kickers.isKicker(line.text()))
                .orElse(null);
    }

    private int titleScore(PageLine line) {
        int score = 2 * Math.min(Prose.words(line.text()), LONGEST_COUNTED);
        score -= Kickers.isKicker(line.text()) ? 20 : 0;
        score -= Prose.isAllCaps(line.text()) ? 6 : 0;
        score -= line.level() == PageLine.BOLD_LEVEL ? 6 : 0;
        score -= 2 * line.level();
        return score;
    }

    int level() {
        PageLine title = title();
        return title == null ? headings.getFirst().level() : title.level();
    }

    boolean hasKicker() {
        return headings.stream().anyMatch(line -> Kickers.isKicker(line.text()));
    }

    private int titleIndex() {
        PageLine title = title();
        return title == null ? -1 : headings.indexOf(title);
    }

    List<PageLine> beforeTitle() {
        int at = titleIndex();
        return at < 0 ? headings : headings.subList(0, at);
    }

    List<PageLine> afterTitle() {
        int at = titleIndex();
        return at < 0 ? List.of() : headings.subList(at + 1, headings.size());
    }

    /// All groups of a page, in order.
    static List<HeadGroup> of(List<PagePiece> pieces) {
        var groups = new ArrayList<HeadGroup>();
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i).isHeading()) {
                HeadGroup group = from(pieces, i);
                groups.add(group);
                i = group.end() - 1;
            }
        }
        return groups;
    }

    private static HeadGroup from(List<PagePiece> pieces, int start) {
        var headings = new ArrayList<PageLine>();
        boolean signed = false;
        int end = start;
        for (; end < pieces.size(); end++) {
            PagePiece piece = pieces.get(end);
            if (piece.isHeading()) {
                headings.add(piece.line());
            } else if (piece.opensArticle()) {
                signed = true;
            } else {
                break;
            }
        }
        return new HeadGroup(start, end, List.copyOf(headings), signed);
    }
}
