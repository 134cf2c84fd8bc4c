package org.copyflow.enrich.entities;

import java.util.List;
import java.util.Locale;
import org.copyflow.enrich.lexicon.PhraseTable;
import org.copyflow.enrich.lexicon.WordLists;
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
    final PhraseTable<String> surnames = list("surnames-romanised.txt");
    final PhraseTable<String> organisationWords = list("organisation-words-en.txt");
    final PhraseTable<String> placeWords = list("place-words-en.txt");
    final PhraseTable<String> eventWords = list("event-words-en.txt");
    final PhraseTable<String> noNames = list("no-names-en.txt");
    final PhraseTable<String> chineseTitles = list("person-titles-zh.txt");
    final PhraseTable<String> chineseHonorifics = list("person-honorifics-zh.txt");
    final PhraseTable<String> chineseSurnames = list("surnames-zh.txt");
    final PhraseTable<String> chineseOrganisationSuffixes = list("organisation-suffixes-zh.txt");

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
