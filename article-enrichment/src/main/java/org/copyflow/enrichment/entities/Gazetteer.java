package org.copyflow.enrichment.entities;

import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.copyflow.enrichment.lexicon.PhraseTable;
import org.copyflow.enrichment.lexicon.PhraseTable.Hit;
import org.copyflow.enrichment.lexicon.WordLists;
import org.copyflow.enrichment.text.AnalyzedText;
import org.copyflow.events.article.Entity;
import org.jspecify.annotations.Nullable;

/// The names and the words of names that are known beforehand. Immutable.
///
/// Countries come from the JDK's locale data (ISO 3166), the rest from the word lists beside this class.
final class Gazetteer {

    /// A name that is known.
    record Known(Entity.Type type, @Nullable String id) {}

    private final PhraseTable<Known> names;
    final PhraseTable<String> titles = list("person-titles-en.txt");
    final PhraseTable<String> firstNames = list("first-names.txt");
    final PhraseTable<String> organisationWords = list("organisation-words-en.txt");
    final PhraseTable<String> mediaWords = list("cues/media-words-en.txt");
    final PhraseTable<String> companyEndings = list("cues/company-endings-en.txt");
    final PhraseTable<String> prizes = list("cues/prize-words-en.txt");
    final PhraseTable<String> eventEndings = list("cues/event-endings-en.txt");
    /// The codes of ISO 4217: no names, though they are written in capitals.
    final Set<String> currencies = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());
    final PhraseTable<String> shortEndings = list("short-endings-en.txt");
    final PhraseTable<String> groups = list("groups-en.txt");
    private final PhraseTable<String> givenNames = list("tagging/given-names.txt");
    final PhraseTable<String> noNames = list("no-names-en.txt");
    private final PhraseTable<String> commonWords = list("common-words-en.txt");

    final PhraseTable<String> chineseSpeech = list("speech-zh.txt");
    /// Characters that make a people or a language of a country's name.
    final PhraseTable<String> chinesePeoples = list("peoples-zh.txt");

    Gazetteer() {
        var table = new PhraseTable.Builder<Known>();
        for (String code : Locale.getISOCountries()) {
            Known country = new Known(Entity.Type.PLACE, "iso:" + code);
            Locale region = Locale.of("", code);
            table.add(region.getDisplayCountry(Locale.ENGLISH), country);
            table.add(region.getDisplayCountry(Locale.SIMPLIFIED_CHINESE), country);
            table.add(region.getDisplayCountry(Locale.TRADITIONAL_CHINESE), country);
        }
        addAll(table, "places-en.txt", Entity.Type.PLACE);
        addAll(table, "places-zh.txt", Entity.Type.PLACE);
        addAll(table, "organisations.txt", Entity.Type.ORGANISATION);
        for (String line : WordLists.lines(Gazetteer.class, "country-aliases.txt")) {
            List<String> fields = List.of(line.split("\t", -1));
            for (String name : fields.get(1).split("\\|", -1)) {
                table.add(name, new Known(Entity.Type.PLACE, "iso:" + fields.get(0)));
            }
        }
        names = table.build();
    }

    PhraseTable<Known> names() {
        return names;
    }

    /// The longest known name that begins at the token; short ones only in capitals.
    @Nullable
    Hit<Known> known(AnalyzedText text, int token, int limit) {
        Hit<Known> hit = names.longest(text, token, limit);
        boolean shortWord =
                hit != null && hit.endToken() == token + 1 && text.tokens().length(token) <= 3;
        return shortWord && Character.isLowerCase(text.tokens().lastChar(token)) ? null : hit;
    }

    boolean isGivenName(AnalyzedText text, int token) {
        return firstNames.has(text, token) || (givenNames.has(text, token) && !commonWords.has(text, token));
    }

    /// Does English write the word in small letters, most often?
    boolean isCommon(AnalyzedText text, int token) {
        return commonWords.has(text, token) || organisationWords.has(text, token);
    }

    private static void addAll(PhraseTable.Builder<Known> table, String resource, Entity.Type type) {
        for (String line : WordLists.lines(Gazetteer.class, resource)) {
            for (String name : line.split("\\|", -1)) {
                table.add(name, new Known(type, null));
            }
        }
    }

    private static PhraseTable<String> list(String resource) {
        return WordLists.phrases(Gazetteer.class, resource);
    }
}
