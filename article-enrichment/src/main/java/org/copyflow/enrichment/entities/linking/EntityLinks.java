package org.copyflow.enrichment.entities.linking;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.copyflow.enrichment.lexicon.WordLists;
import org.copyflow.events.article.Entity;
import org.copyflow.events.article.Span;
import org.jspecify.annotations.Nullable;

/// Links the entities of an article where it is sure which they are: cities to GeoNames, well-known organisations to
/// Wikidata. Immutable, thread-safe.
public final class EntityLinks {

    private static final String COUNTRY = "iso:";
    private static final int COMMA_AND_SPACE = 2;

    private final CityIds cities = new CityIds();
    private final Map<String, String> organisations = new HashMap<>();

    public EntityLinks() {
        for (String line : WordLists.lines(EntityLinks.class, "organisation-ids.txt")) {
            int tab = line.indexOf('\t');
            for (String name : line.substring(tab + 1).split("\\|", -1)) {
                organisations.put(name, "wikidata:" + line.substring(0, tab));
            }
        }
    }

    /// The same entities, with ids where they are surely known.
    public List<Entity> link(List<Entity> entities) {
        Set<String> countries = entities.stream()
                .map(Entity::id)
                .filter(Objects::nonNull)
                .filter(id -> id.startsWith(COUNTRY))
                .map(id -> id.substring(COUNTRY.length()))
                .collect(Collectors.toSet());
        Map<Integer, Entity> placeAt = new HashMap<>();
        for (Entity entity : entities) {
            if (entity.type() == Entity.Type.PLACE) {
                entity.mentions().forEach(mention -> placeAt.put(mention.start(), entity));
            }
        }
        return entities.stream()
                .map(entity -> linked(entity, countries, placeAt))
                .toList();
    }

    private Entity linked(Entity entity, Set<String> countries, Map<Integer, Entity> placeAt) {
        if (entity.id() != null) {
            return entity;
        }
        String id = switch (entity.type()) {
            case PLACE -> city(entity, countries, placeAt);
            case ORGANISATION -> organisation(entity);
            case PERSON, EVENT, PRODUCT, WORK -> null;
        };
        return id == null
                ? entity
                : new Entity(entity.name(), entity.type(), entity.aliases(), id, entity.salience(), entity.mentions());
    }

    private @Nullable String city(Entity entity, Set<String> countries, Map<Integer, Entity> placeAt) {
        for (Span mention : entity.mentions()) {
            Entity next = placeAt.get(mention.end() + COMMA_AND_SPACE);
            String country = next == null ? null : country(next);
            if (country != null) {
                return cities.in(entity.name(), country);
            }
        }
        return cities.of(entity.name(), countries);
    }

    private @Nullable String country(Entity place) {
        String id = place.id();
        return id != null && id.startsWith(COUNTRY) ? id.substring(COUNTRY.length()) : cities.countryOf(place.name());
    }

    /// By its name, or by an acronym of it.
    private @Nullable String organisation(Entity entity) {
        return Stream.concat(Stream.of(entity.name()), entity.aliases().stream().filter(EntityLinks::isAcronym))
                .map(organisations::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static boolean isAcronym(String alias) {
        return alias.length() > 1 && alias.chars().allMatch(Character::isUpperCase);
    }
}
