package org.copyflow.formats.text;

import java.util.ArrayList;
import java.util.List;
import org.copyflow.events.article.Byline;
import org.copyflow.formats.newsroom.Names;
import org.copyflow.formats.newsroom.PrintedLine;
import org.copyflow.formats.newsroom.Prose;
import org.jspecify.annotations.Nullable;

/// The title over a scraped body, and the author whose name stands alone under it.
final class ScrapedHead {

    private static final int NEAR_LINES = 6;
    private static final int MAX_TITLE_WORDS = 34;

    private final List<TextLine> lines;
    private final boolean eastAsian;
    private final int bodyStart;

    ScrapedHead(List<TextLine> lines, int bodyStart, boolean eastAsian) {
        this.lines = lines;
        this.bodyStart = bodyStart;
        this.eastAsian = eastAsian;
    }

    /// The index of the title's line, or -1.
    int title(@Nullable String stated) {
        int best = -1;
        int bestScore = 0;
        for (int i = 0; i < bodyStart; i++) {
            int score = score(i, stated);
            if (score >= bestScore && score > 0) {
                bestScore = score;
                best = i;
            }
        }
        return best;
    }

    private int score(int at, @Nullable String stated) {
        TextLine line = lines.get(at);
        int words = Prose.words(line.text());
        boolean candidate = line.isText()
                && words <= MAX_TITLE_WORDS
                && words > 1
                && Prose.isEastAsian(line.text()) == eastAsian
                && !Prose.startsLower(line.text());
        if (!candidate) {
            return 0;
        }
        int score = Math.min(words, 8);
        score += line.text().equals(stated) ? 30 : 0;
        score += line.repeated() ? 10 : 0;
        score += metadataNear(at) ? 8 : 0;
        score -= Names.isPerson(line.text()) ? 6 : 0;
        score -= Math.min(10, (bodyStart - at) / 2);
        score -= words < 3 ? 4 : 0;
        return score;
    }

    private boolean metadataNear(int at) {
        for (int i = at + 1; i < Math.min(bodyStart, at + NEAR_LINES); i++) {
            PrintedLine printed = lines.get(i).printed();
            if (printed instanceof PrintedLine.Metadata || printed instanceof PrintedLine.Credits) {
                return true;
            }
        }
        return false;
    }

    /// People whose names stand alone on a line between the title and the times or the text.
    List<Byline> loneAuthors(int title) {
        for (int i = title + 1; i < Math.min(bodyStart, title + NEAR_LINES); i++) {
            TextLine line = lines.get(i);
            if (!line.isText()) {
                continue;
            }
            List<String> names = Names.split(line.text());
            boolean people = !names.isEmpty() && names.stream().allMatch(Names::isPerson);
            boolean dated = i + 1 < lines.size() && lines.get(i + 1).printed() instanceof PrintedLine.Metadata;
            if (people && (dated || named(names.getFirst()))) {
                var authors = new ArrayList<Byline>();
                names.forEach(name -> authors.add(new Byline(name, Byline.AUTHOR)));
                return authors;
            }
        }
        return List.of();
    }

    /// True where a remark speaks of that person.
    private boolean named(String name) {
        return lines.stream()
                .anyMatch(line -> line.printed() instanceof PrintedLine.Remark(var note)
                        && note.text().contains(name));
    }
}
