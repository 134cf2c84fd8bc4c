package org.copyflow.formats.html.facts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.copyflow.events.article.Byline;
import org.copyflow.formats.html.lexicon.Cue;
import org.copyflow.formats.html.page.PageBlock;
import org.copyflow.formats.html.stated.Fact;
import org.copyflow.formats.html.stated.StatedFacts;
import org.copyflow.formats.html.words.Names;
import org.copyflow.formats.html.words.PersonNames;
import org.jspecify.annotations.Nullable;

/// Who wrote the article: whom structured data or meta tags name, else whom a byline near the headline shows. A
/// person is preferred to a desk or an agency, wherever each is stated.
final class Bylines {

    private static final String[] META = {
        "byl",
        "parsely-author",
        "sailthru.author",
        "author",
        "article:author",
        "dc.creator",
        "dcterms.creator",
        "creator",
        "citation_author",
        "article:author_name",
        "og:article:author",
        "rbauthors",
        "twitter:data1"
    };

    private static final int NEAR_BEFORE = 4;
    private static final int NEAR_AFTER = 14;
    private static final int MAX_BYLINE_WORDS = 40;

    private final String publisher;
    private @Nullable Fact<List<Byline>> organisation;

    private Bylines(@Nullable Fact<String> publisher) {
        this.publisher = publisher == null ? "" : Names.key(publisher.value());
    }

    static @Nullable Fact<List<Byline>> find(StatedFacts stated, @Nullable Fact<String> publisher, int titleBlock) {
        return new Bylines(publisher).find(stated, titleBlock);
    }

    private @Nullable Fact<List<Byline>> find(StatedFacts stated, int titleBlock) {
        Fact<String> cms = stated.cms().get("author");
        Fact<List<Byline>> found = cms == null ? null : person(PersonNames.stated(cms.value()), cms.signal());
        for (String property : new String[] {"author", "creator"}) {
            if (found == null) {
                found = person(all(stated.linkedData().people(property)), "json-ld " + property);
            }
        }
        for (int i = 0; i < META.length && found == null; i++) {
            List<String> values = stated.meta().all(META[i]);
            found = person(all(META[i].equals("citation_author") ? values : firstOf(values)), META[i]);
        }
        if (found == null) {
            for (ShownBylines.Shown shown : ShownBylines.of(stated.outline(), titleBlock)) {
                found = found == null ? person(shown.names(), shown.signal()) : found;
            }
        }
        if (found == null) {
            found = dateline(stated.outline().blocks(), titleBlock);
        }
        found = found != null ? shownMore(seen(found, stated, titleBlock), stated, titleBlock) : organisation;
        return withEditors(found, stated);
    }

    private @Nullable Fact<List<Byline>> dateline(List<PageBlock> blocks, int titleBlock) {
        for (int i = titleBlock + 1; i < Math.min(blocks.size(), titleBlock + 1 + NEAR_AFTER); i++) {
            Fact<List<Byline>> found =
                    person(BylineLabels.inDateline(blocks.get(i).text()), "dateline");
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /// With those whom structured data or a line names as editors.
    private static @Nullable Fact<List<Byline>> withEditors(@Nullable Fact<List<Byline>> authors, StatedFacts stated) {
        List<String> names = all(stated.linkedData().people("editor"));
        List<PageBlock> blocks = stated.outline().blocks();
        for (int i = 0; i < blocks.size() && names.isEmpty(); i++) {
            names = BylineLabels.editors(blocks.get(i));
        }
        if (names.isEmpty()) {
            return authors;
        }
        List<Byline> all = authors == null ? new ArrayList<>() : new ArrayList<>(authors.value());
        names.stream().distinct().forEach(name -> all.add(new Byline(name, Byline.EDITOR)));
        return new Fact<>(all, authors == null ? "editor line" : authors.signal());
    }

    /// The byline near the headline where it names those who were found, as the reader sees them, or others too.
    private Fact<List<Byline>> shownMore(Fact<List<Byline>> found, StatedFacts stated, int titleBlock) {
        List<String> wanted = found.value().stream()
                .map(byline -> Names.folded(byline.name()))
                .toList();
        for (ShownBylines.Shown line : BylineLines.near(stated.outline().blocks(), titleBlock)) {
            List<String> names = line.names().stream().map(Names::folded).toList();
            if (names.containsAll(wanted)) {
                Fact<List<Byline>> shown = person(line.names(), line.signal());
                return shown == null || shown.value().equals(found.value()) ? found : shown;
            }
        }
        return found;
    }

    /// Of several names, those that stand near the headline, where some do: others had a hand in it, but no byline.
    private static Fact<List<Byline>> seen(Fact<List<Byline>> found, StatedFacts stated, int titleBlock) {
        if (found.value().size() < 2 || titleBlock < 0) {
            return found;
        }
        List<PageBlock> blocks = stated.outline().blocks();
        List<PageBlock> near =
                blocks.subList(Math.max(0, titleBlock - NEAR_BEFORE), Math.min(blocks.size(), titleBlock + NEAR_AFTER));
        var seen = new ArrayList<Byline>();
        for (Byline byline : found.value()) {
            boolean named = false;
            for (int i = 0; i < near.size(); i++) {
                named |= near.get(i).text().contains(byline.name()) && isOfAuthors(near, i);
            }
            if (named) {
                seen.add(byline);
            }
        }
        return seen.isEmpty() ? found : new Fact<>(seen, found.signal());
    }

    /// Whether a line may name authors: not those who took the pictures, nor those who contributed.
    private static boolean isOfAuthors(List<PageBlock> near, int i) {
        PageBlock block = near.get(i);
        return block.words() <= MAX_BYLINE_WORDS
                && !isOfOthers(block)
                && (i == 0 || !isOfOthers(near.get(i - 1)) || near.get(i - 1).words() > 3);
    }

    private static boolean isOfOthers(PageBlock block) {
        return block.text().startsWith("Contribut") || (block.startCues() & Cue.PHOTO.bit()) != 0;
    }

    private static List<String> firstOf(List<String> values) {
        return values.isEmpty() ? values : values.subList(0, 1);
    }

    private static List<String> all(List<String> texts) {
        var names = new ArrayList<String>();
        for (String text : texts) {
            names.addAll(PersonNames.stated(text));
        }
        return names;
    }

    /// The people among the names; names of bodies are kept for the case that no person is found.
    private @Nullable Fact<List<Byline>> person(List<String> names, String signal) {
        Map<String, Byline> people = new LinkedHashMap<>();
        Map<String, Byline> bodies = new LinkedHashMap<>();
        for (String name : names) {
            String key = Names.key(name);
            boolean body = PersonNames.isOrganisation(name)
                    || (!publisher.isEmpty() && (key.contains(publisher) || publisher.contains(key)));
            (body ? bodies : people).putIfAbsent(key, new Byline(name, Byline.AUTHOR));
        }
        if (people.isEmpty() && !bodies.isEmpty() && organisation == null) {
            organisation = new Fact<>(new ArrayList<>(bodies.values()), signal);
        }
        return people.isEmpty() ? null : new Fact<>(new ArrayList<>(people.values()), signal);
    }
}
