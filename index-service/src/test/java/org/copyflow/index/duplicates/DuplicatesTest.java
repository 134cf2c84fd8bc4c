package org.copyflow.index.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.copyflow.events.article.Sketch;
import org.copyflow.events.story.ArticlePointer;
import org.copyflow.events.story.ArticleRelations;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// `-Dcopyflow.seed=…` repeats a failing history.
final class DuplicatesTest {

    private static final Instant NOON = Instant.parse("2026-03-06T12:00:00Z");
    private static final Duration WINDOW = Duration.ofDays(2);
    private static final int WHOLE = 126;

    private final Duplicates duplicates = new Duplicates(WINDOW, 1_000);

    @Test
    void theFirstIsTheOriginalAndTheOthersPointToIt() {
        assertThat(put("a", 0, Sketches.of(1, WHOLE, 0))).containsExactly("a");
        assertThat(put("b", 1, Sketches.of(1, 100, 1))).containsExactlyInAnyOrder("a", "b");
        put("c", 2, Sketches.of(2, WHOLE, 0));
        assertThat(original("b")).isEqualTo("a");
        assertThat(duplicates.relations("a"))
                .isEqualTo(new ArticleRelations("a", null, List.of(new ArticlePointer("b", "source-b")), 1, null));
        assertThat(duplicates.relations("c")).isNull();
    }

    @Test
    void oneThatComesLateTakesThePlaceOfThoseReceivedAfterIt() {
        put("b", 1, Sketches.of(1, WHOLE, 0));
        put("c", 2, Sketches.of(1, WHOLE, 0));
        assertThat(put("a", 0, Sketches.of(1, WHOLE, 0))).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(original("b")).isEqualTo("a");
        assertThat(original("c")).isEqualTo("a");
    }

    @Test
    void anotherIsElectedWhereTheOriginalGoes() {
        put("a", 0, Sketches.of(1, WHOLE, 0));
        put("b", 1, Sketches.of(1, WHOLE, 0));
        put("c", 2, Sketches.of(1, WHOLE, 0));
        assertThat(duplicates.remove("a")).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(original("b")).isNull();
        assertThat(original("c")).isEqualTo("b");
        assertThat(duplicates.relations("a")).isNull();
        assertThat(duplicates.remove("a")).isEmpty();
    }

    @Test
    void anOriginalThatIsRewrittenLosesItsCopies() {
        put("a", 0, Sketches.of(1, WHOLE, 0));
        put("b", 1, Sketches.of(1, WHOLE, 0));
        put("a", 5, Sketches.of(2, WHOLE, 0));
        assertThat(duplicates.relations("a")).isNull();
        assertThat(duplicates.relations("b")).isNull();
    }

    @Test
    void anOriginalThatIsCorrectedStaysTheOriginal() {
        put("a", 0, Sketches.of(1, WHOLE, 0));
        put("b", 1, Sketches.of(1, WHOLE, 0));
        put("a", 5, Sketches.of(1, 110, 7));
        assertThat(original("b")).isEqualTo("a");
    }

    @Test
    void aCopyOfACopyThatIsUnlikeTheOriginalStandsAlone() {
        put("a", 0, mixed(90, 0, 36));
        put("b", 1, mixed(60, 60, 6));
        put("c", 2, mixed(0, 100, 26));
        assertThat(original("b")).isEqualTo("a");
        assertThat(duplicates.relations("c")).isNull();
        duplicates.remove("a");
        assertThat(original("c")).isEqualTo("b");
    }

    @Test
    void copiesAreFoundWithinTheWindowOnly() {
        put("a", 0, Sketches.of(1, WHOLE, 0));
        put("b", (int) WINDOW.toSeconds() + 1, Sketches.of(1, WHOLE, 0));
        assertThat(duplicates.relations("b")).isNull();
    }

    @Test
    void anOriginalIsKeptAsLongAsItsCopies() {
        put("a", 0, Sketches.of(1, WHOLE, 0));
        put("alone", 0, Sketches.of(2, WHOLE, 0));
        put("b", 3_600, Sketches.of(1, WHOLE, 0));
        put("z", (int) WINDOW.toSeconds() + 60, Sketches.of(3, WHOLE, 0));
        assertThat(duplicates.expire()).containsExactly("alone");
        put("y", (int) WINDOW.toSeconds() + 3_660, Sketches.of(4, WHOLE, 0));
        assertThat(duplicates.expire()).containsExactly("a", "b");
        assertThat(duplicates.size()).isEqualTo(2);
    }

    @Test
    void theOldestLeaveWhereThereAreTooMany() {
        var few = new Duplicates(WINDOW, 3);
        for (int i = 0; i < 5; i++) {
            few.put(pointer("a" + i), NOON.plusSeconds(i), Sketches.of(i, WHOLE, 0));
        }
        assertThat(few.expire()).containsExactly("a0", "a1");
        assertThat(few.size()).isEqualTo(3);
    }

    @Test
    void aSketchOfAnotherSizeIsRefused() {
        assertThatThrownBy(() -> put("a", 0, new Sketch(100, "q80B"))).hasMessageContaining("article a has 3 bytes");
    }

    static Stream<Long> seeds() {
        Long given = Long.getLong("copyflow.seed");
        return given != null ? Stream.of(given) : new Random().longs(20).boxed();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @DisplayName("any history leaves the originals that the articles left would have given alone")
    void anyHistoryAddsUpToTheArticlesLeft(long seed) {
        var random = new Random(seed);
        Map<String, Sketch> left = new TreeMap<>();
        Map<String, Instant> received = new TreeMap<>();
        for (int step = 0; step < 400; step++) {
            String id = "a" + random.nextInt(60);
            if (random.nextInt(4) == 0) {
                left.remove(id);
                received.remove(id);
                duplicates.remove(id);
            } else {
                Sketch sketch = Sketches.of(random.nextInt(8), 70 + random.nextInt(50), random.nextInt(100));
                Instant at = NOON.plusSeconds(random.nextInt(1_000));
                left.put(id, sketch);
                received.merge(id, at, (one, other) -> one.isBefore(other) ? one : other);
                duplicates.put(pointer(id), at, sketch);
            }
        }
        List<String> ids = new ArrayList<>(left.keySet());
        Collections.shuffle(ids, random);
        var alone = new Duplicates(WINDOW, 1_000);
        ids.forEach(id -> alone.put(pointer(id), at(received, id), sketchOf(left, id)));
        assertThat(originals(duplicates, ids)).isEqualTo(originals(alone, ids));
        assertThat(duplicates.size()).isEqualTo(left.size());
        ids.forEach(id -> assertPointersMeet(duplicates.relations(id), id));
    }

    @Test
    void standsAsBeforeAfterARestart() {
        IntStream.range(0, 30).forEach(i -> put("a" + i, i, Sketches.of(i % 7, 110, i)));
        var restarted = new Duplicates(WINDOW, 1_000);
        for (boolean copies : new boolean[] {false, true}) {
            IntStream.range(0, 30)
                    .filter(i -> (original("a" + i) != null) == copies)
                    .forEach(i -> restarted.restore(
                            pointer("a" + i), NOON.plusSeconds(i), Sketches.of(i % 7, 110, i), original("a" + i)));
        }
        assertThat(IntStream.range(0, 30).mapToObj(i -> restarted.relations("a" + i)))
                .isEqualTo(IntStream.range(0, 30)
                        .mapToObj(i -> duplicates.relations("a" + i))
                        .toList());
        assertThat(restarted.remove("a0")).isEqualTo(duplicates.remove("a0"));
    }

    private void assertPointersMeet(@Nullable ArticleRelations relations, String id) {
        if (relations != null && relations.duplicateOf() != null) {
            ArticleRelations original = Objects.requireNonNull(
                    duplicates.relations(relations.duplicateOf().articleId()));
            assertThat(original.copies()).contains(pointer(id));
            assertThat(original.duplicateOf()).isNull();
        }
    }

    private static Set<String> originals(Duplicates duplicates, List<String> ids) {
        return ids.stream()
                .filter(id -> {
                    ArticleRelations relations = duplicates.relations(id);
                    return relations == null || relations.duplicateOf() == null;
                })
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// A sketch with so many components of one family, then so many of another, then its own.
    private static Sketch mixed(int ofOne, int ofTwo, int number) {
        byte[] one = decode(Sketches.of(1, WHOLE, 0));
        byte[] two = decode(Sketches.of(2, WHOLE, 0));
        byte[] own = decode(Sketches.of(3, 0, number));
        byte[] all = own.clone();
        System.arraycopy(one, 0, all, 0, 2 * ofOne);
        System.arraycopy(two, 2 * (WHOLE - ofTwo), all, 2 * (WHOLE - ofTwo), 2 * ofTwo);
        return new Sketch(400, Base64.getEncoder().withoutPadding().encodeToString(all));
    }

    private static byte[] decode(Sketch sketch) {
        return Base64.getDecoder().decode(sketch.components());
    }

    private static Instant at(Map<String, Instant> received, String id) {
        return Objects.requireNonNull(received.get(id));
    }

    private static Sketch sketchOf(Map<String, Sketch> left, String id) {
        return Objects.requireNonNull(left.get(id));
    }

    private Collection<String> put(String id, int second, Sketch sketch) {
        return duplicates.put(pointer(id), NOON.plusSeconds(second), sketch);
    }

    private @Nullable String original(String id) {
        ArticleRelations relations = duplicates.relations(id);
        return relations == null || relations.duplicateOf() == null
                ? null
                : relations.duplicateOf().articleId();
    }

    private static ArticlePointer pointer(String id) {
        return new ArticlePointer(id, "source-" + id);
    }
}
