package org.copyflow.benchmarks.extraction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copyflow.formats.html.page.PageBlock;

/// Which blocks of a page its true body text holds: long blocks by the share of their four-word shingles in it, short
/// ones by where the long ones around them stand in it.
final class BlockLabels {

    /// Words, and ideographs and kana one by one: no spaces part their words.
    private static final Pattern TOKEN = Pattern.compile(
            "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]|[\\w&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]]+",
            Pattern.UNICODE_CHARACTER_CLASS);
    private static final double COVERED = 0.8;
    /// A block that is a copy of the whole body rather than a part of it.
    private static final int COPY_TOKENS = 400;
    private static final int SHINGLE = 4;
    private static final int LONG = 6;
    private static final int WINDOW = 6;

    private final List<PageBlock> blocks;
    private final List<String> truth;
    private final Map<String, List<Integer>> places = new HashMap<>();
    private final List<List<String>> tokens = new ArrayList<>();
    private final float[] labels;

    private BlockLabels(List<PageBlock> blocks, String truthText) {
        this.blocks = blocks;
        truth = tokens(truthText);
        labels = new float[blocks.size()];
        for (int i = 0; i + SHINGLE <= truth.size(); i++) {
            places.computeIfAbsent(shingle(truth, i), k -> new ArrayList<>()).add(i);
        }
    }

    /// 1 for a block of the body, 0 for any other; in between where it holds more than the body does.
    static float[] of(List<PageBlock> blocks, String truthText) {
        return new BlockLabels(blocks, truthText).label();
    }

    static List<String> tokens(String text) {
        var tokens = new ArrayList<String>();
        for (Matcher matcher = TOKEN.matcher(text); matcher.find(); ) {
            tokens.add(matcher.group());
        }
        return tokens;
    }

    private static String shingle(List<String> tokens, int from) {
        return String.join(" ", tokens.subList(from, from + SHINGLE));
    }

    private float[] label() {
        var start = new int[blocks.size()];
        Arrays.fill(start, -1);
        int at = 0;
        for (int i = 0; i < blocks.size(); i++) {
            List<String> own = tokens(blocks.get(i).text());
            tokens.add(own);
            if (own.size() >= LONG) {
                labels[i] = share(own);
                start[i] = labels[i] >= 0.5f ? place(own, at) : -1;
                at = start[i] >= 0 ? start[i] : at;
            }
        }
        dropRepeats(start);
        dropCovered(start);
        shortOnes(start);
        return labels;
    }

    private float share(List<String> own) {
        int found = 0;
        for (int i = 0; i + SHINGLE <= own.size(); i++) {
            found += places.containsKey(shingle(own, i)) ? 1 : 0;
        }
        return (float) found / (own.size() - SHINGLE + 1);
    }

    private int place(List<String> own, int near) {
        for (int i = 0; i + SHINGLE <= own.size(); i++) {
            List<Integer> found = places.get(shingle(own, i));
            if (found != null) {
                int best = found.getFirst();
                for (int candidate : found) {
                    best = Math.abs(candidate - near) < Math.abs(best - near) ? candidate : best;
                }
                return Math.max(0, best - i);
            }
        }
        return -1;
    }

    /// Of blocks with the same text, only as many as the body has, those with the most of the body around them.
    private void dropRepeats(int[] start) {
        Map<List<String>, List<Integer>> same = new HashMap<>();
        for (int i = 0; i < labels.length; i++) {
            if (start[i] >= 0) {
                same.computeIfAbsent(tokens.get(i), k -> new ArrayList<>()).add(i);
            }
        }
        for (var group : same.entrySet()) {
            int wanted =
                    places.getOrDefault(shingle(group.getKey(), 0), List.of(0)).size();
            List<Integer> all = group.getValue();
            if (all.size() > wanted) {
                all.sort((a, b) -> Integer.compare(around(b), around(a)));
                for (int drop : all.subList(Math.max(1, wanted), all.size())) {
                    labels[drop] = 0;
                    start[drop] = -1;
                }
            }
        }
    }

    /// Of blocks that say the same stretch of the body only one: not the copy of all of it, nor the pull quote.
    private void dropCovered(int[] start) {
        var cover = new int[truth.size() + 1];
        var order = new ArrayList<Integer>();
        for (int i = 0; i < labels.length; i++) {
            if (start[i] >= 0) {
                order.add(i);
                cover(cover, start, i, 1);
            }
        }
        order.sort(Comparator.comparingInt((Integer i) -> {
            int size = tokens.get(i).size();
            return size > COPY_TOKENS ? -size : size;
        }));
        for (int i : order) {
            int to = Math.min(truth.size(), start[i] + tokens.get(i).size());
            int twice = 0;
            for (int at = start[i]; at < to; at++) {
                twice += cover[at] > 1 ? 1 : 0;
            }
            if (twice > COVERED * (to - start[i])) {
                cover(cover, start, i, -1);
                labels[i] = 0;
                start[i] = -1;
            }
        }
    }

    private void cover(int[] cover, int[] start, int block, int by) {
        int to = Math.min(truth.size(), start[block] + tokens.get(block).size());
        for (int at = start[block]; at < to; at++) {
            cover[at] += by;
        }
    }

    private int around(int index) {
        Set<List<String>> texts = new HashSet<>();
        for (int i = Math.max(0, index - WINDOW); i < Math.min(labels.length, index + WINDOW + 1); i++) {
            if (labels[i] >= 0.5f) {
                texts.add(tokens.get(i));
            }
        }
        return texts.size();
    }

    private void shortOnes(int[] start) {
        int from = 0;
        for (int i = 0; i < labels.length; i++) {
            List<String> own = tokens.get(i);
            if (start[i] >= 0) {
                from = Math.min(truth.size(), start[i] + own.size());
            } else if (!own.isEmpty() && own.size() < LONG) {
                int next = next(start, i);
                int to = next < 0 ? truth.size() : start[next];
                int found = near(start, i, next) ? find(own, from, to) : -1;
                labels[i] = found >= 0 ? 1 : 0;
                from = found >= 0 ? found + own.size() : from;
            }
        }
    }

    private static int next(int[] start, int index) {
        for (int i = index + 1; i < start.length; i++) {
            if (start[i] >= 0) {
                return i;
            }
        }
        return -1;
    }

    /// A short block far from any long one of the body is not of it.
    private static boolean near(int[] start, int index, int next) {
        int back = index;
        while (back >= 0 && start[back] < 0) {
            back--;
        }
        return (back >= 0 && index - back <= 40) || (next >= 0 && next - index <= 12);
    }

    private int find(List<String> own, int from, int to) {
        for (int at = from; at + own.size() <= to; at++) {
            if (truth.subList(at, at + own.size()).equals(own)) {
                return at;
            }
        }
        return -1;
    }
}
