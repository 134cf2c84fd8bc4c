package org.copyflow.configuration;

import java.util.ArrayList;
import java.util.List;
import org.copyflow.enrich.EnrichSettings;
import org.copyflow.kit.kafka.KafkaSettings;
import org.copyflow.kit.settings.SettingsReader;

/// Every setting, read.
public record Configuration(CommandSettings command, KafkaSettings kafka, EnrichSettings enrich) {

    private static final List<Class<? extends Record>> RECORDS =
            List.of(CommandSettings.class, KafkaSettings.class, EnrichSettings.class);

    /// @throws org.copyflow.kit.settings.SettingsException with every setting that cannot be used
    static Configuration of(GivenSettings given) {
        SettingsReader reader = given.reader();
        CommandSettings command = reader.read(CommandSettings.class);
        // a service's folder follows the data folder where nobody says otherwise
        given.putIfAbsent(
                "enrich.state-dir", command.dataDir().resolve("enrich").toString());
        reader = given.reader();
        var configuration = new Configuration(
                reader.read(CommandSettings.class),
                reader.read(KafkaSettings.class),
                reader.read(EnrichSettings.class));
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
