package org.copyflow.index.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.copyflow.events.EventJson;
import org.copyflow.events.article.Article;
import org.copyflow.events.catalogue.EventTopics;
import org.copyflow.index.search.store.ArticleSource;
import org.jspecify.annotations.Nullable;

/// The topic of articles without a broker. Thread-safe.
final class ArticleLog implements ArticleSource {

    private static final String TOPIC = EventTopics.ARTICLES_ENRICHED.name();
    private static final int PARTITIONS = 3;

    private final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    private final Map<TopicPartition, Long> ends = new HashMap<>();
    private int handled;

    /// @param article absent for a tombstone
    synchronized void append(String id, @Nullable Article article) {
        int partition = Math.floorMod(id.hashCode(), PARTITIONS);
        long offset = ends.merge(partition(partition), 1L, Long::sum) - 1;
        byte[] value = article == null ? null : EventJson.mapper().writeValueAsBytes(article);
        records.add(new ConsumerRecord<>(TOPIC, partition, offset, id, value));
        notifyAll();
    }

    /// Somebody else begins to read it.
    synchronized void reopen() {
        handled = 0;
    }

    /// Waits until all of it was read, and a poll after it that gave nothing is done with, too.
    synchronized void awaitRead() throws InterruptedException {
        while (handled < records.size()) {
            wait();
        }
    }

    @Override
    public String topicId() {
        return "log";
    }

    @Override
    public synchronized Consumer<String, byte[]> consumer() {
        var node = new Node(0, "127.0.0.1", 9_092);
        var consumer = new Reader();
        consumer.updatePartitions(
                TOPIC,
                IntStream.range(0, PARTITIONS)
                        .mapToObj(i -> new PartitionInfo(TOPIC, i, node, new Node[] {node}, new Node[] {node}))
                        .toList());
        var beginnings = new HashMap<TopicPartition, Long>();
        IntStream.range(0, PARTITIONS).forEach(i -> beginnings.put(partition(i), 0L));
        consumer.updateBeginningOffsets(beginnings);
        beginnings.forEach(ends::putIfAbsent);
        consumer.updateEndOffsets(ends);
        return consumer;
    }

    private static TopicPartition partition(int number) {
        return new TopicPartition(TOPIC, number);
    }

    /// Waits for records as a real one does.
    private final class Reader extends MockConsumer<String, byte[]> {
        private int given;
        private boolean idle;

        Reader() {
            super("earliest");
        }

        @Override
        public synchronized ConsumerRecords<String, byte[]> poll(Duration longest) {
            synchronized (ArticleLog.this) {
                if (given == records.size()) {
                    if (idle) {
                        handled = given;
                        ArticleLog.this.notifyAll();
                    }
                    pause(longest);
                }
                idle = given == records.size();
                for (; given < records.size(); given++) {
                    addRecord(records.get(given));
                }
                updateEndOffsets(ends);
            }
            return super.poll(Duration.ZERO);
        }

        private void pause(Duration longest) {
            try {
                ArticleLog.this.wait(longest.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
