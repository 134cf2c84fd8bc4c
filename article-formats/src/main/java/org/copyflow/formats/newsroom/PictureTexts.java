package org.copyflow.formats.newsroom;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Recognises texts under pictures by their credit or their mark, and credits that stand alone.
final class PictureTexts {

    private static final int MAX_CHARS = 900;
    private static final int MAX_CREDIT_CHARS = 70;
    private static final int MAX_MARK_CHARS = 24;
    private static final Set<String> PHOTO_WORDS = WordList.words("photo-words.txt");
    private static final Pattern OUTLET_AND_NAME =
            Pattern.compile("\\p{Lu}[\\p{L}\\d .&'’-]{1,30}/ ?[\\p{L}][\\p{L} .&'’-]{1,40}");
    private static final Pattern SLASHED =
            Pattern.compile("(?<=[\\s.”\"’')）])/ ?(\\p{Lu}[\\p{L}\\d.&’'-]*(?: \\p{L}[\\p{L}.&’'-]*){0,3})");
    private static final Pattern LABELLED = Pattern.compile(
            "(?:^|(?<=[.!?。！？”\"）)] ?))"
                    + "(?:\\p{L}{2,12} )?(?:photos?|photographs?|pictures?|images?|credits?"
                    + "|foto|fotos|bild|фото|图片来源|图源|图|摄影|供图)"
                    + "(?:\\p{L}{0,8})? ?(?:by|[:：/©])\\s?(.{2,50})$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern CHINESE =
            Pattern.compile("(?:^|[。！？）\\s　])((?:[\\p{IsHan}·/／、]{1,16}[\\s　]*){0,3}(?:摄|供图|配图|制图)(?:影报道)?)$");
    private static final Pattern MARKED = Pattern.compile("(?:[▲▼◀▶△▽◆↑↓←→]+\\s?|(?:图为|上图|下图|左图|右图|题图"
            + "|图[①-⑳一二三四五六七八九十\\d]{0,2}[:：]|图片说明[:：]?)|"
            + "(?:(?:Top|Bottom|Above|Below|Left|Right|Caption"
            + "|Pictured|Photo \\d|Figure \\d)(?: (?:left|right|photo|picture))?:))(.{4,})");
    private static final Pattern NUMBERED = Pattern.compile("[①-⑳]\\s?(.{4,})");

    private PictureTexts() {}

    static @Nullable PrintedLine read(String line) {
        if (line.length() > MAX_CHARS) {
            return null;
        }
        PrintedLine credited = bracketed(line);
        credited = credited == null ? labelled(line) : credited;
        credited = credited == null ? slashed(line) : credited;
        credited = credited == null ? chinese(line) : credited;
        return credited == null ? marked(line) : credited;
    }

    private static @Nullable PrintedLine bracketed(String line) {
        int close = line.length() - 1;
        if (close > 0 && line.charAt(close) == '.') {
            close--;
        }
        if (close < 3 || ")）]】".indexOf(line.charAt(close)) < 0) {
            return null;
        }
        int open = Math.max(
                Math.max(line.lastIndexOf('(', close), line.lastIndexOf('（', close)),
                Math.max(line.lastIndexOf('[', close), line.lastIndexOf('【', close)));
        if (open < 0 || close - open > MAX_CREDIT_CHARS) {
            return null;
        }
        String inside = line.substring(open + 1, close).strip();
        return isCredit(inside) ? credited(line.substring(0, open), inside) : null;
    }

    private static boolean isCredit(String text) {
        if (OUTLET_AND_NAME.matcher(text).matches()) {
            return true;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        if (Prose.isEastAsian(text)) {
            return lower.endsWith("摄")
                    || lower.endsWith("发")
                    || PHOTO_WORDS.stream().anyMatch(lower::contains);
        }
        String[] words = lower.split("[\\s:/]+", -1);
        if (words.length > 7) {
            return false;
        }
        boolean photo = PHOTO_WORDS.contains(words[0]) || PHOTO_WORDS.contains(words[words.length - 1]);
        return photo
                && (words.length < 5
                        || text.indexOf(':') > 0
                        || lower.contains(" by ")
                        || lower.contains("/")
                        || lower.contains("courtesy"));
    }

    private static @Nullable PrintedLine labelled(String line) {
        int end = Math.max(0, line.length() - MAX_CREDIT_CHARS);
        boolean label = line.indexOf(':', end) >= 0
                || line.indexOf('：', end) >= 0
                || line.indexOf('/', end) >= 0
                || line.indexOf('©', end) >= 0
                || line.indexOf(" by", end) >= 0;
        if (!label) {
            return null;
        }
        Matcher matcher = LABELLED.matcher(line);
        if (!matcher.find() || Prose.words(matcher.group(1)) > 6 || (Prose.endsSentence(line) && line.length() > 60)) {
            return null;
        }
        return credited(line.substring(0, matcher.start()), line.substring(matcher.start()));
    }

    /// `… in the harbour, May 4, 2031. /Agency`; a caption of two pictures has a credit inside, too.
    private static @Nullable PrintedLine slashed(String line) {
        if (line.indexOf('/') < 0) {
            return null;
        }
        Matcher matcher = SLASHED.matcher(line);
        var credits = new StringBuilder();
        int last = -1;
        while (matcher.find()) {
            boolean atEnd = matcher.end() == line.length();
            if (atEnd || line.startsWith(" (", matcher.end())) {
                credits.append(credits.isEmpty() ? "" : "; ").append(matcher.group(1));
                last = atEnd ? matcher.start() : last;
            }
        }
        return last < 0 ? null : credited(line.substring(0, last), credits.toString());
    }

    private static @Nullable PrintedLine chinese(String line) {
        char last = line.charAt(line.length() - 1);
        if (last != '摄' && last != '图') {
            return null;
        }
        Matcher matcher = CHINESE.matcher(line);
        return matcher.find() ? credited(line.substring(0, matcher.start(1)), matcher.group(1)) : null;
    }

    private static @Nullable PrintedLine marked(String line) {
        char first = line.charAt(0);
        if (first < 0x2000 && line.lastIndexOf(':', MAX_MARK_CHARS) < 0) {
            return null;
        }
        Matcher mark = MARKED.matcher(line);
        if (mark.matches()) {
            boolean arrow = !Character.isLetter(line.charAt(0));
            String text = arrow ? mark.group(1) : line;
            return new PrintedLine.PictureText(text.strip(), null);
        }
        Matcher number = NUMBERED.matcher(line);
        return number.matches() ? new PrintedLine.PictureText(number.group(1).strip(), null) : null;
    }

    private static PrintedLine credited(String text, String credit) {
        String clean = cleanCredit(credit);
        String caption = text.strip();
        return caption.isEmpty() ? new PrintedLine.Credit(clean) : new PrintedLine.PictureText(caption, clean);
    }

    /// `PHOTO: XINHUA` credits XINHUA; `COURTESY PHOTO` credits nobody else and stays.
    private static String cleanCredit(String credit) {
        int colon = Math.max(credit.indexOf(':'), credit.indexOf('：'));
        String text = colon < 0 ? credit : credit.substring(colon + 1);
        String lower = text.strip().toLowerCase(Locale.ROOT);
        for (String opening : new String[] {
            "photo by ", "photos by ", "picture by ", "photo/", "photo / ", "image by ", "photo courtesy of "
        }) {
            if (lower.startsWith(opening)) {
                return text.strip().substring(opening.length()).strip();
            }
        }
        return text.strip().isEmpty() ? credit.strip() : text.strip();
    }
}
