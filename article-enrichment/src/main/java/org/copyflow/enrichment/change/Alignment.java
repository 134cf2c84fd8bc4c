package org.copyflow.enrichment.change;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Which entries of two lists are the same ones, in order: the longest common subsequence.
///
/// Where both lists differ over more than 1,000 entries each, entries are taken as the same wherever both lists
/// hold them: then an entry that only moved counts as unchanged.
///
/// @param beforeKept for each entry of the earlier list, whether the later one kept it
/// @param afterKept for each entry of the later list, whether the earlier one had it
@SuppressWarnings("ArrayRecordComponent") // made here, read by one caller
record Alignment(boolean[] beforeKept, boolean[] afterKept) {

    private static final int MAX_CELLS = 1_000_000;

    static Alignment of(List<String> before, List<String> after) {
        var ids = new HashMap<String, Integer>();
        int[] a = number(before, ids);
        int[] b = number(after, ids);
        var aligned = new Alignment(new boolean[a.length], new boolean[b.length]);
        int start = 0;
        while (start < a.length && start < b.length && a[start] == b[start]) {
            aligned.keep(start, start);
            start++;
        }
        int aEnd = a.length;
        int bEnd = b.length;
        while (aEnd > start && bEnd > start && a[aEnd - 1] == b[bEnd - 1]) {
            aligned.keep(--aEnd, --bEnd);
        }
        if ((long) (aEnd - start) * (bEnd - start) > MAX_CELLS) {
            keepShared(a, start, aEnd, b, aligned.beforeKept);
            keepShared(b, start, bEnd, a, aligned.afterKept);
        } else {
            aligned.keepLongest(Arrays.copyOfRange(a, start, aEnd), Arrays.copyOfRange(b, start, bEnd), start);
        }
        return aligned;
    }

    private void keep(int before, int after) {
        beforeKept[before] = true;
        afterKept[after] = true;
    }

    /// Dynamic programming over the two lists from their ends, then a walk from their beginnings.
    private void keepLongest(int[] a, int[] b, int offset) {
        var longest = new int[a.length + 1][b.length + 1];
        for (int i = a.length - 1; i >= 0; i--) {
            for (int j = b.length - 1; j >= 0; j--) {
                longest[i][j] =
                        a[i] == b[j] ? longest[i + 1][j + 1] + 1 : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            if (a[i] == b[j]) {
                keep(offset + i++, offset + j++);
            } else if (longest[i + 1][j] >= longest[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
    }

    private static void keepShared(int[] list, int start, int end, int[] other, boolean[] kept) {
        Set<Integer> there = new HashSet<>();
        for (int id : other) {
            there.add(id);
        }
        for (int i = start; i < end; i++) {
            kept[i] = there.contains(list[i]);
        }
    }

    private static int[] number(List<String> entries, HashMap<String, Integer> ids) {
        return entries.stream()
                .mapToInt(entry -> ids.computeIfAbsent(Words.plain(entry), _ -> ids.size()))
                .toArray();
    }
}
