package org.copyflow.enrichment.entities.linking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.copyflow.enrichment.lexicon.WordLists;
import org.jspecify.annotations.Nullable;

/// The ids of cities in GeoNames, by their names. Immutable, thread-safe.
///
/// A city is sure that has no namesake, or ten times the people of the next one, unless a large namesake stands in a
/// country
/// that the article names and the first one does not. Where none is sure, the one in the countries named may be.
final class CityIds {

    private static final int WIDE_MARGIN = 10;
    /// In thousands of people.
    private static final int LARGE = 100;

    private static final int LETTERS_OF_A_COUNTRY = 2;

    /// A city of some name.
    ///
    /// @param country ISO 3166
    private record City(String id, String country, int thousands) {}

    private final Map<String, List<City>> byName = new HashMap<>();
    private final Map<String, String> countryOfRegion = new HashMap<>();

    CityIds() {
        Set<String> larger = new HashSet<>();
        for (String line : WordLists.lines(CityIds.class, "no-cities.txt")) {
            larger.addAll(List.of(line.split("\\|", -1)));
        }
        for (String line : WordLists.lines(CityIds.class, "regions.txt")) {
            int tab = line.indexOf('\t');
            for (String region : line.substring(tab + 1).split("\\|", -1)) {
                countryOfRegion.put(region, line.substring(0, tab));
            }
        }
        larger.addAll(countryOfRegion.keySet());
        for (String line : WordLists.lines(CityIds.class, "cities.txt")) {
            List<String> fields = List.of(line.split("\t", -1));
            if (!larger.contains(fields.getFirst())) {
                byName.put(fields.getFirst(), cities(fields));
            }
        }
        for (String line : WordLists.lines(CityIds.class, "city-aliases.txt")) {
            int tab = line.indexOf('\t');
            addAliases(line.substring(0, tab), line.substring(tab + 1));
        }
    }

    /// The city's id; absent where it is not known, or not surely.
    ///
    /// @param countries those that the article names, as ISO 3166 codes
    @Nullable
    String of(String name, Set<String> countries) {
        List<City> cities = byName.getOrDefault(name, List.of());
        List<City> near = cities.stream()
                .filter(city -> countries.contains(city.country()))
                .toList();
        City first = sure(cities);
        if (first == null) {
            City only = sure(near);
            return only != null && only.thousands() >= LARGE ? only.id() : null;
        }
        boolean doubtful =
                !countries.contains(first.country()) && near.stream().anyMatch(city -> city.thousands() >= LARGE);
        return doubtful ? null : first.id();
    }

    /// The id of the city of that name in one country, as "Naples, Florida" says it; absent where it is small or not
    /// known.
    @Nullable
    String in(String name, String country) {
        List<City> there = byName.getOrDefault(name, List.of()).stream()
                .filter(city -> city.country().equals(country))
                .toList();
        City first = sure(there);
        return first != null && first.thousands() >= LARGE ? first.id() : null;
    }

    /// The country of a state or province, as an ISO 3166 code.
    @Nullable
    String countryOf(String region) {
        return countryOfRegion.get(region);
    }

    /// The largest, where no other comes near it.
    private static @Nullable City sure(List<City> cities) {
        if (cities.isEmpty()) {
            return null;
        }
        City first = cities.getFirst();
        boolean alone = cities.size() == 1
                || first.thousands() >= WIDE_MARGIN * cities.get(1).thousands();
        return alone ? first : null;
    }

    private static List<City> cities(List<String> fields) {
        var cities = new ArrayList<City>(fields.size() - 1);
        for (String field : fields.subList(1, fields.size())) {
            List<String> city = List.of(field.split(" ", -1));
            cities.add(new City("geonames:" + city.get(0), city.get(1), Integer.parseInt(city.get(2))));
        }
        return cities;
    }

    /// Gives a city its other names, beside namesakes that have them as their own: "St. Petersburg".
    ///
    /// @param city its country and name
    private void addAliases(String city, String aliases) {
        String country = city.substring(0, LETTERS_OF_A_COUNTRY);
        City named = byName.getOrDefault(city.substring(LETTERS_OF_A_COUNTRY + 1), List.of()).stream()
                .filter(each -> each.country().equals(country))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("other names of " + city + ", which cities.txt lacks"));
        for (String alias : aliases.split("\\|", -1)) {
            var cities = new ArrayList<>(byName.getOrDefault(alias, List.of()));
            cities.add(named);
            cities.sort(Comparator.comparingInt(City::thousands).reversed());
            byName.put(alias, List.copyOf(cities));
        }
    }
}
