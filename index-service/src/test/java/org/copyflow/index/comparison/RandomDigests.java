package org.copyflow.index.comparison;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.copyflow.events.article.Sketch;
import org.copyflow.events.story.ArticleDigest;
import org.copyflow.index.duplicates.Sketches;

/// Articles of a few events in two languages that come, change, move to the other language and go, as time passes.
final class RandomDigests {

    private static final int ARTICLES = 150;
    private static final int EVENTS = 12;
    private static final List<String> LANGUAGES = List.of("en", "no");

    private final Random random;
    private final Map<String, String> languages = new TreeMap<>();
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");

    RandomDigests(Random random) {
        this.random = random;
    }

    Instant now() {
        return now;
    }

    /// What happens next: for the articles of which language.
    Map<String, ArticleDigest> next() {
        now = now.plus(Duration.ofSeconds(random.nextInt(random.nextInt(20) == 0 ? 40_000 : 3_000)));
        var changes = new LinkedHashMap<String, ArticleDigest>();
        String id = "a" + random.nextInt(ARTICLES);
        String before = languages.remove(id);
        boolean goes = before != null && random.nextInt(4) == 0;
        String after = before != null && random.nextInt(6) != 0 ? before : LANGUAGES.get(random.nextInt(2));
        if (before != null && (goes || !after.equals(before))) {
            changes.put(before, digest(id, false));
        }
        if (!goes) {
            languages.put(id, after);
            changes.put(after, digest(id, true));
        }
        return changes;
    }

    private ArticleDigest digest(String id, boolean shown) {
        int event = random.nextInt(EVENTS);
        List<String> words = words(event);
        Sketch sketch = random.nextInt(3) == 0 ? Sketches.of(event, 70 + random.nextInt(50), random.nextInt(9)) : null;
        return new ArticleDigest(
                id,
                shown,
                "Event" + event + (random.nextInt(8) == 0 ? "" : " " + words.getFirst()),
                "source-" + random.nextInt(3),
                null,
                now.minusSeconds(random.nextInt(4) == 0 ? random.nextInt(100_000) : 0),
                now,
                sketch,
                words,
                List.of(),
                List.of());
    }

    private List<String> words(int event) {
        var words = new ArrayList<String>();
        for (int i = 0; i < 6; i++) {
            words.add(
                    random.nextInt(4) == 0 ? "any" + random.nextInt(60) : "event" + event + "word" + random.nextInt(6));
        }
        return Stream.concat(words.stream(), Stream.of("event" + event))
                .distinct()
                .toList();
    }
}
