package org.copyflow.formats.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.copyflow.formats.explanation.Explanation;
import org.copyflow.formats.explanation.Explanation.Candidate;
import org.copyflow.formats.explanation.Explanation.Part;
import org.copyflow.formats.html.body.BodyFinder;
import org.copyflow.formats.html.features.MainBox;
import org.copyflow.formats.html.lexicon.Hint;
import org.copyflow.formats.html.page.Box;
import org.copyflow.formats.html.page.PageBlock;
import org.copyflow.formats.html.page.PageOutline;
import org.copyflow.formats.html.page.TagKind;
import org.copyflow.formats.html.stated.Fact;
import org.jspecify.annotations.Nullable;

/// What might have been a page's body, and which of its blocks were dropped and why.
///
/// Candidates are scored by one measure: the F1 of their words that is to be expected if each block is of the body with
/// the probability that the models give it.
final class PageExplanation {

    /// Of the dropped blocks, those that were believed in most.
    private static final int MAX_DROPPED = 30;
    private static final double BELIEF_STEPS = 100;

    private final PageOutline outline;
    private final ArticleBody body;
    private final List<BodyFinder.Verdict> verdicts;
    private final IdentityHashMap<PageBlock, Integer> places = new IdentityHashMap<>();

    private PageExplanation(HtmlPage page) {
        outline = page.outline();
        body = ArticleBody.of(page);
        verdicts = BodyFinder.known().judge(outline, page.clues());
        outline.blocks().forEach(block -> places.put(block, places.size()));
    }

    static Explanation of(HtmlPage page) {
        var explanation = new PageExplanation(page);
        String refused = NotAnArticle.reason(page, explanation.body);
        List<Candidate> candidates = explanation.candidates(page.facts().articleBody());
        List<Part> parts = explanation.parts();
        List<Part> shown = shown(parts);
        return new Explanation(
                refused == null ? "web page" : "web page without an article: " + refused,
                candidates,
                shown,
                parts.size() - shown.size());
    }

    /// Of one page after the other; stretches of text are numbered anew in each.
    static Explanation ofSeveral(List<HtmlPage> pages) {
        var candidates = new ArrayList<Candidate>();
        var parts = new ArrayList<Part>();
        int leftOut = 0;
        for (HtmlPage page : pages) {
            Explanation one = of(page);
            candidates.addAll(one.candidates());
            parts.addAll(one.parts());
            leftOut += one.partsLeftOut();
        }
        return new Explanation("web page of " + pages.size() + " articles", candidates, parts, leftOut);
    }

    private List<Candidate> candidates(@Nullable Fact<String> stated) {
        var candidates = new ArrayList<Candidate>();
        int blocks = outline.blocks().size();
        boolean models = body.signal().equals(ArticleBody.MODELS);
        boolean densest = body.signal().equals(ArticleBody.DENSEST);
        String instead = "not asked: " + body.signal() + (models ? " found a body" : " was taken");
        candidates.add(candidate(
                ArticleBody.MODELS,
                body.chosen(),
                models,
                body.chosen().isEmpty()
                        ? "believe in none of " + blocks + " blocks"
                        : "believe in " + body.chosen().size() + " of " + blocks + " blocks"));
        if (stated != null) {
            String share = body.stated() == null
                    ? "what it says counts for each block; the page shows it, so it is not taken whole"
                    : "the page shows next to none of it, so it is taken whole";
            candidates.add(stated(stated, share));
        }
        Box container = container();
        if (container != null) {
            candidates.add(candidate("semantic container", in(container), false, "counts for the blocks in it"));
        }
        if (MainBox.of(outline) != null) {
            List<PageBlock> prose = BodyFinder.known().prose(outline);
            candidates.add(candidate(
                    ArticleBody.DENSEST, prose, densest, densest ? "the models believe in nothing" : instead));
        }
        candidates.add(candidate("whole page", outline.blocks(), false, "never taken"));
        return candidates;
    }

    private Candidate candidate(String name, List<PageBlock> blocks, boolean chosen, String why) {
        double words = blocks.stream().mapToDouble(PageBlock::words).sum();
        Box common = blocks.stream()
                .map(PageBlock::box)
                .reduce(PageOutline::commonBox)
                .orElse(null);
        return new Candidate(name, score(blocks, words), Math.round((float) words), path(common), chosen, why);
    }

    private Candidate stated(Fact<String> stated, String why) {
        List<PageBlock> shown = outline.blocks().stream()
                .filter(block -> stated.value().contains(block.text()))
                .toList();
        long chars = outline.blocks().stream()
                .mapToLong(block -> block.text().length())
                .sum();
        double words = stated.value().length() * outline.words() / Math.max(1.0, (double) chars);
        boolean chosen = body.stated() != null;
        return new Candidate(stated.signal(), score(shown, words), Math.round((float) words), null, chosen, why);
    }

    private double score(List<PageBlock> blocks, double words) {
        double all = 0;
        for (PageBlock block : outline.blocks()) {
            all += block.words() * belief(block);
        }
        double right = blocks.stream()
                .mapToDouble(block -> block.words() * belief(block))
                .sum();
        return words + all == 0 ? 0 : Math.min(1, 2 * right / (words + all));
    }

    private float belief(PageBlock block) {
        return verdicts.get(place(block)).belief();
    }

    private int place(PageBlock block) {
        return places.getOrDefault(block, 0);
    }

    /// Of the elements that say that they hold an article or its body, the one that the models believe in most.
    private @Nullable Box container() {
        Set<Box> boxes = outline.blocks().stream()
                .flatMap(block -> IntStream.iterate(0, i -> i + 1)
                        .mapToObj(up -> above(block.box(), up))
                        .takeWhile(box -> box != null))
                .filter(PageExplanation::isContainer)
                .collect(Collectors.toSet());
        return boxes.stream()
                .max(Comparator.comparingDouble((Box box) -> score(in(box), box.words()))
                        .thenComparingInt(Box::depth)
                        .thenComparingInt(box -> -box.firstBlock()))
                .orElse(null);
    }

    private static @Nullable Box above(Box inner, int levels) {
        Box box = inner;
        for (int i = 0; i < levels && box != null; i++) {
            box = box.parent();
        }
        return box;
    }

    private static boolean isContainer(@Nullable Box box) {
        return box != null
                && (box.kind() == TagKind.ARTICLE || box.kind() == TagKind.MAIN || box.hints(Hint.MARKED_BODY));
    }

    private List<PageBlock> in(Box box) {
        return outline.blocks().subList(box.firstBlock(), box.lastBlock() + 1);
    }

    private List<Part> parts() {
        var parts = new ArrayList<Part>();
        for (PageBlock block : outline.blocks()) {
            String reason = reason(block);
            if (reason != null) {
                double belief = Math.round(belief(block) * BELIEF_STEPS) / BELIEF_STEPS;
                boolean note = body.notes().contains(block);
                parts.add(new Part(
                        place(block) + 1,
                        note ? 1 : null,
                        note ? "note" : Part.DROPPED,
                        reason,
                        belief,
                        path(block.box()),
                        block.text()));
            }
        }
        return parts;
    }

    /// Null for the article's text.
    private @Nullable String reason(PageBlock block) {
        if (body.notes().contains(block)) {
            return "a remark about the article";
        }
        if (body.found().contains(block)) {
            return body.text().contains(block) ? null : "a caption with a credit, or a line that only names the author";
        }
        return body.stated() == null ? verdicts.get(place(block)).dropped() : "structured data's body was taken";
    }

    /// Those that were believed in most, in the page's order.
    private static List<Part> shown(List<Part> parts) {
        return parts.stream()
                .sorted(Comparator.comparingDouble((Part part) -> part.belief() == null ? 0 : -part.belief()))
                .limit(MAX_DROPPED)
                .sorted(Comparator.comparingInt(Part::at))
                .toList();
    }

    private static @Nullable String path(@Nullable Box box) {
        return box == null ? null : ElementPath.of(box.element());
    }
}
