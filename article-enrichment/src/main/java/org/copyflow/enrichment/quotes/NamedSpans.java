package org.copyflow.enrichment.quotes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.copyflow.events.article.Entity;
import org.copyflow.events.article.Span;
import org.jspecify.annotations.Nullable;

/// Where persons and organisations are named outside quotations, in order, and who spoke last. Not thread-safe; one an
/// article.
final class NamedSpans {

    private record Named(int start, int end, Entity entity) {}

    private final String text;
    private final List<Named> names = new ArrayList<>();
    private final Set<String> persons = new HashSet<>();
    private @Nullable String lastSpeaker;
    private boolean lastSpeakerIsPerson;
    private int lastWordsEnd;

    NamedSpans(String text, List<Entity> entities, List<QuotedSpan> quotes) {
        this.text = text;
        for (Entity entity : entities) {
            if (entity.type() == Entity.Type.PERSON || entity.type() == Entity.Type.ORGANISATION) {
                if (entity.type() == Entity.Type.PERSON) {
                    persons.add(entity.name());
                }
                for (Span mention : entity.mentions()) {
                    names.add(new Named(mention.start(), mention.end(), entity));
                }
            }
        }
        names.sort(Comparator.comparingInt(Named::start));
        removeQuoted(quotes);
    }

    /// What is named inside a quotation does not speak.
    private void removeQuoted(List<QuotedSpan> quotes) {
        var outside = new ArrayList<Named>(names.size());
        int quote = 0;
        for (Named name : names) {
            while (quote < quotes.size() && quotes.get(quote).end() <= name.start()) {
                quote++;
            }
            if (quote == quotes.size() || quotes.get(quote).start() > name.start()) {
                outside.add(name);
            }
        }
        names.clear();
        names.addAll(outside);
    }

    /// @param end where the words end
    void spoke(@Nullable String speaker, int end) {
        lastWordsEnd = end;
        if (speaker != null) {
            lastSpeaker = speaker;
            lastSpeakerIsPerson = persons.contains(speaker);
        }
    }

    @Nullable
    String lastSpeaker() {
        return lastSpeaker;
    }

    @Nullable
    String first(int start, int end) {
        int at = firstFrom(start);
        return at < names.size() && names.get(at).start() < end
                ? names.get(at).entity().name()
                : null;
    }

    @Nullable
    String last(int start, int end) {
        int at = firstFrom(end) - 1;
        return at >= 0 && names.get(at).start() >= start
                ? names.get(at).entity().name()
                : null;
    }

    @Nullable
    String startingAt(int offset) {
        int at = firstFrom(offset);
        return at < names.size() && names.get(at).start() == offset
                ? names.get(at).entity().name()
                : null;
    }

    /// Where the name that starts at an offset ends, or -1.
    int endOfNameAt(int offset) {
        int at = firstFrom(offset);
        return at < names.size() && names.get(at).start() == offset
                ? names.get(at).end()
                : -1;
    }

    /// The last name in a phrase, unless something of it is meant ("Kessler's lawyer").
    @Nullable
    String lastUnpossessed(int start, int end) {
        for (int at = firstFrom(end) - 1; at >= 0 && names.get(at).start() >= start; at--) {
            int after = names.get(at).end();
            boolean possessed = after < end && (text.charAt(after) == '\'' || text.charAt(after) == '’');
            if (!possessed) {
                return names.get(at).entity().name();
            }
        }
        return null;
    }

    /// Whom a pronoun means: a person named in its paragraph since somebody last spoke, if that is not the last speaker
    /// again; else the last speaker; else the last person named.
    @Nullable
    String ofPronoun(int offset) {
        String introduced = introduced(offset);
        if (introduced != null) {
            return introduced;
        }
        if (lastSpeakerIsPerson && lastSpeaker != null) {
            return lastSpeaker;
        }
        for (int at = firstFrom(offset) - 1; at >= 0; at--) {
            if (names.get(at).entity().type() == Entity.Type.PERSON) {
                return names.get(at).entity().name();
            }
        }
        return lastSpeaker;
    }

    private @Nullable String introduced(int offset) {
        int paragraph = Math.max(text.lastIndexOf('\n', offset), lastWordsEnd);
        String first = null;
        for (int at = firstFrom(paragraph); at < names.size() && names.get(at).start() < offset; at++) {
            Entity entity = names.get(at).entity();
            if (entity.type() == Entity.Type.PERSON) {
                String kept = first == null ? entity.name() : first;
                first = entity.name().equals(lastSpeaker) ? null : kept;
            }
        }
        return first;
    }

    private int firstFrom(int offset) {
        int low = 0;
        int high = names.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (names.get(middle).start() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
