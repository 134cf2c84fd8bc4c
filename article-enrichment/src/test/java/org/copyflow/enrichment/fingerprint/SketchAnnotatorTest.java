package org.copyflow.enrichment.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import com.dynatrace.hash4j.similarity.SimilarityHashing;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.copyflow.enrichment.annotation.Annotations;
import org.copyflow.enrichment.annotation.TextArticles;
import org.copyflow.events.article.Sketch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SketchAnnotatorTest {

    private static final String TEXT = words(0, 120);

    @Test
    void isTheSameWhateverTheLayout() {
        assertThat(sketch(TEXT.toUpperCase(Locale.ROOT).replace(" ", ", \n\n"))).isEqualTo(sketch(TEXT));
    }

    @Test
    void countsDifferentShinglesOfThreeWords() {
        assertThat(Objects.requireNonNull(sketch(TEXT)).shingles()).isEqualTo(118);
        assertThat(Objects.requireNonNull(sketch(TEXT + " " + TEXT)).shingles()).isEqualTo(120);
    }

    @Test
    void sharesComponentsAsTextsShareShingles() {
        assertThat(similarity(TEXT, words(0, 60))).isBetween(0.35, 0.65);
        assertThat(similarity(TEXT, words(200, 120))).isLessThan(0.03);
    }

    @Test
    void comparesChineseByCharacters() {
        String text = IntStream.range(0, 80)
                .mapToObj(i -> Character.toString(0x4e00 + 7 * i))
                .collect(Collectors.joining());
        Sketch sketch = Objects.requireNonNull(sketch(text));
        assertThat(sketch.shingles()).isEqualTo(76);
        assertThat(similarity(text, text.substring(0, 40))).isBetween(0.3, 0.6);
    }

    @Test
    void isAbsentForAFewWords() {
        assertThat(sketch(words(0, 25))).isNull();
        assertThat(sketch(words(0, 26))).isNotNull();
        assertThat(sketch("… – !")).isNull();
    }

    /// Stored sketches are compared with new ones: this value must not change without a new version.
    @Test
    void staysWhatItWas() {
        byte[] components = components(TEXT);
        assertThat(components).hasSize(252);
        assertThat(Arrays.hashCode(components)).isEqualTo(816_987_694);
    }

    private static double similarity(String one, String other) {
        return SimilarityHashing.superMinHash(SketchAnnotator.COMPONENTS, SketchAnnotator.BITS)
                .getFractionOfEqualComponents(components(one), components(other));
    }

    private static byte[] components(String text) {
        return Base64.getDecoder().decode(Objects.requireNonNull(sketch(text)).components());
    }

    private static String words(int from, int count) {
        return IntStream.range(from, from + count).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));
    }

    private static @Nullable Sketch sketch(String text) {
        return new SketchAnnotator()
                .annotate(TextArticles.of(text), Annotations.NONE)
                .sketch();
    }
}
