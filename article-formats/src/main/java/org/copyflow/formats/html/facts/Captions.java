package org.copyflow.formats.html.facts;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.copyflow.events.article.Caption;
import org.copyflow.formats.html.lexicon.Hint;
import org.copyflow.formats.html.lexicon.WordLists;
import org.copyflow.formats.html.page.Box;
import org.copyflow.formats.html.page.PageBlock;
import org.copyflow.formats.html.page.TagKind;

/// The captions of an article's pictures, each with its credit where it names one.
public final class Captions {

    private static final int MAX_CAPTION_WORDS = 120;
    private static final int MAX_SHORT_CAPTION_WORDS = 45;
    private static final int MAX_CREDIT_CHARS = 80;
    private static final List<String> CREDIT_ENDS = List.of("摄", "供图");
    private static final int ASIDE =
            Hint.COMMENT.bit() | Hint.RELATED.bit() | Hint.FOOTER.bit() | Hint.TEASER.bit() | Hint.PROMOTION.bit();
    private static final List<String> CREDIT_LEADS =
            WordLists.read("credits.txt").stream().map(Map.Entry::getValue).toList();

    private Captions() {}

    /// @param blocks a page's blocks
    /// @param body those that are the article's body, and so no caption
    public static List<Caption> of(List<PageBlock> blocks, List<PageBlock> body) {
        var captions = new LinkedHashSet<Caption>();
        for (PageBlock block : blocks) {
            if (isCaption(block) && !body.contains(block)) {
                captions.add(caption(block.text()));
            }
        }
        return new ArrayList<>(captions);
    }

    /// Whether a short line after a picture is its caption: it ends with a credit.
    public static boolean isAfterPicture(PageBlock block) {
        return block.pictures() > 0
                && block.words() <= MAX_SHORT_CAPTION_WORDS
                && caption(block.text()).credit() != null;
    }

    private static boolean isCaption(PageBlock block) {
        if (block.words() <= 1
                || block.words() > MAX_CAPTION_WORDS
                || (block.box().hintsAround() & ASIDE) != 0) {
            return false;
        }
        boolean inCaption = false;
        for (Box box = block.box(); box != null; box = box.parent()) {
            inCaption |= box.kind() == TagKind.CAPTION;
            if (box.kind() == TagKind.ASIDE || box.kind() == TagKind.NAVIGATION) {
                return false;
            }
        }
        return inCaption || isAfterPicture(block);
    }

    /// Splits `What is seen. Photo: Who took it` at the credit.
    public static Caption caption(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (String lead : CREDIT_LEADS) {
            int at = lower.length() == text.length() ? lower.lastIndexOf(lead) : -1;
            boolean begins = at == 0 || (at > 0 && !Character.isLetterOrDigit(text.charAt(at - 1)));
            if (begins && text.length() - at - lead.length() <= MAX_CREDIT_CHARS) {
                String credit = trimmed(text.substring(at + lead.length()));
                String before = text.substring(0, at).strip();
                String seen = before.endsWith("(") || before.endsWith("（") || before.endsWith("/")
                        ? before.substring(0, before.length() - 1).strip()
                        : before;
                if (!credit.isEmpty()) {
                    return new Caption(seen, credit);
                }
            }
        }
        return creditAtEnd(text);
    }

    /// `What is seen。 Who took it 摄`
    private static Caption creditAtEnd(String text) {
        int stop = text.lastIndexOf('。');
        String last = text.substring(stop + 1).strip();
        boolean credit =
                last.length() <= MAX_CREDIT_CHARS && CREDIT_ENDS.stream().anyMatch(last::endsWith);
        return credit && stop > 0 ? new Caption(text.substring(0, stop + 1), last) : new Caption(text, null);
    }

    private static String trimmed(String credit) {
        int start = 0;
        int end = credit.length();
        while (start < end && " :：".indexOf(credit.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && " .)）".indexOf(credit.charAt(end - 1)) >= 0) {
            end--;
        }
        return credit.substring(start, end);
    }
}
