package org.copyflow.enrichment.entities;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.copyflow.events.article.Entity;
import org.copyflow.events.article.Span;
import org.jspecify.annotations.Nullable;

/// Joins the mentions of an article into entities: acronyms with what they stand for, surnames with full names, one
/// type a name by vote. Not thread-safe; one an article.
final class EntityResolver {

    private static final double EARLY_BONUS = 1.0;
    private static final double TITLE_BONUS = 2.0;
    private static final double WEIGHT_BESIDE_TEXT = 0.5;
    private static final int VOTES_OF_THE_SURE = 4;

    private final NamesFound found;
    private final String title;
    private final int textLength;
    private final Map<String, List<Mention>> groups = new LinkedHashMap<>();

    /// @param title the article's title, or an empty text
    EntityResolver(NamesFound found, String title, int textLength) {
        this.found = found;
        this.title = title.toLowerCase(Locale.ROOT);
        this.textLength = textLength;
    }

    List<Entity> resolve() {
        Map<String, String> persons = personsBySurname();
        for (Mention mention : found.mentions()) {
            String key = key(mention.name());
            String full = found.fullNames().get(mention.name());
            if (found.isNobody(mention.name())) {
                continue;
            }
            String person = mention.type() == Entity.Type.PLACE ? null : persons.get(key);
            String group = full != null ? key(full) : person != null ? person : key;
            groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(mention);
        }
        List<Entity> entities = new ArrayList<>();
        double total = 0;
        for (List<Mention> group : groups.values()) {
            Entity entity = entity(group);
            if (entity != null) {
                entities.add(entity);
                total += entity.salience();
            }
        }
        double all = total;
        return entities.stream()
                .map(entity -> withSalience(entity, entity.salience() / all))
                .sorted(Comparator.comparingDouble(Entity::salience).reversed())
                .toList();
    }

    /// The full name that a surname stands for in this article; none where two persons share it.
    private Map<String, String> personsBySurname() {
        var bySurname = new HashMap<String, String>();
        for (Mention mention : found.mentions()) {
            if (mention.type() != Entity.Type.PERSON || mention.name().indexOf(' ') < 0) {
                continue;
            }
            String key = key(mention.name());
            String last = key.substring(key.lastIndexOf(' ') + 1);
            bySurname.putIfAbsent(last, key);
            String first = key.substring(0, key.indexOf(' '));
            bySurname.putIfAbsent(first, key);
        }
        return bySurname;
    }

    private @Nullable Entity entity(List<Mention> group) {
        Entity.Type type = vote(group);
        if (type == null) {
            return null;
        }
        Mention longest = group.get(0);
        Set<String> names = new LinkedHashSet<>();
        double weight = 0;
        String id = null;
        List<Span> spans = new ArrayList<>();
        for (Mention mention : group) {
            names.add(mention.name());
            names.addAll(found.withTitles(mention.name()));
            longest = mention.name().length() > longest.name().length() ? mention : longest;
            id = id == null ? mention.id() : id;
            if (mention.isInText()) {
                weight += 1 + EARLY_BONUS * (1 - (double) mention.start() / Math.max(1, textLength));
                spans.add(new Span(mention.start(), mention.end()));
            } else {
                weight += WEIGHT_BESIDE_TEXT;
            }
        }
        if (title.contains(longest.name().toLowerCase(Locale.ROOT))) {
            weight += TITLE_BONUS;
        }
        names.remove(longest.name());
        return new Entity(longest.name(), type, List.copyOf(names), id, weight, spans);
    }

    private static Entity.@Nullable Type vote(List<Mention> group) {
        var votes = new EnumMap<Entity.Type, Integer>(Entity.Type.class);
        for (Mention mention : group) {
            if (mention.type() != null) {
                votes.merge(mention.type(), mention.sure() ? VOTES_OF_THE_SURE : 1, Integer::sum);
            }
        }
        return votes.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private static Entity withSalience(Entity entity, double salience) {
        double rounded = Math.round(salience * 1000) / 1000.0;
        return new Entity(entity.name(), entity.type(), entity.aliases(), entity.id(), rounded, entity.mentions());
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replace(".", "").replaceAll("\\s+", " ");
    }
}
