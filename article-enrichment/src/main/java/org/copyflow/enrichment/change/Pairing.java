package org.copyflow.enrichment.change;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import org.jspecify.annotations.Nullable;

/// What is in one of two lists only, wherever it stands, with those that belong together as pairs.
final class Pairing<T> {

    /// Beyond this many, what went and what came is not paired.
    private static final int MAX_PAIRED = 100;

    private final List<T> gone;
    private final List<@Nullable T> come;
    private final ToDoubleBiFunction<T, T> likeness;
    private final double alike;

    private Pairing(List<T> gone, List<T> come, ToDoubleBiFunction<T, T> likeness, double alike) {
        this.gone = gone;
        this.come = new ArrayList<>(come);
        this.likeness = likeness;
        this.alike = alike;
    }

    /// @param says the same for two entries that are the same
    /// @param likeness how alike two are, 0 to 1
    /// @param alike from which likeness on one became the other
    static <T> Pairing<T> of(
            List<T> before, List<T> after, Function<T, String> says, ToDoubleBiFunction<T, T> likeness, double alike) {
        return new Pairing<>(without(before, after, says), without(after, before, says), likeness, alike);
    }

    /// Hands over each that went, with what it became where that is known; then each that came, without the first.
    void forEach(BiConsumer<@Nullable T, @Nullable T> pairs) {
        for (int i = 0; i < gone.size(); i++) {
            int best = i < MAX_PAIRED ? best(gone.get(i)) : -1;
            pairs.accept(gone.get(i), best < 0 ? null : come.set(best, null));
        }
        come.stream().filter(entry -> entry != null).forEach(entry -> pairs.accept(null, entry));
    }

    private int best(T entry) {
        int best = -1;
        double most = alike;
        for (int j = 0; j < Math.min(come.size(), MAX_PAIRED); j++) {
            T candidate = come.get(j);
            double found = candidate == null ? 0 : likeness.applyAsDouble(entry, candidate);
            if (found > most || (found == most && best < 0 && candidate != null)) {
                best = j;
                most = found;
            }
        }
        return best;
    }

    /// The entries that the other list has not as often, in order.
    private static <T> List<T> without(List<T> list, List<T> other, Function<T, String> says) {
        Map<String, Integer> there = new HashMap<>();
        other.forEach(entry -> there.merge(says.apply(entry), 1, Integer::sum));
        return list.stream()
                .filter(entry -> there.merge(says.apply(entry), -1, Integer::sum) < 0)
                .toList();
    }
}
