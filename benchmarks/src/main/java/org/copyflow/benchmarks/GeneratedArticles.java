package org.copyflow.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// Makes plain articles that look like news: names that come back, figures, quotations. The same seed and number give
/// the same article, so a run can be repeated. Immutable.
public final class GeneratedArticles {

    private static final List<String> FIRST_NAMES = List.of(
            "Ana", "Boris", "Chen", "Dalia", "Emeka", "Farah", "Goran", "Hana", "Ivo", "Jun", "Kemal", "Lucia", "Mei",
            "Nadia", "Omar", "Petra", "Quentin", "Rosa", "Sven", "Tala");
    private static final List<String> LAST_NAMES = List.of(
            "Abara",
            "Berg",
            "Castillo",
            "Dvorak",
            "Eriksen",
            "Fontaine",
            "Grant",
            "Haddad",
            "Ivanov",
            "Jansen",
            "Kato",
            "Lindqvist",
            "Moreau",
            "Novak",
            "Okafor",
            "Petrov",
            "Quiroga",
            "Rossi",
            "Schmidt",
            "Tanaka");
    private static final List<String> PLACES = List.of(
            "Lisbon", "Nairobi", "Toronto", "Osaka", "Hamburg", "Lima", "Cairo", "Wellington", "Krakow", "Hanoi");
    private static final List<String> BODIES = List.of(
            "the Harbour Authority",
            "the Institute of Marine Research",
            "Northwind Energy",
            "the City Council",
            "the National Statistics Office",
            "Alder Bank",
            "the Ministry of Transport",
            "the University of the Coast");
    private static final List<String> SUBJECTS = List.of(
            "container traffic",
            "wind power",
            "school meals",
            "river levels",
            "night trains",
            "vaccine production",
            "wheat exports",
            "public libraries",
            "ferry traffic",
            "housing starts");

    private final long seed;

    public GeneratedArticles(long seed) {
        this.seed = seed;
    }

    /// The item's URI.
    public String uri(int number) {
        return "urn:generated:" + seed + ':' + number;
    }

    /// An article of about so many words, its title in the first line.
    public String text(int number, int words) {
        var random = new SplittableRandom(seed * 1_000_003 + number);
        String subject = pick(SUBJECTS, random);
        String person = pick(FIRST_NAMES, random) + ' ' + pick(LAST_NAMES, random);
        var text = new StringBuilder(words * 7);
        text.append("# ")
                .append(capitalized(subject))
                .append(" in ")
                .append(pick(PLACES, random))
                .append(", report ")
                .append(number)
                .append("\n\n");
        int sentences = 0;
        for (int written = 0; written < words; sentences++) {
            int before = text.length();
            text.append(sentence(random, subject, person, sentences));
            written += (text.length() - before) / 6;
            text.append(sentences % 4 == 3 ? "\n\n" : " ");
        }
        return text.toString();
    }

    private static String sentence(SplittableRandom random, String subject, String person, int number) {
        String surname = person.substring(person.indexOf(' ') + 1);
        int amount = random.nextInt(2, 990);
        return switch (random.nextInt(6)) {
            case 0 ->
                "%s rose %.1f percent to %,d million euros in %s, %s said on Tuesday."
                        .formatted(
                                capitalized(subject),
                                random.nextDouble(1, 40),
                                amount,
                                pick(PLACES, random),
                                pick(BODIES, random));
            case 1 ->
                "\"We did not expect %s to recover within %d months,\" said %s, who leads the work at %s."
                        .formatted(
                                subject, random.nextInt(2, 30), number == 0 ? person : surname, pick(BODIES, random));
            case 2 ->
                "More than %,d people in %s and %s depend on it, according to a survey of %,d households."
                        .formatted(amount * 100, pick(PLACES, random), pick(PLACES, random), amount * 3);
            case 3 ->
                "%s told reporters that %s would publish the full figures by the end of the year."
                        .formatted(person, pick(BODIES, random));
            case 4 ->
                "The plan, which %s opposed in %d, costs between %d and %d million dollars a year."
                        .formatted(pick(BODIES, random), random.nextInt(1998, 2025), amount, amount + 40);
            default ->
                "Nobody in %s had measured %s over so long a time, and the results surprised those who asked."
                        .formatted(pick(PLACES, random), subject);
        };
    }

    private static String pick(List<String> words, SplittableRandom random) {
        return words.get(random.nextInt(words.size()));
    }

    private static String capitalized(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
