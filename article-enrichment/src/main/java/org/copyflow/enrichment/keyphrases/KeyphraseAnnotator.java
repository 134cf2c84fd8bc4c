package org.copyflow.enrichment.keyphrases;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.copyflow.enrichment.annotation.AnalyzedArticle;
import org.copyflow.enrichment.annotation.Annotations;
import org.copyflow.enrichment.annotation.Annotator;
import org.copyflow.events.article.Entity;

/// Finds at most ten key phrases, strongest first. Persons and places are left to the entities, which name them better:
/// a phrase that is a place or holds a person is none of these. Looks at the first few hundred words only.
public final class KeyphraseAnnotator implements Annotator {

    private static final int MAX_PHRASES = 10;

    @Override
    public String name() {
        return "keyphrases";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Annotations annotate(AnalyzedArticle article, Annotations found) {
        String language = article.body().language();
        boolean spaceless = language.equals("zh") || language.equals("ja");
        List<Phrase> phrases = spaceless ? CharacterPhrases.of(article) : WordPhrases.of(article);
        var named = new Named(found.entities());
        return found.withKeyphrases(PhraseChoice.best(
                phrases.stream().filter(phrase -> !named.covers(phrase.text())).toList(), MAX_PHRASES));
    }

    /// Who and where the article names, in lower case.
    private record Named(Set<String> persons, Set<String> places) {

        private Named(List<Entity> entities) {
            this(new HashSet<>(), new HashSet<>());
            for (Entity entity : entities) {
                switch (entity.type()) {
                    case PERSON -> addTo(persons, entity);
                    case PLACE -> addTo(places, entity);
                    case ORGANISATION, EVENT, PRODUCT, WORK -> {}
                }
            }
        }

        private static void addTo(Set<String> names, Entity entity) {
            names.add(entity.name().toLowerCase(Locale.ROOT));
            entity.aliases().forEach(alias -> names.add(alias.toLowerCase(Locale.ROOT)));
        }

        /// Is it a place, or does it hold a person?
        private boolean covers(String phrase) {
            String lower = phrase.toLowerCase(Locale.ROOT);
            return places.contains(lower) || persons.stream().anyMatch(person -> holds(lower, person));
        }

        private static boolean holds(String phrase, String name) {
            int at = phrase.indexOf(name);
            int end = at + name.length();
            return at >= 0
                    && (at == 0 || !Character.isLetter(phrase.charAt(at - 1)))
                    && (end == phrase.length() || !Character.isLetter(phrase.charAt(end)));
        }
    }
}
