package org.copyflow.formats.html;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.copyflow.formats.html.facts.PageFacts;
import org.copyflow.formats.html.lexicon.WordLists;
import org.copyflow.formats.html.page.PageBlock;
import org.jspecify.annotations.Nullable;

/// Why a page is none that holds an article: an error page, a log-in form, a list of teasers, next to no text. A page
/// that states that it is an article is believed unless it is an error page.
final class NotAnArticle {

    private static final int ERROR_WORDS = 90;
    private static final int LOGIN_WORDS = 60;
    private static final int LEAST_WORDS = 15;
    private static final int MIN_TEASERS = 5;
    private static final float TEASERS = 0.75f;
    private static final int TEXT_WORDS = 6;
    private static final int LOOK_BACK = 2;
    private static final float LINK = 0.8f;
    private static final List<String> ERRORS = WordLists.read("error-titles.txt").stream()
            .map(Map.Entry::getValue)
            .flatMap(line -> Arrays.stream(line.split("\\|")))
            .map(String::strip)
            .toList();

    private NotAnArticle() {}

    /// Null for an article.
    ///
    /// @param body the blocks that were chosen
    static @Nullable String reason(HtmlPage page, List<PageBlock> body) {
        PageFacts facts = page.facts();
        double words = body.stream().mapToDouble(PageBlock::words).sum();
        if (words < ERROR_WORDS && isError(facts)) {
            return "Its headline is that of an error page";
        }
        if (facts.statedArticle()) {
            return body.isEmpty() ? "No text on the page reads like an article" : null;
        }
        if (words < LOGIN_WORDS && page.tree().selectFirst("input[type=password]") != null) {
            return "It is a form to log in with";
        }
        if (words < LEAST_WORDS) {
            return "No text on the page reads like an article";
        }
        return isList(page.outline().blocks(), body) ? "It is a list of links to articles" : null;
    }

    private static boolean isError(PageFacts facts) {
        String title = facts.title() == null ? "" : facts.title().value().toLowerCase(Locale.ROOT);
        return ERRORS.stream().anyMatch(title::contains);
    }

    /// Whether most of the text follows headlines that are links, as teasers do.
    private static boolean isList(List<PageBlock> blocks, List<PageBlock> body) {
        int texts = 0;
        int teasers = 0;
        int at = 0;
        for (PageBlock block : body) {
            while (blocks.get(at) != block) {
                at++;
            }
            if (block.words() >= TEXT_WORDS) {
                texts++;
                teasers += followsLink(blocks, at) ? 1 : 0;
            }
        }
        return teasers >= MIN_TEASERS && teasers >= TEASERS * texts;
    }

    private static boolean followsLink(List<PageBlock> blocks, int text) {
        boolean follows = blocks.get(text).linkDensity() >= LINK;
        for (int i = text - 1; i >= Math.max(0, text - LOOK_BACK); i--) {
            follows |= blocks.get(i).words() >= 3 && blocks.get(i).linkDensity() >= LINK;
        }
        return follows;
    }
}
