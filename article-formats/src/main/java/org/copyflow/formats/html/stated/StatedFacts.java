package org.copyflow.formats.html.stated;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.copyflow.formats.html.lexicon.Cue;
import org.copyflow.formats.html.lexicon.WordLists;
import org.copyflow.formats.html.page.PageBlock;
import org.copyflow.formats.html.page.PageOutline;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/// The places of a page that state facts, read once.
///
/// @param scripts what its scripts say, read when asked for
public record StatedFacts(
        MetaTags meta, LinkedData linkedData, CmsProperties cms, PageOutline outline, Supplier<List<String>> scripts) {

    private static final Map<String, List<String>> OTHER_PAGES = otherPages();
    private static final int HEAD_BLOCKS = 5;
    private static final int FOOT_BLOCKS = 12;
    private static final int MIN_NAME_CHARS = 4;
    private static final int MAX_NAME_CHARS = 40;

    /// Where the headline stands among the page's blocks, in a heading if it can be; -1 where nowhere.
    public int titleBlock(String title) {
        int found = -1;
        for (int i = 0; i < outline.blocks().size(); i++) {
            String text = outline.blocks().get(i).text();
            if (text.length() == title.length() && text.equalsIgnoreCase(title)) {
                if (outline.blocks().get(i).box().kind().isHeading()) {
                    return i;
                }
                found = found < 0 ? i : found;
            }
        }
        return found;
    }

    @Nullable
    public Fact<String> publisher() {
        Fact<String> name = meta.first("og:site_name");
        if (name == null) {
            name = linkedData.publisher();
        }
        if (name == null) {
            name = meta.first("application-name", "dc.publisher", "apple-mobile-web-app-title", "source");
        }
        return name != null ? name : shownPublisher();
    }

    /// Whether the page says that it is an article.
    public boolean isArticle() {
        Fact<String> type = meta.first("og:type");
        return linkedData.hasArticle() || (type != null && type.value().equalsIgnoreCase("article"));
    }

    /// What it states of its article's pictures, most trusted first.
    public List<StatedPicture> pictures() {
        return StatedPictures.of(this);
    }

    /// What the page says that it is instead of an article; null where it does not.
    @Nullable
    public String otherPage() {
        if (isArticle()) {
            return null;
        }
        Fact<String> type = meta.first("og:type");
        String graph = type == null ? "" : "og:" + type.value().toLowerCase(Locale.ROOT);
        for (Map.Entry<String, List<String>> kind : OTHER_PAGES.entrySet()) {
            if (kind.getValue().contains(graph) || linkedData.types().stream().anyMatch(kind.getValue()::contains)) {
                return kind.getKey();
            }
        }
        return null;
    }

    private static Map<String, List<String>> otherPages() {
        var kinds = new LinkedHashMap<String, List<String>>();
        for (Map.Entry<String, String> line : WordLists.read("other-pages.txt")) {
            kinds.put(
                    line.getKey().toLowerCase(Locale.ROOT),
                    List.of(line.getValue().split(" ")));
        }
        return kinds;
    }

    /// What the page begins with, where its copyright line names it too.
    private @Nullable Fact<String> shownPublisher() {
        List<PageBlock> blocks = outline.blocks();
        for (int i = Math.max(0, blocks.size() - FOOT_BLOCKS); i < blocks.size(); i++) {
            String foot = blocks.get(i).text();
            for (int j = 0; j < Math.min(i, HEAD_BLOCKS) && (blocks.get(i).cues() & Cue.COPYRIGHT.bit()) != 0; j++) {
                String head = blocks.get(j).text();
                if (head.length() >= MIN_NAME_CHARS && head.length() <= MAX_NAME_CHARS && foot.contains(head)) {
                    return new Fact<>(head, "copyright line");
                }
            }
        }
        return null;
    }

    @Nullable
    public Fact<String> section() {
        Fact<String> section = meta.first("article:section", "parsely-section", "section");
        return section != null ? section : linkedData.text("articleSection");
    }

    /// The page's language as BCP 47, as far as it names one.
    @Nullable
    public Fact<String> language(Document page) {
        var html = page.head().parent();
        String stated = html == null ? "" : html.attributes().get("lang");
        if (isLanguage(stated)) {
            return new Fact<>(stated.replace('_', '-'), "html lang");
        }
        Fact<String> language = linkedData.text("inLanguage");
        if (language == null || !isLanguage(language.value())) {
            language = meta.first("content-language", "language", "og:locale", "dc.language");
        }
        return language == null || !isLanguage(language.value())
                ? null
                : new Fact<>(language.value().replace('_', '-'), language.signal());
    }

    private static boolean isLanguage(String text) {
        int end = 0;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return (end == 2 || end == 3)
                && (end == text.length() || text.charAt(end) == '-' || text.charAt(end) == '_')
                && !text.toLowerCase(Locale.ROOT).startsWith("und");
    }
}
