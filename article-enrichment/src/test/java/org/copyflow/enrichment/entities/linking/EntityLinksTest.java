package org.copyflow.enrichment.entities.linking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.copyflow.events.article.Entity;
import org.copyflow.events.article.Span;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EntityLinksTest {

    private final EntityLinks links = new EntityLinks();

    @Test
    void linksACityWithoutLargeNamesakes() {
        assertThat(ids(place("Beijing", 0), place("北京", 20), place("Geneva", 40)))
                .containsExactly("geonames:1816670", "geonames:1816670", "geonames:2660646");
    }

    @Test
    void leavesACityWithLargeNamesakesAlone() {
        assertThat(ids(place("Birmingham", 0))).containsOnlyNulls();
    }

    @Test
    void takesTheCityOfTheCountryThatTheArticleNames() {
        assertThat(ids(place("Birmingham", 0), country("GB", "United Kingdom", 100)))
                .containsExactly("geonames:2655603", "iso:GB");
    }

    @Test
    void doubtsAFamousCityWhereTheArticleNamesTheCountryOfALargeNamesakeOnly() {
        assertThat(ids(place("London", 0), country("CA", "Canada", 100))).containsExactly(null, "iso:CA");
        assertThat(ids(place("London", 0), country("CA", "Canada", 100), country("GB", "Britain", 200)))
                .containsExactly("geonames:2643743", "iso:CA", "iso:GB");
    }

    @Test
    void believesTheStateAfterACity() {
        assertThat(ids(place("Birmingham", 0), place("Alabama", 12))).containsExactly("geonames:4049979", null);
        assertThat(ids(place("Paris", 0), place("Texas", 7))).containsOnlyNulls();
    }

    @Test
    void linksWellKnownOrganisationsByNameOrAcronym() {
        assertThat(ids(organisation("United Nations"), organisation("Agency for Atoms", "IAEA")))
                .containsExactly("wikidata:Q1065", "wikidata:Q41984");
        assertThat(ids(organisation("Odalys Ford", "Ford"))).containsOnlyNulls();
    }

    private List<@Nullable String> ids(Entity... entities) {
        return links.link(Arrays.asList(entities)).stream()
                .<@Nullable String>map(Entity::id)
                .toList();
    }

    private static Entity place(String name, int start) {
        return new Entity(name, Entity.Type.PLACE, List.of(), null, 0, List.of(new Span(start, start + name.length())));
    }

    private static Entity country(String code, String name, int start) {
        return new Entity(
                name, Entity.Type.PLACE, List.of(), "iso:" + code, 0, List.of(new Span(start, start + name.length())));
    }

    private static Entity organisation(String name, String... aliases) {
        return new Entity(name, Entity.Type.ORGANISATION, List.of(aliases), null, 0, List.of());
    }
}
