package org.copyflow.enrichment.topics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.copyflow.enrichment.lexicon.PhraseTable;
import org.copyflow.enrichment.text.AnalyzedText;
import org.copyflow.enrichment.text.Tokens;
import org.copyflow.enrichment.topics.model.TopicFeatures;
import org.copyflow.enrichment.topics.taxonomy.MediaTopic;
import org.jspecify.annotations.Nullable;

/// Finds concepts by their names in an article. A name in the title counts three times, near the beginning twice.
/// Immutable, thread-safe.
final class NamedConcepts {

    private static final int TITLE = 3;
    private static final int BEGINNING = 2;
    private static final int BEGINNING_TOKENS = 80;
    private static final int MAX_TOKENS = 600;
    private static final int SHORTEST_CHINESE_NAME = 2;

    private final boolean none;
    private final PhraseTable<List<MediaTopic>> names;

    /// A concept that was named.
    ///
    /// @param score how often, the title and the beginning counting more
    /// @param name as it stands in the article, where it stood first
    record Named(MediaTopic concept, int score, String name) {}

    /// @param concepts the ones to find
    /// @param language of the articles
    NamedConcepts(Collection<MediaTopic> concepts, String language) {
        none = concepts.isEmpty();
        names = table(concepts, language.equals("zh"));
    }

    /// The most often named first.
    List<Named> in(@Nullable String title, AnalyzedText body) {
        if (none) {
            return List.of();
        }
        Map<MediaTopic, Named> found = new HashMap<>();
        TopicFeatures.titleOf(title, body).ifPresent(analyzed -> collect(analyzed, TITLE, found));
        collect(body, 1, found);
        return found.values().stream()
                .sorted(Comparator.comparingInt((Named named) -> -named.score)
                        .thenComparing(named -> -named.concept.path().size())
                        .thenComparing(named -> named.concept.id()))
                .toList();
    }

    private void collect(AnalyzedText text, int worth, Map<MediaTopic, Named> found) {
        Tokens tokens = text.tokens();
        int end = Math.min(tokens.count(), MAX_TOKENS);
        for (int token = 0; token < end; ) {
            PhraseTable.Hit<List<MediaTopic>> hit = names.longest(text, token, end);
            if (hit == null) {
                token++;
                continue;
            }
            int score = worth > 1 ? worth : token < BEGINNING_TOKENS ? BEGINNING : 1;
            String name = text.text().substring(tokens.start(token), tokens.end(hit.endToken() - 1));
            for (MediaTopic concept : hit.value()) {
                found.merge(
                        concept,
                        new Named(concept, score, name),
                        (a, b) -> new Named(concept, a.score + b.score, a.name));
            }
            token = hit.endToken();
        }
    }

    private static PhraseTable<List<MediaTopic>> table(Collection<MediaTopic> concepts, boolean inChinese) {
        Map<String, List<MediaTopic>> names = new HashMap<>();
        for (MediaTopic concept : concepts) {
            String name = inChinese ? concept.chinese() : concept.english();
            if (name != null && isPhrase(name, inChinese)) {
                names.computeIfAbsent(name, _ -> new ArrayList<>()).add(concept);
            }
        }
        var table = new PhraseTable.Builder<List<MediaTopic>>();
        names.forEach((name, topics) -> table.add(name, List.copyOf(topics)));
        return table.build();
    }

    /// Is it a name that an article may use, not a description?
    private static boolean isPhrase(String name, boolean inChinese) {
        if (inChinese) {
            return name.length() >= SHORTEST_CHINESE_NAME && name.chars().allMatch(Character::isIdeographic);
        }
        return !name.isBlank()
                && name.chars().allMatch(c -> Character.isLetter(c) || c == ' ' || c == '-')
                && !name.contains(" and ")
                && !name.contains(" or ");
    }
}
