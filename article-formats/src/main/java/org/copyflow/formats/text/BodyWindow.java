package org.copyflow.formats.text;

import java.util.List;
import org.copyflow.formats.newsroom.PrintedLine;
import org.copyflow.formats.newsroom.Prose;

/// Where the article stands among the lines of a site: the run of lines that holds the most prose for the least
/// furniture (Kadane's maximum subarray over the lines' weights), never across the heading of a list of other articles.
///
/// @param start the first line
/// @param end the line after the last
record BodyWindow(int start, int end) {

    private static final int SHORT_LINE = -8;
    private static final int FURNITURE = -20;
    private static final int LONE_FURNITURE = -6;
    private static final int METADATA = -10;
    private static final int OTHER_SCRIPT = -20;

    static BodyWindow of(List<TextLine> lines, boolean eastAsian) {
        int best = 0;
        var window = new BodyWindow(0, 0);
        int sum = 0;
        int start = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (sum > 0 && endsArticle(lines, i)) {
                sum = 0;
            }
            int weight = weight(lines.get(i), eastAsian);
            boolean lone = i > 0 && lines.get(i - 1).isParagraph();
            weight = weight == FURNITURE && lone ? LONE_FURNITURE : weight;
            if (sum <= 0) {
                sum = 0;
                start = i;
            }
            sum += weight;
            if (sum > best) {
                best = sum;
                window = new BodyWindow(start, i + 1);
            }
        }
        return window;
    }

    private static int weight(TextLine line, boolean eastAsian) {
        return switch (line.printed()) {
            case PrintedLine.Text text -> {
                if (Prose.isEastAsian(text.text()) != eastAsian && !line.isParagraph()) {
                    yield OTHER_SCRIPT;
                }
                int words = Prose.words(text.text());
                boolean sentence = line.isParagraph() || (words > 2 && Prose.endsSentence(text.text()));
                yield sentence ? words : line.restored() ? 0 : SHORT_LINE;
            }
            case PrintedLine.Credits credits -> METADATA;
            case PrintedLine.Metadata metadata -> METADATA;
            case PrintedLine.Furniture furniture -> FURNITURE;
            case PrintedLine.EndOfArticle end -> FURNITURE;
            case PrintedLine.Code code -> FURNITURE;
            case PrintedLine.PictureText picture -> 0;
            case PrintedLine.Credit credit -> 0;
            case PrintedLine.Remark remark -> 0;
            case PrintedLine.RemarkHeading heading -> 0;
            case PrintedLine.ContinuedFrom from -> 0;
        };
    }

    /// An editor's line ends an article, and so does the heading of another list, unless prose goes on below it.
    private static boolean endsArticle(List<TextLine> lines, int at) {
        PrintedLine printed = lines.get(at).printed();
        if (printed instanceof PrintedLine.Metadata metadata) {
            return metadata.namesEditor();
        }
        if (!(printed instanceof PrintedLine.EndOfArticle)) {
            return false;
        }
        int after = Math.min(lines.size(), at + 4);
        return after < at + 4 || !lines.subList(at + 1, after).stream().allMatch(TextLine::isParagraph);
    }
}
