package org.copyflow.formats.html.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.copyflow.formats.html.lexicon.Hint;
import org.copyflow.formats.html.lexicon.Hints;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// The one walk over a page's tree. Its recursion is as deep as the tree, which the parser bounds. Not thread-safe.
final class OutlineWalker {

    private static final int MAX_BLOCKS = 20_000;
    /// Attributes whose words hint at what an element is for.
    private static final String[] NAMING = {"class", "id", "itemprop", "role", "data-testid", "data-component"};

    private static final String MARKED_BODY_START = "enpcontent";
    private static final String MARKED_BODY_END = "/enpcontent";

    private final List<PageBlock> blocks = new ArrayList<>(256);
    private final FactElements facts = new FactElements();
    private final Map<String, Integer> hintsByNames = new HashMap<>();
    private final InlineText text = new InlineText();
    private final WordHashes hashes = new WordHashes();
    private Box box = new Box(null, TagKind.DIVISION, 0, 0, 0);
    private int boxes = 1;
    private int inlineHints;
    private int around;
    private int sharedInlineHints = -1;
    private int linkDepth;
    private int boldDepth;
    private int italicDepth;
    private int linkChars;
    private int links;
    private int boldChars;
    private int italicChars;
    private int pictures;
    private boolean afterLineBreak;
    private boolean afterRule;
    private boolean marked;

    List<PageBlock> blocks() {
        return blocks;
    }

    WordHashes hashes() {
        return hashes;
    }

    /// How many boxes there are.
    int boxes() {
        return boxes;
    }

    FactElements facts() {
        return facts;
    }

    /// Notes the scripts and comments of a page's head.
    void head(Element html) {
        for (Element part : html.children()) {
            if (part.nameIs("head")) {
                for (int i = 0; i < part.childNodeSize(); i++) {
                    if (part.childNode(i) instanceof Element element && element.nameIs("script")) {
                        skipped(element);
                    } else if (part.childNode(i) instanceof Comment comment) {
                        facts.comment(comment.getData());
                    }
                }
            }
        }
    }

    void walk(Element root) {
        children(root);
        endBlock();
    }

    private void children(Element element) {
        for (int i = 0, n = element.childNodeSize(); i < n && blocks.size() < MAX_BLOCKS; i++) {
            Node child = element.childNode(i);
            if (child instanceof TextNode textNode) {
                text(textNode.getWholeText());
            } else if (child instanceof Element childElement) {
                element(childElement);
            } else if (child instanceof Comment comment) {
                comment(comment);
            }
        }
    }

    private void text(String raw) {
        int before = text.length();
        text.append(raw);
        int added = text.length() - before;
        if (added > 0) {
            sharedInlineHints &= inlineHints;
            linkChars += linkDepth > 0 ? added : 0;
            boldChars += boldDepth > 0 ? added : 0;
            italicChars += italicDepth > 0 ? added : 0;
        }
    }

    private void element(Element element) {
        TagKind kind = TagKind.of(element);
        if (kind.isBlock()) {
            block(element, kind);
            return;
        }
        switch (kind) {
            case LINE_BREAK -> {
                endBlock();
                afterLineBreak = true;
            }
            case RULE -> {
                endBlock();
                afterLineBreak = false;
                afterRule = true;
            }
            case PICTURE -> {
                pictures++;
                facts.blocks = text.isEmpty() ? blocks.size() : blocks.size() + 1;
                facts.picture(element, around | inlineHints);
                children(element);
            }
            case SKIPPED -> skipped(element);
            default -> inline(element, kind);
        }
    }

    private void block(Element element, TagKind kind) {
        endBlock();
        afterLineBreak = false;
        int hints = hints(element);
        Box outer = box;
        int outerInline = inlineHints;
        inlineHints = 0;
        String names = element.attributes().get("class");
        int own = kind.ordinal() * 31 + names.hashCode();
        box = new Box(outer, kind, hints | inlineHintsOf(outerInline), own, boxes++);
        box.element = element;
        note(element, kind, hints);
        int outerAround = around;
        around |= hints;
        children(element);
        around = outerAround;
        endBlock();
        afterLineBreak = false;
        inlineHints = outerInline;
        box = outer;
    }

    private static int inlineHintsOf(int hints) {
        return hints & (Hint.HIDDEN.bit() | Hint.MARKED_BODY.bit());
    }

    private void inline(Element element, TagKind kind) {
        int hints = hints(element);
        if ((hints & Hint.HIDDEN.bit()) != 0 && kind == TagKind.INLINE && element.childrenSize() == 0) {
            if (element.nameIs("time")) {
                note(element, kind, hints);
            }
            return;
        }
        if (isPopUp(element, kind, hints)) {
            return;
        }
        note(element, kind, hints);
        int outerHints = inlineHints;
        inlineHints |= hints;
        linkDepth += kind == TagKind.LINK ? 1 : 0;
        links += kind == TagKind.LINK ? 1 : 0;
        boldDepth += kind == TagKind.BOLD ? 1 : 0;
        italicDepth += kind == TagKind.ITALIC ? 1 : 0;
        children(element);
        linkDepth -= kind == TagKind.LINK ? 1 : 0;
        boldDepth -= kind == TagKind.BOLD ? 1 : 0;
        italicDepth -= kind == TagKind.ITALIC ? 1 : 0;
        inlineHints = outerHints;
    }

    /// What hangs on the link or mark right before it in a sentence.
    private static boolean isPopUp(Element element, TagKind kind, int hints) {
        return kind == TagKind.INLINE
                && (hints & Hint.OVERLAY.bit()) != 0
                && element.previousSibling() instanceof Element;
    }

    private void note(Element element, TagKind kind, int hints) {
        facts.blocks = text.isEmpty() ? blocks.size() : blocks.size() + 1;
        facts.note(element, kind, hints, around | inlineHints);
    }

    private void skipped(Element element) {
        text.space();
        if (element.normalName().equals("script") && element.childNodeSize() > 0) {
            String type = element.attributes().get("type");
            if (type.contains("ld+json")) {
                Node data = element.childNode(0);
                facts.linkedData(data instanceof DataNode node ? node.getWholeData() : element.data());
            }
        }
    }

    private void comment(Comment comment) {
        String data = comment.getData();
        if (data.startsWith(MARKED_BODY_START)) {
            endBlock();
            marked = true;
        } else if (data.startsWith(MARKED_BODY_END)) {
            endBlock();
            marked = false;
        } else {
            facts.comment(data);
        }
    }

    private int hints(Element element) {
        if (element.attributesSize() == 0) {
            return 0;
        }
        Attributes attributes = element.attributes();
        int left = element.attributesSize() - (attributes.hasKey("href") ? 1 : 0);
        int bits = 0;
        for (int i = 0; i < NAMING.length && left > 0; i++) {
            String names = attributes.get(NAMING[i]);
            if (!names.isEmpty()) {
                bits |= hintsOf(names);
                left--;
            }
        }
        return left > 0 && isHidden(element, attributes) ? bits | Hint.HIDDEN.bit() : bits;
    }

    private static boolean isHidden(Element element, Attributes attributes) {
        return attributes.hasKey("hidden")
                || (attributes.get("aria-hidden").equals("true")
                        && !element.tag().isInline())
                || isHidden(attributes.get("style"));
    }

    private static boolean isHidden(String style) {
        int display = style.indexOf("display:");
        return (display >= 0
                        && style.substring(display + "display:".length())
                                .stripLeading()
                                .startsWith("none"))
                || style.contains("visibility:hidden");
    }

    private int hintsOf(String names) {
        if (names.isEmpty()) {
            return 0;
        }
        Integer bits = hintsByNames.get(names);
        if (bits == null) {
            bits = Hints.known().bitsOf(names);
            hintsByNames.put(names, bits);
        }
        return bits;
    }

    private void endBlock() {
        if (text.isEmpty()) {
            text.take();
        } else {
            char[] chars = text.chars();
            var block = new PageBlock(box, text.take(), afterLineBreak);
            new TextScan(block, chars, hashes).run();
            block.linkWords = Math.round(
                    block.words * linkChars / Math.max(1, block.text().length()));
            block.links = links;
            block.boldChars = boldChars;
            block.italicChars = italicChars;
            block.pictures = pictures;
            block.afterRule = afterRule;
            block.marked = marked;
            block.inlineHints = sharedInlineHints == -1 ? 0 : sharedInlineHints;
            blocks.add(block);
            pictures = 0;
            afterRule = false;
        }
        sharedInlineHints = -1;
        linkChars = 0;
        links = 0;
        boldChars = 0;
        italicChars = 0;
    }
}
