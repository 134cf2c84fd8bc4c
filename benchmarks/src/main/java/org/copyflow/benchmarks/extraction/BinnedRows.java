package org.copyflow.benchmarks.extraction;

import java.util.Arrays;

/// Rows of features as small numbers: each feature's values in up to 64 bins of about equal size, a column each.
final class BinnedRows {

    private static final int MAX_BINS = 64;
    private static final int MAX_SAMPLE = 20_000;

    final byte[][] columns;
    /// For each feature, the value from which each bin but the first begins.
    final float[][] starts;
    final int rows;

    BinnedRows(float[][] values) {
        rows = values.length;
        int features = values[0].length;
        columns = new byte[features][];
        starts = new float[features][];
        for (int f = 0; f < features; f++) {
            starts[f] = starts(values, f);
            columns[f] = new byte[rows];
            for (int i = 0; i < rows; i++) {
                columns[f][i] = (byte) bin(starts[f], values[i][f]);
            }
        }
    }

    private static int bin(float[] starts, float value) {
        int at = Arrays.binarySearch(starts, value);
        return at >= 0 ? at + 1 : -at - 1;
    }

    private static float[] starts(float[][] values, int feature) {
        int step = Math.max(1, values.length / MAX_SAMPLE);
        var sample = new float[(values.length + step - 1) / step];
        for (int i = 0; i < sample.length; i++) {
            sample[i] = values[i * step][feature];
        }
        Arrays.sort(sample);
        var starts = new float[MAX_BINS - 1];
        int count = 0;
        float last = sample[0];
        for (int bin = 1; bin < MAX_BINS; bin++) {
            int from = (int) ((long) bin * sample.length / MAX_BINS);
            int at = from;
            while (at < sample.length && sample[at] <= last) {
                at++;
            }
            if (at == sample.length) {
                break;
            }
            if (count == 0 || sample[at] > starts[count - 1]) {
                starts[count++] = at == 0 ? sample[at] : (sample[at] + sample[at - 1]) / 2;
                last = sample[at];
            }
        }
        return Arrays.copyOf(starts, count);
    }
}
