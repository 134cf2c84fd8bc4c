package org.copyflow.formats.html;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.copyflow.formats.html.facts.PageFacts;
import org.copyflow.formats.html.lexicon.Cue;
import org.copyflow.formats.html.lexicon.WordLists;
import org.copyflow.formats.html.page.PageBlock;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Why a page is none that holds an article: an error page, a wall that asks for consent, a form, a list of teasers,
/// next to no text, or what it states itself. A page that states that it is an article is believed unless it is an
/// error page or such a wall.
final class NotAnArticle {

    private static final int ERROR_WORDS = 90;
    /// So few words beside a form are about the form.
    private static final int FORM_WORDS = 60;
    private static final int LEAST_WORDS = 15;
    /// So few words without one that reads like running text are a table, a calendar, a menu; so few on a page that
    /// states another type are of that type.
    private static final int FEW_WORDS = 150;
    private static final double CONSENT = 0.8;
    private static final int CONSENT_WORDS = 250;
    private static final String COMMENTS = "[class*=comment], [id*=comment], [class*=reply], [id*=respond]";
    private static final String NO_TEXT = "No text on the page reads like an article";
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
    /// @param article what was taken for one
    static @Nullable String reason(HtmlPage page, ArticleBody article) {
        if (article.stated() != null) {
            return null;
        }
        List<PageBlock> body = article.found();
        PageFacts facts = page.facts();
        double words = body.stream().mapToDouble(PageBlock::words).sum();
        if (words < ERROR_WORDS && isError(facts)) {
            return "Its headline is that of an error page";
        }
        if (words > 0 && words < CONSENT_WORDS && wordsOf(body, NotAnArticle::asksForConsent) >= CONSENT * words) {
            return "It asks for consent, and shows no article before that is given";
        }
        if (facts.statedArticle()) {
            return body.isEmpty() ? NO_TEXT : null;
        }
        if (words < FEW_WORDS && facts.otherPage() != null) {
            return "It states that it is " + facts.otherPage();
        }
        String form = words < FORM_WORDS ? form(page.tree()) : null;
        if (form != null) {
            return form;
        }
        if (words < LEAST_WORDS || (words < FEW_WORDS && body.stream().noneMatch(PageBlock::isProse))) {
            return NO_TEXT;
        }
        return isList(page.outline().blocks(), body) ? "It is a list of links to articles" : null;
    }

    private static double wordsOf(List<PageBlock> body, Predicate<PageBlock> wanted) {
        return body.stream().filter(wanted).mapToDouble(PageBlock::words).sum();
    }

    private static boolean asksForConsent(PageBlock block) {
        return (block.cues() & Cue.CONSENT.bit()) != 0;
    }

    /// What a form on a page of little text makes of it.
    private static @Nullable String form(Document page) {
        if (page.selectFirst("input[type=password]") != null) {
            return "It is a form to log in with";
        }
        if (page.selectFirst("input[type=search][value~=.], input[name=q][value~=.]") != null) {
            return "It answers a search";
        }
        for (Element field : page.select("form textarea")) {
            if (field.closest(COMMENTS) == null) {
                return "It is a form to write to somebody";
            }
        }
        return null;
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
