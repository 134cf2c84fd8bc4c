package org.copyflow.enrichment.entities;

import java.util.ArrayList;
import java.util.List;
import org.copyflow.enrichment.entities.Gazetteer.Known;
import org.copyflow.enrichment.entities.chinese.ChineseWords;
import org.copyflow.enrichment.entities.chinese.Word.Kind;
import org.copyflow.enrichment.text.AnalyzedText;
import org.copyflow.enrichment.text.AnalyzedText.Sentence;
import org.copyflow.enrichment.text.Tokens;
import org.copyflow.events.article.Entity;
import org.jspecify.annotations.Nullable;

/// Finds names in Chinese: persons and places as the likeliest words have them, places with their endings,
/// organisations
/// from the first word of their name to their ending. Thread-safe.
final class ChineseNames {

    private static final int MOST_WORDS_OF_AN_ORGANISATION = 9;

    /// A word of the sentence.
    private record Piece(int start, int end, Kind kind) {}

    private final Gazetteer gazetteer;
    private final ChineseWords words = new ChineseWords();

    ChineseNames(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    void find(AnalyzedText text, Sentence sentence, NamesFound found) {
        Tokens tokens = text.tokens();
        int token = sentence.firstToken();
        while (token < sentence.endToken()) {
            int end = token;
            while (end < sentence.endToken() && isChinese(tokens, end, end > token)) {
                end++;
            }
            if (end > token) {
                var pieces = new ArrayList<Piece>();
                words.cut(
                        text.text(),
                        tokens.start(token),
                        tokens.end(end - 1),
                        (from, to, kind) -> pieces.add(new Piece(from, to, kind)));
                names(text.text(), pieces, found);
            }
            token = Math.max(end, token + 1);
        }
    }

    private static boolean isChinese(Tokens tokens, int token, boolean inside) {
        return tokens.kind(token) == Tokens.Kind.IDEOGRAPH
                || (inside && tokens.is(token, "·") && !tokens.spaceBefore(token));
    }

    private void names(String text, List<Piece> pieces, NamesFound found) {
        int at = 0;
        while (at < pieces.size()) {
            int organisation = endOfOrganisation(text, pieces, at);
            int place = organisation > 0 ? 0 : endOfPlace(text, pieces, at);
            Piece piece = pieces.get(at);
            if (organisation > 0) {
                add(text, piece.start(), pieces.get(organisation - 1).end(), Entity.Type.ORGANISATION, found);
                at = organisation;
            } else if (place > 0) {
                add(text, piece.start(), pieces.get(place - 1).end(), Entity.Type.PLACE, found);
                at = place;
            } else {
                Entity.Type type = alone(text, pieces, at);
                if (type != null) {
                    add(text, piece.start(), piece.end(), type, found);
                }
                at++;
            }
        }
    }

    /// What a word is by itself.
    private Entity.@Nullable Type alone(String text, List<Piece> pieces, int at) {
        Piece piece = pieces.get(at);
        Known known = gazetteer.names().of(text, piece.start(), piece.end());
        if (known != null) {
            return known.type();
        }
        return switch (piece.kind()) {
            case PLACE -> piece.end() - piece.start() > 1 ? Entity.Type.PLACE : null;
            case ORGANISATION -> Entity.Type.ORGANISATION;
            case PERSON -> piece.end() - piece.start() > 1 ? Entity.Type.PERSON : null;
            case FOREIGN -> foreign(text, pieces, at);
            case PART, STOP, UNKNOWN -> null;
        };
    }

    /// A name by its sound is a place's after "in", "to" and "from", else a person's.
    private Entity.Type foreign(String text, List<Piece> pieces, int at) {
        Piece piece = pieces.get(at);
        boolean dotted = text.substring(piece.start(), piece.end()).indexOf('·') > 0;
        boolean located = at > 0
                && gazetteer.chineseLocators.of(
                                text,
                                pieces.get(at - 1).start(),
                                pieces.get(at - 1).end())
                        != null;
        return located && !dotted ? Entity.Type.PLACE : Entity.Type.PERSON;
    }

    /// A place with its ending, and the places in it: 四川省资阳市雁江区.
    private int endOfPlace(String text, List<Piece> pieces, int first) {
        int end = 0;
        int at = first;
        while (at < pieces.size()) {
            Piece piece = pieces.get(at);
            boolean placed = piece.kind() == Kind.PLACE
                    && piece.end() - piece.start() > 1
                    && (at == first || isWithin(text, piece));
            boolean named = placed || piece.kind() == Kind.FOREIGN || (piece.kind() == Kind.PERSON && at == first);
            if (!named) {
                break;
            }
            boolean ended = at + 1 < pieces.size() && isEnding(text, pieces.get(at + 1));
            if (!placed && !ended) {
                break;
            }
            at += ended ? 2 : 1;
            end = at;
        }
        return end;
    }

    private boolean isEnding(String text, Piece piece) {
        return gazetteer.chinesePlaceEndings.of(text, piece.start(), piece.end()) != null;
    }

    /// Countries and their capitals are named one after another, each for itself; districts are parts of one address.
    private boolean isWithin(String text, Piece piece) {
        return gazetteer.chinesePlaceEndings.of(text, piece.end() - 1, piece.end()) != null;
    }

    /// The name of an organisation goes from a name or a word of its field to its ending.
    private int endOfOrganisation(String text, List<Piece> pieces, int first) {
        if (!beginsOrganisation(text, pieces.get(first))) {
            return 0;
        }
        int found = 0;
        int limit = Math.min(pieces.size(), first + MOST_WORDS_OF_AN_ORGANISATION);
        for (int at = first; at < limit; at++) {
            Piece piece = pieces.get(at);
            if (endsOrganisation(text, piece) && (at > first || piece.kind() == Kind.ORGANISATION)) {
                found = at + 1;
            }
            boolean goesOn = piece.kind() != Kind.STOP && (piece.kind() != Kind.PERSON || at == first);
            if (!goesOn) {
                break;
            }
        }
        return found;
    }

    private boolean beginsOrganisation(String text, Piece piece) {
        return switch (piece.kind()) {
            case PLACE, ORGANISATION, FOREIGN -> piece.end() - piece.start() > 1;
            case PERSON, UNKNOWN, STOP -> false;
            case PART -> gazetteer.chineseOrganisationStarts.of(text, piece.start(), piece.end()) != null;
        };
    }

    private boolean endsOrganisation(String text, Piece piece) {
        int length = piece.end() - piece.start();
        for (int suffix = Math.min(4, length); suffix >= (length == 1 ? 1 : 2); suffix--) {
            if (gazetteer.chineseOrganisationSuffixes.of(text, piece.end() - suffix, piece.end()) != null) {
                return true;
            }
        }
        return piece.kind() == Kind.ORGANISATION;
    }

    private void add(String text, int start, int end, Entity.Type type, NamesFound found) {
        Known known = gazetteer.names().of(text, start, end);
        String id = known != null && known.type() == type ? known.id() : null;
        found.add(new Mention(start, end, text.substring(start, end), type, id));
    }
}
