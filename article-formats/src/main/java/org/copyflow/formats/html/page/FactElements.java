package org.copyflow.formats.html.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.copyflow.formats.html.lexicon.Hint;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;

/// Elements, scripts and comments that may state facts about the article, noted on the way. Bounded.
public final class FactElements {

    private static final int MAX_NOTED = 200;
    private static final String[] PROFILE_PATHS = {
        "/author",
        "/people/",
        "/by/",
        "/profile",
        "/staff",
        "/contributor",
        "/writer",
        "/autor",
        "/reporter",
        "/journalist",
        "/person/",
        "/columnist"
    };
    /// What the paths begin with after the slash.
    private static final String PROFILE_LETTERS = Arrays.stream(PROFILE_PATHS)
            .map(path -> path.substring(1, 2))
            .distinct()
            .collect(Collectors.joining());

    private static final int NAME_HINTS = Hint.AUTHOR.bit();

    /// An element, and how many blocks came before it.
    ///
    /// @param hints bits of [Hint] of the element itself
    /// @param around bits of [Hint] of the elements around it
    public record Noted(Element element, int block, int hints, int around) {

        /// Whether it stands where other articles, readers or the site itself are spoken of.
        public boolean isAside() {
            return ((hints | around) & ASIDE) != 0;
        }
    }

    private static final int ASIDE =
            Hint.COMMENT.bit() | Hint.RELATED.bit() | Hint.FOOTER.bit() | Hint.OVERLAY.bit() | Hint.CONSENT.bit();

    /// How many blocks came so far.
    int blocks;

    private final List<String> linkedData = new ArrayList<>();
    private final List<String> comments = new ArrayList<>();
    private final List<Noted> headings = new ArrayList<>();
    private final List<Noted> times = new ArrayList<>();
    private final List<Noted> details = new ArrayList<>();
    private final List<Noted> properties = new ArrayList<>();
    private final List<Noted> pictures = new ArrayList<>();

    FactElements() {}

    void note(Element element, TagKind kind, int hints, int around) {
        if (kind == TagKind.HEADING_1 || kind == TagKind.HEADING_2) {
            add(headings, element, hints, around);
        } else if (kind == TagKind.INLINE && element.nameIs("time")) {
            add(times, element, hints, around);
        }
        if (element.attributesSize() > 0) {
            Attributes attributes = element.attributes();
            if (attributes.hasKey("itemprop") || attributes.hasKey("property")) {
                add(properties, element, hints, around);
            }
            if ((hints & NAME_HINTS) != 0 || (kind == TagKind.LINK && isOfPerson(attributes))) {
                add(details, element, hints, around);
            }
        }
    }

    void picture(Element element, int around) {
        if (element.nameIs("img") || element.nameIs("amp-img")) {
            add(pictures, element, 0, around);
        }
    }

    /// Whether a link leads to a person's page, as far as its address says.
    public static boolean isOfPerson(Attributes link) {
        if (link.get("rel").contains("author")) {
            return true;
        }
        String address = link.get("href");
        for (int at = address.indexOf('/'); at >= 0; at = address.indexOf('/', at + 1)) {
            if (isProfile(address, at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isProfile(String address, int at) {
        if (at + 1 == address.length() || PROFILE_LETTERS.indexOf(address.charAt(at + 1)) < 0) {
            return false;
        }
        for (String path : PROFILE_PATHS) {
            if (address.startsWith(path, at)) {
                return true;
            }
        }
        return false;
    }

    private void add(List<Noted> list, Element element, int hints, int around) {
        if (list.size() < MAX_NOTED) {
            list.add(new Noted(element, blocks, hints, around));
        }
    }

    void linkedData(String json) {
        if (linkedData.size() < MAX_NOTED) {
            linkedData.add(json);
        }
    }

    void comment(String text) {
        if (comments.size() < MAX_NOTED && text.startsWith("enpproperty")) {
            comments.add(text);
        }
    }

    /// The contents of JSON-LD scripts.
    public List<String> linkedData() {
        return linkedData;
    }

    /// Comments in which a CMS states its properties.
    public List<String> comments() {
        return comments;
    }

    /// First and second level headings.
    public List<Noted> headings() {
        return headings;
    }

    public List<Noted> times() {
        return times;
    }

    /// Elements whose names hint at an author, and links to the pages of people.
    public List<Noted> details() {
        return details;
    }

    public List<Noted> pictures() {
        return pictures;
    }

    /// Elements with an `itemprop` or, as RDFa has it, a `property`.
    public List<Noted> properties() {
        return properties;
    }
}
