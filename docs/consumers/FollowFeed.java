import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Keeps a folder with the headlines of all articles, a file each, from Kafka alone: it begins with
/// `articles.enriched`, where each article stands as it is now, and goes on with `topics.feed`, where each change
/// stands.
///
/// ```sh
/// java -cp 'copyflow-command/target/lib/*' docs/consumers/FollowFeed.java 127.0.0.1:9092 articles
/// ```
///
/// Kill it whenever you like. It tells Kafka how far it has come only after the files are written, so it may see
/// changes again, in their order; written again they lead to the same files.
public final class FollowFeed implements AutoCloseable {

    private static final String ARTICLES = "articles.enriched";
    private static final String FEED = "topics.feed";
    /// Every article is in the topic of its source, so these events tell of each change once.
    private static final String TOPICS_OF_SOURCES = "source:";

    private static final Duration AT_MOST = Duration.ofSeconds(1);

    private final JsonMapper json = new JsonMapper();
    private final Path folder;
    private final KafkaConsumer<String, String> articles;
    private final KafkaConsumer<String, String> feed;

    public static void main(String[] arguments) throws IOException {
        try (var follower = new FollowFeed(arguments[0], Path.of(arguments[1]))) {
            follower.follow();
        }
    }

    private FollowFeed(String brokers, Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        var settings = new HashMap<String, Object>();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers);
        // Copyflow writes in transactions: what was not committed never happened
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        // a place that Kafka does not have any more is for us to notice
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        articles = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, "follow-feed");
        feed = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
    }

    /// Takes the partitions itself: this one reader wants all of them, so the group has only places to keep.
    private void follow() throws IOException {
        feed.assign(partitions(feed, FEED));
        while (true) {
            try {
                ConsumerRecords<String, String> records = feed.poll(AT_MOST);
                for (ConsumerRecord<String, String> record : records) {
                    if (record.key().startsWith(TOPICS_OF_SOURCES)) {
                        take(json.readTree(record.value()));
                    }
                }
                if (!records.isEmpty()) {
                    feed.commitSync();
                }
            } catch (InvalidOffsetException e) {
                begin(); // for the first time, or after it was away for longer than Kafka keeps events or places
            }
        }
    }

    private void take(JsonNode event) throws IOException {
        String change = event.path("change").asString();
        JsonNode card = event.path("article");
        if (change.equals("removed")) {
            Files.deleteIfExists(file(card)); // withdrawn: nothing of it may be kept
        } else {
            put(card);
        }
        System.out.println(change + " " + card.path("id").asString() + " "
                + card.path("title").asString(""));
    }

    /// Empties the folder and fills it with the articles as they are now. The place from which to go on is taken
    /// before: what happened until then is in the articles, what happens meanwhile may be seen twice.
    private void begin() throws IOException {
        Map<TopicPartition, Long> places = feed.endOffsets(feed.assignment());
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        List<TopicPartition> partitions = partitions(articles, ARTICLES);
        articles.assign(partitions);
        articles.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = articles.endOffsets(partitions);
        while (partitions.stream().anyMatch(each -> articles.position(each) < ends.get(each))) {
            for (ConsumerRecord<String, String> record : articles.poll(AT_MOST)) {
                load(record);
            }
        }
        places.forEach(feed::seek);
        var saved = new HashMap<TopicPartition, OffsetAndMetadata>();
        places.forEach((partition, place) -> saved.put(partition, new OffsetAndMetadata(place)));
        feed.commitSync(saved);
        System.out.println("loaded " + ARTICLES);
    }

    /// Of each key the last record counts; one that was withdrawn is `canceled`, then a tombstone.
    private void load(ConsumerRecord<String, String> record) throws IOException {
        JsonNode article = record.value() == null ? json.missingNode() : json.readTree(record.value());
        if (article.path("status").asString("").equals("usable")) {
            put(article);
        } else {
            Files.deleteIfExists(folder.resolve(record.key()));
        }
    }

    /// The file is whole or not there, whenever the process dies.
    private void put(JsonNode article) throws IOException {
        Path half =
                Files.writeString(folder.resolve(".half"), article.path("title").asString(""));
        Files.move(half, file(article), StandardCopyOption.ATOMIC_MOVE);
    }

    private Path file(JsonNode article) {
        return folder.resolve(article.path("id").asString());
    }

    private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(each -> new TopicPartition(topic, each.partition()))
                .toList();
    }

    @Override
    public void close() {
        articles.close();
        feed.close();
    }
}
