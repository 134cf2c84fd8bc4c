package org.copyflow.embeddings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

final class OnnxEmbeddingsTest {

    private static final Embeddings ENGLISH = new OnnxEmbeddings(SentenceModel.ENGLISH, 64);
    private static final Embeddings CHINESE = new OnnxEmbeddings(SentenceModel.CHINESE, 64);

    @AfterAll
    static void close() {
        ENGLISH.close();
        CHINESE.close();
    }

    @Test
    void givesWhatTheReferenceGives() {
        // by Python's onnxruntime and tokenizers on the same files
        assertThat(ENGLISH.of("A café’s “unbelievable” $3.2bn takeover — Müller says so"))
                .startsWith(new float[] {0.02158131f, -0.04045364f, 0.03163171f, 0.00530402f}, within(0.01f))
                .hasSize(ENGLISH.dimensions());
        assertThat(CHINESE.of("国际足联FIFA公布2026年世界杯赛程，布拉特：放球员一条生路吧"))
                .startsWith(new float[] {0.05673171f, 0.10870033f, 0.02395823f, 0.01339603f}, within(0.01f))
                .hasSize(CHINESE.dimensions());
    }

    @Test
    void putsTextsThatMeanTheSameNearEachOther() {
        float[] goal = ENGLISH.of("The striker scored twice in the final");
        assertThat(cosine(goal, ENGLISH.of("Two goals by the forward won the cup")))
                .isGreaterThan(0.2 + cosine(goal, ENGLISH.of("The central bank raised interest rates")));
        float[] rates = CHINESE.of("央行宣布下调基准利率");
        assertThat(cosine(rates, CHINESE.of("人民银行降息"))).isGreaterThan(0.2 + cosine(rates, CHINESE.of("中国女排夺得世界杯冠军")));
    }

    @Test
    void takesAnyText() {
        for (String text :
                new String[] {"", " ", "😀😀", "\uD800", "a".repeat(5_000_000), " \u0000\n".repeat(1_000_000)}) {
            assertThat(cosine(ENGLISH.of(text), ENGLISH.of(text))).isCloseTo(1, within(1e-5));
        }
    }

    @Test
    void givesManyThreadsTheSameAnswer() throws Exception {
        float[] alone = ENGLISH.of("A storm closed the harbour");
        try (var threads = Executors.newFixedThreadPool(4)) {
            Callable<float[]> task = () -> ENGLISH.of("A storm closed the harbour");
            for (var answer :
                    threads.invokeAll(IntStream.range(0, 16).mapToObj(_ -> task).toList())) {
                assertThat(answer.get()).isEqualTo(alone);
            }
        }
    }

    @Test
    void refusesToAnswerOnceItIsClosed() {
        var embeddings = new OnnxEmbeddings(SentenceModel.ENGLISH, 16);
        embeddings.of("loaded");
        embeddings.close();
        embeddings.close();
        assertThatThrownBy(() -> embeddings.of("late"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("was closed");
    }

    @Test
    void refusesALimitThatTheModelsDoNotKnow() {
        assertThatThrownBy(() -> new OnnxEmbeddings(SentenceModel.ENGLISH, 1)).hasMessageContaining("1 tokens");
        assertThatThrownBy(() -> new OnnxEmbeddings(SentenceModel.ENGLISH, 513)).hasMessageContaining("513 tokens");
    }

    private static double cosine(float[] a, float[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
    }
}
