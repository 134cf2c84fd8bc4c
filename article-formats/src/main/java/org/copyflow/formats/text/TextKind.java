package org.copyflow.formats.text;

import java.util.List;
import org.copyflow.formats.newsroom.LineReader;
import org.copyflow.formats.newsroom.PrintedLine;
import org.copyflow.formats.newsroom.Prose;

/// What a text without tags is. It is taken for clean until enough lines say otherwise.
enum TextKind {
    /// A printed page whose headlines are lines of their own.
    PAGE,
    /// What a scraper leaves of a web page.
    SCRAPED,
    /// Nothing but an article.
    CLEAN;

    /// So much must point to furniture: one line that looks like it may be part of an article.
    private static final int ENOUGH = 3;

    private static final int MENU_LINES = 5;
    private static final int MENU_WORDS = 4;
    private static final int HEAD_LINES = 6;

    /// Headings or several bold lines in Markdown.
    static boolean isMarkdown(List<String> lines) {
        if (lines.size() < 2) {
            return false;
        }
        int headings = 0;
        int bold = 0;
        for (String line : lines) {
            headings += isHeading(line) ? 1 : 0;
            bold += line.length() > 6 && line.startsWith("**") && line.endsWith("**") ? 1 : 0;
        }
        return headings > 0 || bold > 1;
    }

    private static boolean isHeading(String line) {
        int hashes = 0;
        while (hashes < line.length() && line.charAt(hashes) == '#') {
            hashes++;
        }
        return hashes > 0 && hashes <= 6 && line.length() > hashes + 1 && line.charAt(hashes) == ' ';
    }

    static TextKind of(List<TextLine> lines) {
        if (lines.size() == 1 && lines.getFirst().isWhole()) {
            return CLEAN;
        }
        if (articlesSigned(lines) > 1 && unsignedFurniture(lines) <= ENOUGH) {
            return PAGE;
        }
        return furniture(lines) >= ENOUGH && !isLetter(lines) ? SCRAPED : CLEAN;
    }

    /// A letter or mail has dates, names on lines of their own and addresses too, but it ends as letters do, and
    /// nothing
    /// in it is a site's.
    private static boolean isLetter(List<TextLine> lines) {
        return lines.stream().anyMatch(line -> line.isShort() && LineReader.endsLetter(line.text()))
                && lines.stream().noneMatch(TextKind::isOfSite);
    }

    private static boolean isOfSite(TextLine line) {
        return switch (line.printed()) {
            case PrintedLine.Furniture furniture -> hasLetters(line);
            case PrintedLine.EndOfArticle end -> true;
            case PrintedLine.Code code -> true;
            case PrintedLine.Credits credits -> true;
            case PrintedLine.Metadata metadata -> metadata.statesMuch();
            default -> false;
        };
    }

    private static boolean hasLetters(TextLine line) {
        return line.text().chars().anyMatch(Character::isLetter);
    }

    /// True where a line is neither furniture nor an entry of a menu.
    static boolean hasLoneText(List<TextLine> lines) {
        return lines.size() < MENU_LINES
                && lines.stream().anyMatch(line -> line.isText() && Prose.words(line.text()) > 2);
    }

    /// How many bylines, "from page" lines and the like stand before prose, each with a headline over it.
    private static int articlesSigned(List<TextLine> lines) {
        int signed = 0;
        boolean headed = false;
        boolean opened = false;
        for (TextLine line : lines) {
            boolean opener = line.printed() instanceof PrintedLine.Credits
                    || line.printed() instanceof PrintedLine.ContinuedFrom;
            if (line.isShort()) {
                headed = true;
                opened = false;
            } else if (opener) {
                opened = headed;
            } else if (line.isParagraph()) {
                signed += opened ? 1 : 0;
                headed = false;
                opened = false;
            }
        }
        return signed;
    }

    private static int unsignedFurniture(List<TextLine> lines) {
        return furniture(lines.stream()
                .filter(line -> !(line.printed() instanceof PrintedLine.Credits
                        || line.printed() instanceof PrintedLine.ContinuedFrom))
                .toList());
    }

    /// Addresses on lines of their own count once: people who write to each other point to several pages.
    private static int furniture(List<TextLine> lines) {
        int points = 0;
        int shortRun = 0;
        boolean addressed = false;
        for (int i = 0; i < lines.size(); i++) {
            TextLine line = lines.get(i);
            boolean address = line.printed() instanceof PrintedLine.Metadata metadata && metadata.isAddress();
            points += address && addressed ? 0 : points(line, i);
            addressed |= address;
            shortRun = line.isShort() && Prose.words(line.text()) <= MENU_WORDS ? shortRun + 1 : 0;
            points += shortRun == MENU_LINES ? 2 : 0;
        }
        return points;
    }

    private static int points(TextLine line, int at) {
        int points = switch (line.printed()) {
            case PrintedLine.Furniture furniture -> hasLetters(line) ? 1 : 0;
            case PrintedLine.EndOfArticle end -> 2;
            case PrintedLine.Code code -> 1;
            case PrintedLine.Metadata metadata -> line.text().isEmpty() || metadata.statesMuch() ? 3 : 2;
            case PrintedLine.Credits credits -> at < HEAD_LINES ? 3 : 1;
            case PrintedLine.PictureText picture -> picture.credit() == null ? 0 : 1;
            case PrintedLine.Credit credit -> 1;
            case PrintedLine.RemarkHeading heading -> 1;
            case PrintedLine.ContinuedFrom from -> 3;
            case PrintedLine.Remark remark -> 0;
            case PrintedLine.Text text -> line.restored() ? 3 : 0;
        };
        return points + (line.repeated() ? 1 : 0);
    }
}
