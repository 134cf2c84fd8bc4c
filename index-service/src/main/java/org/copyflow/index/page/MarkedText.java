package org.copyflow.index.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// A text whose marks may nest and overlap, cut into stretches: within a stretch the marks are the same.
final class MarkedText {

    /// Marks beyond these are not shown: a page must stay readable, and cheap to make.
    static final int MAX_MARKS = 4_000;

    private final String text;
    private final List<Mark> marks;
    private final TreeSet<Integer> cuts = new TreeSet<>();

    /// A mark over a part of the text.
    ///
    /// @param kind a CSS class
    /// @param says what a reader is told of it
    record Mark(int start, int end, String kind, String says) {}

    /// @param kinds CSS classes; empty where nothing marks it
    record Stretch(String text, String kinds, String says) {

        public boolean marked() {
            return !kinds.isEmpty();
        }
    }

    /// Marks that are not in the text are left out, and marks that leave it end with it.
    MarkedText(String text, Collection<Mark> given) {
        this.text = text;
        marks = given.stream()
                .map(mark -> new Mark(bounded(mark.start()), bounded(mark.end()), mark.kind(), mark.says()))
                .filter(mark -> mark.start() < mark.end())
                .sorted(Comparator.comparingInt(Mark::start).thenComparing(Mark::end, Comparator.reverseOrder()))
                .limit(MAX_MARKS)
                .toList();
        marks.forEach(mark -> {
            cuts.add(mark.start());
            cuts.add(mark.end());
        });
    }

    /// The stretches from one offset to another.
    List<Stretch> stretches(int from, int to) {
        int end = bounded(to);
        int at = Math.min(bounded(from), end);
        List<Mark> near = near(at, end);
        var stretches = new ArrayList<Stretch>();
        while (at < end) {
            Integer cut = cuts.higher(at);
            int next = cut == null || cut > end ? end : cut;
            stretches.add(stretch(at, next, near));
            at = next;
        }
        return stretches;
    }

    private List<Mark> near(int from, int to) {
        return marks.stream()
                .filter(mark -> mark.start() < to && mark.end() > from)
                .toList();
    }

    private Stretch stretch(int from, int to, List<Mark> near) {
        List<Mark> over = near.stream()
                .filter(mark -> mark.start() <= from && mark.end() >= to)
                .toList();
        return new Stretch(
                text.substring(from, to),
                over.stream().map(Mark::kind).distinct().collect(Collectors.joining(" ")),
                over.stream().map(Mark::says).distinct().collect(Collectors.joining(" · ")));
    }

    /// Within the text, and never inside a code point.
    private int bounded(int offset) {
        int at = Math.max(0, Math.min(offset, text.length()));
        boolean inside = at > 0
                && at < text.length()
                && Character.isLowSurrogate(text.charAt(at))
                && Character.isHighSurrogate(text.charAt(at - 1));
        return inside ? at - 1 : at;
    }
}
