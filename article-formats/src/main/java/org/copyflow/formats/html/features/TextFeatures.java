package org.copyflow.formats.html.features;

import org.copyflow.formats.html.lexicon.Cue;
import org.copyflow.formats.html.page.PageBlock;

/// What a block's own text looks like.
final class TextFeatures {

    private static final int COMPARED_CHARS = 40;
    private static final int[] CUE_GROUPS = {
        Cue.RELATED.bit(),
        Cue.SHARE.bit(),
        Cue.NAVIGATION.bit(),
        Cue.NEWSLETTER.bit(),
        Cue.DONATE.bit() | Cue.CALL_TO_ACTION.bit(),
        Cue.PAYWALL.bit(),
        Cue.CONSENT.bit(),
        Cue.COMMENT.bit(),
        Cue.COPYRIGHT.bit(),
        Cue.DISCLOSURE.bit(),
        Cue.BIOGRAPHY.bit(),
        Cue.CONTACT.bit(),
        Cue.TAGS.bit(),
        Cue.SOURCE.bit(),
        Cue.DATE.bit() | Cue.READING_TIME.bit(),
        Cue.PHOTO.bit(),
        Cue.BYLINE.bit(),
        Cue.CORRECTION.bit(),
        Cue.ADVERTISEMENT.bit()
    };
    private static final String[] START_NAMES = names("start cue ");
    private static final String[] ANY_NAMES = names("cue ");

    private TextFeatures() {}

    private static String[] names(String prefix) {
        var names = new String[CUE_GROUPS.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = prefix + Cue.values()[Integer.numberOfTrailingZeros(CUE_GROUPS[i])];
        }
        return names;
    }

    static void put(FeatureRow row, PageBlock block, PageClues clues) {
        shape(row, block);
        for (int i = 0; i < CUE_GROUPS.length; i++) {
            row.put(START_NAMES[i], (block.startCues() & CUE_GROUPS[i]) != 0);
        }
        for (int i = 0; i < CUE_GROUPS.length; i++) {
            row.put(ANY_NAMES[i], (block.cues() & CUE_GROUPS[i]) != 0);
        }
        row.put("cue kinds", Integer.bitCount(block.cues()));
        row.put(
                "start cue share",
                (float) block.startCueChars() / Math.max(1, block.text().length()));
        clues(row, block, clues);
    }

    private static void shape(FeatureRow row, PageBlock block) {
        String text = block.text();
        float words = Math.max(1, block.words());
        row.putLog("words", block.words());
        row.put("characters a word", text.length() / words);
        row.put("link density", block.linkDensity());
        row.putLog("links", block.links());
        row.put("capitalised", block.capitalised() / words);
        row.put("all caps", block.allCaps() / words);
        row.put("digits", (float) block.digits() / text.length());
        row.put("commas", block.commas() / words);
        row.putLog("sentence ends", block.sentenceEnds());
        row.put("stop words", block.stopWords() / words);
        row.put("separators", block.separators() / words);
        row.put("bold", block.boldShare());
        row.put("italic", block.italicShare());
        row.put("pictures", block.pictures());
        row.put("first", charClass(text.charAt(0)));
        row.put("last", charClass(text.charAt(text.length() - 1)));
        row.put("address", block.hasAtSign() || text.contains("http") || text.contains("www."));
        row.put("sign", block.hasCopyrightSign() ? 2 : block.hasDollarSign() ? 1 : 0);
        row.put("prose", block.isProse());
        row.put("line", block.afterLineBreak());
        row.put("after rule", block.afterRule());
        row.put("question", text.endsWith("?"));
    }

    private static int charClass(char c) {
        return switch (c) {
            case '.', '!', '。', '！', '．' -> 0;
            case '"', '”', '“', '\'', '’', '‘', '」', '»', '«', '„' -> 1;
            case '?', '？' -> 2;
            case ')', '）', '(', '[', ']', '（' -> 3;
            case ':', '：' -> 4;
            case '…' -> 5;
            case ',', ';', '，', '；' -> 6;
            default -> Character.isUpperCase(c) ? 8 : Character.isDigit(c) ? 9 : Character.isLetter(c) ? 7 : 10;
        };
    }

    private static void clues(FeatureRow row, PageBlock block, PageClues clues) {
        String text = block.text();
        int author = 0;
        for (String name : clues.authors()) {
            int at = text.indexOf(name);
            author = Math.max(author, at < 0 ? 0 : at == 0 ? 2 : 1);
        }
        row.put("author", author);
        row.put(
                "title",
                sameStart(text, clues.title()) ? text.length() == clues.title().length() ? 2 : 1 : 0);
        row.put("description", text.length() > COMPARED_CHARS && sameStart(text, clues.description()));
        String body = clues.articleBody();
        boolean stated = !body.isEmpty() && body.contains(text.substring(0, Math.min(COMPARED_CHARS, text.length())));
        row.put("in articleBody", body.isEmpty() ? -1 : stated ? 1 : 0);
    }

    private static boolean sameStart(String text, String other) {
        int length = Math.min(COMPARED_CHARS, Math.min(text.length(), other.length()));
        return length > 8 && text.regionMatches(true, 0, other, 0, length);
    }
}
