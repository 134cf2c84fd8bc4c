package org.copyflow.benchmarks.names;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.copyflow.benchmarks.names.LabelledStretches.Stretch;
import org.copyflow.enrichment.entities.tagging.NameKind;
import org.copyflow.enrichment.entities.tagging.NameModel;

/// Trains the tagger of names: `java … NameTraining en OUT.model LABELS.ndjson …`, labels as [LabelledText] has
/// them. The same labels give the same file.
///
/// What a teacher labelled is learnt first. What people labelled corrects it then, in smaller steps from where the
/// teacher led, beside some of the teacher's so that it is not forgotten. Where there is no teacher, people's labels
/// are
/// learnt at once.
public final class NameTraining {

    private static final int L = NameKind.LABELS;
    private static final long SEED = 20261121;
    private static final int ROUNDS = 10;
    private static final int ROUNDS_BEFORE_MEAN = 3;
    private static final int TAUGHT_ROUNDS = 6;
    private static final int TAUGHT_ROUNDS_BEFORE_MEAN = 2;
    private static final int LATER_ROUNDS = 5;
    private static final int LATER_ROUNDS_BEFORE_MEAN = 1;
    private static final int REPEATED_OF_TEACHER = 10;
    private static final int SEEN_AT_LEAST = 2;
    private static final float RATE = 0.03f;
    private static final float LATER_RATE = 0.01f;
    private static final float DECAY = 0.01f;
    private static final float LARGEST_WEIGHT = 5;
    private static final int SMALLEST_STEP = 2;

    private final List<Stretch> stretches;
    private final int[] hashes;

    private NameTraining(List<Stretch> stretches) {
        this.stretches = stretches;
        hashes = common(stretches);
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 3) {
            System.err.println("usage: NameTraining en|zh OUT.model LABELS.ndjson ...");
            System.exit(2);
        }
        LabelledStretches labelled = LabelledStretches.of(arguments[0]);
        for (String file : List.of(arguments).subList(2, arguments.length)) {
            labelled.read(Path.of(file));
        }
        NameModel model = new NameTraining(labelled.stretches()).train();
        try (OutputStream out = Files.newOutputStream(Path.of(arguments[1]))) {
            model.write(out);
        }
    }

    /// The features that are seen often enough, ascending.
    private static int[] common(List<Stretch> stretches) {
        int[] all = stretches.stream()
                .flatMap(s -> Arrays.stream(s.features()))
                .flatMapToInt(Arrays::stream)
                .toArray();
        Arrays.parallelSort(all);
        return IntStream.range(0, all.length)
                .filter(i -> i == 0 || all[i - 1] != all[i])
                .filter(i -> i + SEEN_AT_LEAST <= all.length && all[i + SEEN_AT_LEAST - 1] == all[i])
                .map(i -> all[i])
                .toArray();
    }

    private NameModel train() {
        System.err.println(stretches.size() + " stretches, " + hashes.length + " features");
        List<int[][]> known = stretches.stream()
                .map(s -> Arrays.stream(s.features()).map(this::numbers).toArray(int[][]::new))
                .toList();
        List<Integer> taught = numbers(stretch -> !stretch.byHand());
        List<Integer> byHand = numbers(Stretch::byHand);
        var field = new RandomField(hashes.length, RATE, DECAY);
        if (taught.isEmpty()) {
            learn(field, known, byHand, ROUNDS, ROUNDS_BEFORE_MEAN);
            return packed(field);
        }
        learn(field, known, taught, TAUGHT_ROUNDS, TAUGHT_ROUNDS_BEFORE_MEAN);
        RandomField corrected = field.next(LATER_RATE, DECAY);
        for (int i = 0; i < taught.size(); i += REPEATED_OF_TEACHER) {
            byHand.add(taught.get(i));
        }
        learn(corrected, known, byHand, LATER_ROUNDS, LATER_ROUNDS_BEFORE_MEAN);
        return packed(corrected);
    }

    private List<Integer> numbers(Predicate<Stretch> which) {
        return IntStream.range(0, stretches.size())
                .filter(i -> which.test(stretches.get(i)))
                .boxed()
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private void learn(RandomField field, List<int[][]> known, List<Integer> order, int rounds, int beforeMean) {
        for (int round = 0; round < rounds; round++) {
            var shuffled = new ArrayList<>(order);
            Collections.shuffle(shuffled, new Random(SEED + round));
            double loss = 0;
            for (int i : shuffled) {
                loss += field.learn(known.get(i), stretches.get(i).truth());
            }
            if (round >= beforeMean) {
                field.endRound();
            }
            System.err.printf("round %d: loss %.4f a stretch%n", round + 1, loss / order.size());
        }
    }

    private int[] numbers(int[] features) {
        return Arrays.stream(features)
                .map(hash -> Arrays.binarySearch(hashes, hash))
                .filter(number -> number >= 0)
                .toArray();
    }

    /// Weights in bytes; features whose weights are all close to nothing are left out.
    private NameModel packed(RandomField field) {
        float scale = LARGEST_WEIGHT / 127;
        float[] weights = field.meanWeights();
        var kept = new int[hashes.length];
        var bytes = new byte[hashes.length * L];
        int count = 0;
        for (int f = 0; f < hashes.length; f++) {
            boolean weighs = false;
            for (int label = 0; label < L; label++) {
                int step = Math.round(weights[f * L + label] / scale);
                weighs |= Math.abs(step) >= SMALLEST_STEP;
                bytes[count * L + label] = (byte) Math.clamp(step, -127, 127);
            }
            if (weighs) {
                kept[count++] = hashes[f];
            }
        }
        System.err.println(count + " features kept");
        return new NameModel(
                scale, field.meanTransitions(), Arrays.copyOf(kept, count), Arrays.copyOf(bytes, count * L));
    }
}
