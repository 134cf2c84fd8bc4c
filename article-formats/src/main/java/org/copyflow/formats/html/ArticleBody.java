package org.copyflow.formats.html;

import java.util.List;
import org.copyflow.formats.html.body.BodyFinder;
import org.copyflow.formats.html.facts.Captions;
import org.copyflow.formats.html.facts.Notes;
import org.copyflow.formats.html.lexicon.Cue;
import org.copyflow.formats.html.page.PageBlock;
import org.copyflow.formats.html.stated.Fact;
import org.jspecify.annotations.Nullable;

/// Which of a page's blocks are its article: what the models choose, else the stated body, else the prose of the box
/// that holds most of it.
///
/// @param chosen what the models chose
/// @param signal what decided
/// @param stated the body that structured data states, where that is the text; then no block is
/// @param found the blocks that were taken
/// @param notes those of them that are remarks about the article
/// @param text those of them that are its text
record ArticleBody(
        List<PageBlock> chosen,
        String signal,
        @Nullable String stated,
        List<PageBlock> found,
        List<PageBlock> notes,
        List<PageBlock> text) {

    static final String MODELS = "block models";
    static final String DENSEST = "densest box";

    private static final int MIN_STATED_BODY_CHARS = 400;
    /// The stated body counts where the page shows less than a fourth of it.
    private static final int SHOWN_SHARE = 4;
    private static final int MAX_BYLINE_WORDS = 10;

    static ArticleBody of(HtmlPage page) {
        List<PageBlock> chosen = BodyFinder.known().find(page.outline(), page.clues());
        Fact<String> stated = page.facts().articleBody();
        if (stated != null
                && stated.value().length() > MIN_STATED_BODY_CHARS
                && chars(chosen) < stated.value().length() / SHOWN_SHARE) {
            return new ArticleBody(chosen, stated.signal(), stated.value(), List.of(), List.of(), List.of());
        }
        List<PageBlock> found = chosen.isEmpty() ? BodyFinder.known().prose(page.outline()) : chosen;
        List<PageBlock> notes = Notes.of(page.outline().blocks(), found);
        List<String> people = page.clues().authors();
        List<PageBlock> text = found.stream()
                .filter(block -> !notes.contains(block) && !Captions.isAfterPicture(block) && !isByline(block, people))
                .toList();
        return new ArticleBody(
                chosen, chosen.isEmpty() ? DENSEST : MODELS, null, found, notes, text.isEmpty() ? found : text);
    }

    static int chars(List<PageBlock> blocks) {
        return blocks.stream().mapToInt(block -> block.text().length()).sum();
    }

    /// Whether a line says next to nothing but who wrote the article.
    private static boolean isByline(PageBlock block, List<String> people) {
        if (block.words() > MAX_BYLINE_WORDS
                || block.sentenceEnds() > 0
                || block.text().indexOf(':') >= 0) {
            return false;
        }
        boolean led =
                (block.startCues() & Cue.BYLINE.bit()) != 0 || block.text().startsWith("From ");
        return led ? people.stream().anyMatch(block.text()::contains) : people.contains(block.text());
    }
}
