package org.copyflow.configuration;

import java.util.ArrayList;
import java.util.List;
import org.copyflow.enrich.EnrichSettings;
import org.copyflow.index.IndexSettings;
import org.copyflow.ingest.IngestSettings;
import org.copyflow.kit.kafka.KafkaSettings;
import org.copyflow.kit.settings.SettingsReader;

/// Every setting, read.
public record Configuration(
        CommandSettings command,
        KafkaSettings kafka,
        IngestSettings ingest,
        EnrichSettings enrich,
        IndexSettings index) {

    private static final List<Class<? extends Record>> RECORDS = List.of(
            CommandSettings.class,
            KafkaSettings.class,
            IngestSettings.class,
            EnrichSettings.class,
            IndexSettings.class);

    /// @throws org.copyflow.kit.settings.SettingsException with every setting that cannot be used
    static Configuration of(GivenSettings given) {
        SettingsReader reader = given.reader();
        CommandSettings command = reader.read(CommandSettings.class);
        // a service's folder follows the data folder where nobody says otherwise
        for (String service : List.of("ingest", "enrich", "index")) {
            given.putIfAbsent(
                    service + ".state-dir", command.dataDir().resolve(service).toString());
        }
        reader = given.reader();
        var configuration = new Configuration(
                reader.read(CommandSettings.class),
                reader.read(KafkaSettings.class),
                reader.read(IngestSettings.class),
                reader.read(EnrichSettings.class),
                reader.read(IndexSettings.class));
        reader.finish();
        return configuration;
    }

    /// What can be set, in the order in which data flows.
    public static List<SettingsReader.Row> describe() {
        var rows = new ArrayList<SettingsReader.Row>();
        RECORDS.forEach(settings -> rows.addAll(SettingsReader.describe(settings)));
        return rows;
    }
}
