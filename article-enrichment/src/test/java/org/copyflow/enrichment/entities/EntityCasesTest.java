package org.copyflow.enrichment.entities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.copyflow.enrichment.annotation.Annotations;
import org.copyflow.enrichment.annotation.TextArticles;
import org.copyflow.enrichment.lexicon.WordLists;
import org.copyflow.events.article.Entity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every case of the case files: a text, all entities in it, and why the case is there.
class EntityCasesTest {

    private static final EntityAnnotator ENTITIES = new EntityAnnotator();

    record Case(String text, String entities, String reason) {
        @Override
        public String toString() {
            return text + " (" + reason + ")";
        }
    }

    static Stream<Case> cases() {
        return Stream.of("cases-en.txt", "cases-zh.txt")
                .flatMap(file -> WordLists.lines(EntityCasesTest.class, file).stream())
                .map(EntityCasesTest::parse);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsTheEntitiesOfTheCase(Case one) {
        List<Entity> found =
                ENTITIES.annotate(TextArticles.of(one.text()), Annotations.NONE).entities();

        assertThat(found.isEmpty() ? "none" : shown(found)).as(one.toString()).isEqualTo(one.entities());
    }

    private static String shown(List<Entity> entities) {
        return entities.stream()
                .sorted(Comparator.comparingInt(
                        entity -> entity.mentions().getFirst().start()))
                .map(entity -> entity.type().word() + " " + entity.name())
                .collect(Collectors.joining("; "));
    }

    private static Case parse(String line) {
        String[] fields = line.split("\t", -1);
        if (fields.length != 3) {
            throw new IllegalArgumentException("a case has text, entities and reason, with tabs between: " + line);
        }
        return new Case(fields[0], fields[1], fields[2]);
    }
}
