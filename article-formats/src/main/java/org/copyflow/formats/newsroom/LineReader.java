package org.copyflow.formats.newsroom;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Says what one line is, by what it says alone. Where a line could be two things, the surer recogniser comes first.
public final class LineReader {

    private static final Set<String> LETTER_ENDINGS = WordList.words("letter-endings.txt");

    private LineReader() {}

    /// @param line without white space around it
    public static PrintedLine read(String line) {
        PrintedLine found = Furniture.read(line);
        found = found == null ? Remarks.read(line) : found;
        found = found == null ? PictureTexts.read(line) : found;
        found = found == null ? signed(line) : found;
        return found == null ? new PrintedLine.Text(line) : found;
    }

    /// A byline with a bar or a date in it has more to say than a name.
    private static @Nullable PrintedLine signed(String line) {
        boolean several = line.indexOf('|') >= 0 || StatedDates.find(line) != null;
        PrintedLine first = several ? MetadataLines.read(line) : Bylines.read(line);
        if (first != null) {
            return first;
        }
        return several ? Bylines.read(line) : MetadataLines.read(line);
    }

    /// The same for a line that is set as a heading: it may be a banner, a kicker, a title; never prose.
    public static PrintedLine readHeading(String line) {
        @Nullable PrintedLine found = Furniture.read(line);
        found = found == null ? Remarks.read(line) : found;
        found = found == null ? Bylines.read(line) : found;
        return found == null ? new PrintedLine.Text(line) : found;
    }

    /// Whether a letter ends here and the writer's name follows: `Best regards,`.
    public static boolean endsLetter(String line) {
        return line.endsWith(",")
                && LETTER_ENDINGS.contains(
                        Prose.trim(line.substring(0, line.length() - 1)).toLowerCase(Locale.ROOT));
    }

    /// Whether a page number stands somewhere in the line.
    public static boolean hasPageNumber(String line) {
        return Furniture.hasPageNumber(line);
    }

    /// What stands in brackets at the start of a text and says where the article began, as `(From page 1)` or
    /// `（上接第一版）`.
    ///
    /// @param length how many characters of the text it takes
    /// @param page the page as printed
    public record Continuation(int length, String page) {}

    /// @return null where the text does not begin with one
    public static @Nullable Continuation continuation(String text) {
        return Furniture.lead(text);
    }
}
