package org.copyflow.index.search;

import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.util.BytesRef;
import org.copyflow.index.search.store.Facet;
import org.copyflow.index.search.store.FacetValue;

/// Counts all hits, and by what they can be narrowed down. Values are counted by their numbers within a segment and
/// come together by name: a table of numbers over all segments would have to be made anew after every refresh, which is
/// several times a second.
final class HitCollector implements Collector {

    private final Map<Facet, Map<BytesRef, Long>> counts = new EnumMap<>(Facet.class);
    private long total;

    private HitCollector(List<Facet> facets) {
        facets.forEach(facet -> counts.put(facet, new HashMap<>()));
    }

    /// Lets Lucene search parts of the index side by side, each with a collector of its own.
    static CollectorManager<HitCollector, HitCollector> manager(List<Facet> facets) {
        return new CollectorManager<>() {
            @Override
            public HitCollector newCollector() {
                return new HitCollector(facets);
            }

            @Override
            public HitCollector reduce(Collection<HitCollector> collectors) {
                var all = new HitCollector(facets);
                collectors.forEach(all::add);
                return all;
            }
        };
    }

    private void add(HitCollector other) {
        total += other.total;
        counts.forEach((facet, values) -> other.counts
                .getOrDefault(facet, Map.of())
                .forEach((value, count) -> values.merge(value, count, Long::sum)));
    }

    long total() {
        return total;
    }

    /// The values that most hits have, at most so many of each facet. One that has several names goes by that which
    /// most hits give it.
    Map<Facet, List<FacetValue>> facets(int limit) {
        var facets = new LinkedHashMap<Facet, List<FacetValue>>();
        counts.forEach((facet, values) -> facets.put(
                facet,
                byId(values).entrySet().stream()
                        .sorted(Map.Entry.<BytesRef, Value>comparingByValue(
                                        Comparator.comparing(value -> -value.articles))
                                .thenComparing(Map.Entry.comparingByKey()))
                        .limit(limit)
                        .map(value -> FacetValue.of(value.getValue().named, value.getValue().articles))
                        .toList()));
        return facets;
    }

    private static Map<BytesRef, Value> byId(Map<BytesRef, Long> named) {
        var values = new HashMap<BytesRef, Value>();
        named.forEach((name, articles) -> values.computeIfAbsent(FacetValue.id(name), _ -> new Value(name))
                .add(name, articles));
        return values;
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext segment) throws IOException {
        var columns = new EnumMap<Facet, Column>(Facet.class);
        for (Facet facet : counts.keySet()) {
            columns.put(facet, new Column(DocValues.getSortedSet(segment.reader(), facet.column())));
        }
        return new LeafCollector() {
            @Override
            public void setScorer(Scorable scorer) {
                // counted, not scored
            }

            @Override
            public void collect(int document) throws IOException {
                total++;
                for (Column column : columns.values()) {
                    column.count(document);
                }
            }

            @Override
            public void finish() throws IOException {
                for (Map.Entry<Facet, Column> column : columns.entrySet()) {
                    column.getValue().addTo(counts.computeIfAbsent(column.getKey(), _ -> new HashMap<>()));
                }
            }
        };
    }

    /// A value under all its names.
    private static final class Value {
        private long articles;
        private BytesRef named;
        private long ofName;

        Value(BytesRef named) {
            this.named = named;
        }

        void add(BytesRef name, long count) {
            articles += count;
            if (count > ofName || (count == ofName && name.compareTo(named) < 0)) {
                named = name;
                ofName = count;
            }
        }
    }

    /// The values of one facet in one segment.
    private static final class Column {
        private final SortedSetDocValues values;
        private final int[] counts;

        Column(SortedSetDocValues values) {
            this.values = values;
            this.counts = new int[Math.toIntExact(values.getValueCount())];
        }

        void count(int document) throws IOException {
            if (values.advanceExact(document)) {
                for (int i = 0; i < values.docValueCount(); i++) {
                    counts[(int) values.nextOrd()]++;
                }
            }
        }

        void addTo(Map<BytesRef, Long> all) throws IOException {
            for (int value = 0; value < counts.length; value++) {
                if (counts[value] > 0) {
                    all.merge(BytesRef.deepCopyOf(values.lookupOrd(value)), (long) counts[value], Long::sum);
                }
            }
        }
    }
}
