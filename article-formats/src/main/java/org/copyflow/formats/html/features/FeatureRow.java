package org.copyflow.formats.html.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The features of one block, put in a fixed order. Used again for each block; not thread-safe.
final class FeatureRow {

    private static final float[] LOGS = logs();

    private final float[] values = new float[256];
    private final List<String> names = new ArrayList<>();
    private boolean naming = true;
    private String prefix = "";
    private int size;

    /// The names that follow are of this one's.
    void of(String whose) {
        prefix = whose;
    }

    void put(String name, float value) {
        if (naming) {
            names.add(prefix.concat(name));
        }
        values[size++] = value;
    }

    void put(String name, boolean value) {
        put(name, value ? 1 : 0);
    }

    /// A count on a scale on which 100 and 120 are near: `log(1 + value)`, from a table.
    void putLog(String name, float value) {
        int whole = (int) value;
        if (value <= 0) {
            put(name, 0);
        } else if (whole + 1 < LOGS.length) {
            put(name, LOGS[whole] + (value - whole) * (LOGS[whole + 1] - LOGS[whole]));
        } else {
            put(name, (float) Math.log1p(value));
        }
    }

    private static float[] logs() {
        var logs = new float[4096];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = (float) Math.log1p(i);
        }
        return logs;
    }

    /// The next row begins.
    void start() {
        naming = names.isEmpty();
        size = 0;
    }

    /// The row so far and more; holds until the next begins.
    float[] shown() {
        return values;
    }

    /// The row so far.
    float[] copy() {
        return Arrays.copyOf(values, size);
    }

    List<String> names() {
        return names;
    }
}
