package org.copyflow.formats.newspaper;

import java.util.ArrayList;
import java.util.List;
import org.copyflow.events.article.StatedTime;
import org.copyflow.formats.newsroom.PrintedLine;
import org.copyflow.formats.newsroom.Prose;
import org.jspecify.annotations.Nullable;

/// Finds where the articles of a page begin. A heading begins one where a byline, a "from page" line or a kicker stands
/// beside it, or where it is of the level that titles have on this page; a heading over no text is the page's banner,
/// and one over the folio line, the date with the page's number, its masthead.
final class PageOutline {

    private static final int MAX_SUBHEAD_WORDS = 8;

    private final List<PagePiece> pieces;
    private final List<HeadGroup> groups;
    private final List<Stretch> stretches = new ArrayList<>();
    private final int titleLevel;
    private final boolean titlesInTitleCase;
    private final boolean anySigned;

    private @Nullable String publisher;
    private @Nullable String section;
    private @Nullable String pageKicker;
    private @Nullable StatedTime pageDate;
    private final List<PagePiece> pending = new ArrayList<>();
    private int openBriefs = -1;

    private PageOutline(List<PagePiece> all) {
        this.pieces = all.subList(readMasthead(all), all.size());
        this.groups = HeadGroup.of(pieces);
        this.titleLevel = groups.stream()
                .filter(this::hasText)
                .mapToInt(HeadGroup::level)
                .min()
                .orElse(1);
        List<HeadGroup> signed = groups.stream().filter(HeadGroup::signed).toList();
        this.anySigned = !signed.isEmpty();
        this.titlesInTitleCase = anySigned
                && signed.stream().map(HeadGroup::title).allMatch(t -> t == null || Prose.isTitleCase(t.text()));
    }

    static List<Stretch> of(List<PagePiece> pieces) {
        return new PageOutline(pieces).read();
    }

    private List<Stretch> read() {
        int firstGroup = groups.isEmpty() ? pieces.size() : groups.getFirst().start();
        readPreamble(pieces.subList(0, firstGroup));
        int i = 0;
        while (i < groups.size()) {
            int next = i + 1;
            int briefs = briefsLevel(groups.get(i));
            while (next < groups.size()
                    && !isStart(groups.get(next))
                    && groups.get(next).level() != briefs) {
                next++;
            }
            int end = next < groups.size() ? groups.get(next).start() : pieces.size();
            readArticle(groups.get(i), pieces.subList(groups.get(i).end(), end));
            i = next;
        }
        return stretches;
    }

    /// A heading over the folio line that stands above every other heading; else it is a section's banner.
    ///
    /// @return how many pieces it takes
    private int readMasthead(List<PagePiece> all) {
        if (all.size() < 2 || !all.get(0).isHeading() || !all.get(1).isFolio()) {
            return 0;
        }
        int level = all.get(0).line().level();
        if (all.stream()
                .skip(2)
                .anyMatch(piece -> piece.isHeading() && piece.line().level() <= level)) {
            return 0;
        }
        publisher = all.get(0).line().text();
        readFolio(all.get(1));
        return 2;
    }

    /// What stands before the first heading: a folio line, a note to the page, or the rest of an article without one.
    private void readPreamble(List<PagePiece> preamble) {
        if (preamble.stream().anyMatch(PagePiece::isText)) {
            stretches.add(new Stretch(null, null, publisher, null, pageDate, List.of(), preamble));
            return;
        }
        preamble.forEach(this::readFolio);
    }

    private void readFolio(PagePiece piece) {
        if (piece.printed() instanceof PrintedLine.Metadata metadata && metadata.published() != null) {
            pageDate = metadata.published();
        } else {
            pending.add(piece);
        }
    }

    private void readArticle(HeadGroup group, List<PagePiece> body) {
        List<PagePiece> head = pieces.subList(group.start(), group.end());
        if (body.stream().noneMatch(PagePiece::isText)) {
            readBanner(group, head, body);
            return;
        }
        PageLine title = group.title();
        var signs = new ArrayList<>(pending);
        pending.clear();
        boolean beforeTitle = title != null;
        for (PagePiece piece : head) {
            beforeTitle &= !piece.line().equals(title);
            if (beforeTitle && piece.printed() instanceof PrintedLine.Metadata) {
                readFolio(piece);
            } else if (!piece.isHeading()) {
                signs.add(piece);
            }
        }
        String kicker = readOver(group);
        var text = new ArrayList<PagePiece>();
        for (PageLine under : group.afterTitle()) {
            boolean subhead = title != null && under.level() > title.level() && !group.signed();
            if (subhead && !Kickers.isKicker(under.text())) {
                text.add(new PagePiece(under, new PrintedLine.Text(under.text())));
            } else {
                kicker = kicker == null ? under.text() : kicker;
            }
        }
        text.addAll(body);
        kicker = kicker == null ? pageKicker : kicker;
        stretches.add(
                new Stretch(title == null ? null : title.text(), kicker, publisher, section, pageDate, signs, text));
    }

    private void readBanner(HeadGroup group, List<PagePiece> head, List<PagePiece> body) {
        section = group.headings().getFirst().text();
        pageKicker = group.headings().size() > 1 ? group.headings().getLast().text() : null;
        for (PagePiece piece : head) {
            if (!piece.isHeading()) {
                readFolio(piece);
            }
        }
        pending.addAll(body);
    }

    /// The headings over the title: the page's banner changes the section from here on, a kicker is this article's.
    private @Nullable String readOver(HeadGroup group) {
        String kicker = null;
        List<PageLine> over = group.beforeTitle();
        for (int i = 0; i < over.size(); i++) {
            boolean outermost = i == 0 && over.size() > 1;
            if (outermost || isBanner(over.get(i), group.title())) {
                section = over.get(i).text();
            } else {
                kicker = over.get(i).text();
            }
        }
        return kicker;
    }

    private boolean isBanner(PageLine line, @Nullable PageLine title) {
        boolean higher = title != null && line.level() < title.level();
        boolean first = stretches.isEmpty() && section == null && !Kickers.isKicker(line.text());
        boolean named = Kickers.isSection(line.text());
        boolean standsOut = Prose.isAllCaps(line.text()) && !onlyCaps();
        return higher || first || named || standsOut;
    }

    private boolean onlyCaps() {
        return groups.stream()
                .flatMap(group -> group.headings().stream())
                .allMatch(line -> Prose.isAllCaps(line.text()));
    }

    private boolean hasText(HeadGroup group) {
        for (int i = group.end(); i < pieces.size() && !pieces.get(i).isHeading(); i++) {
            if (pieces.get(i).isText()) {
                return true;
            }
        }
        return false;
    }

    /// The level of the titles in a section of briefs, which stand deeper than other titles, or -1 where the group is
    /// in none. Its banner stands at the level of titles.
    private int briefsLevel(HeadGroup group) {
        if (opensBriefs(group)) {
            openBriefs = group.level();
        } else if (group.level() <= titleLevel) {
            openBriefs = -1;
        }
        return openBriefs;
    }

    private boolean opensBriefs(HeadGroup group) {
        PageLine banner = group.headings().getFirst();
        return group.headings().size() > 1
                && group.level() > titleLevel
                && banner.level() <= titleLevel
                && (Kickers.isSection(banner.text()) || Prose.isAllCaps(banner.text()));
    }

    private boolean isStart(HeadGroup group) {
        if (opensBriefs(group)) {
            return true;
        }
        boolean kicked = group.headings().size() > 1 && group.hasKicker() && group.title() != null;
        if (group.signed() || kicked) {
            return true;
        }
        if (group.level() > titleLevel || group.level() == PageLine.BOLD_LEVEL) {
            return false;
        }
        return group.level() < titleLevel || !looksLikeSubhead(group);
    }

    /// Where titles are signed, a heading that is not, is short and set in another case stands inside an article.
    private boolean looksLikeSubhead(HeadGroup group) {
        String text = group.headings().getFirst().text();
        return anySigned
                && group.headings().size() == 1
                && titlesInTitleCase
                && !Prose.isTitleCase(text)
                && Prose.words(text) <= MAX_SUBHEAD_WORDS;
    }
}
