package org.copyflow.ingest.access;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.copyflow.kit.access.ApiKeys;
import org.copyflow.kit.access.KeyEntry;
import org.copyflow.kit.access.KeyFile;
import org.copyflow.kit.access.SigningSecret;
import org.copyflow.kit.access.WatchedFile;
import org.copyflow.kit.settings.SettingsException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The sources of a file, checked. `docs/access.md` shows the file.
public final class Sources {

    private static final Set<String> FIELDS = Set.of("keys", "signingSecrets", "itemsPerMinute", "bytesPerMinute");

    private final Map<String, Source> byName;

    private Sources(Map<String, Source> byName) {
        this.byName = Map.copyOf(byName);
    }

    /// @throws SettingsException with everything that is wrong; it shows no secret
    static Sources parse(byte[] json) {
        return new Sources(KeyFile.read(json, "source", Sources::source));
    }

    /// The file, not read yet.
    public static WatchedFile<Sources> watched(Path file) {
        return new WatchedFile<>(
                file, "ingest.sources-file", Sources::parse, sources -> sources.size() + " sources may push");
    }

    /// The source of that name; absent where there is none.
    @Nullable
    Source find(String name) {
        return byName.get(name);
    }

    /// The source that the key is one of; absent where it is nobody's.
    @Nullable
    Source ownerOf(String key) {
        byte[] hash = ApiKeys.sha256(key);
        Source owner = null;
        for (Source source : byName.values()) {
            owner = ApiKeys.isAmong(source.keyHashes(), hash) ? source : owner;
        }
        return owner;
    }

    int size() {
        return byName.size();
    }

    private static Source source(KeyEntry entry) {
        entry.requireOnly(FIELDS);
        var secrets = entry.decoded("signingSecrets", "\"whsec_\" and 24 to 64 bytes in base64", SigningSecret::parse);
        JsonNode json = entry.json();
        if (json.path("keys").isEmpty() && json.path("signingSecrets").isEmpty()) {
            entry.problem("has neither keys nor signingSecrets, so it could never push");
        }
        return new Source(
                entry.name(),
                entry.keys(),
                secrets,
                perMinute(entry, "itemsPerMinute"),
                perMinute(entry, "bytesPerMinute"));
    }

    private static @Nullable Long perMinute(KeyEntry entry, String field) {
        JsonNode number = entry.json().path(field);
        if (number.isMissingNode()) {
            return null;
        }
        if (!number.isIntegralNumber() || !number.canConvertToLong() || number.asLong() < 1) {
            entry.problem(field + " must be a whole number from 1");
            return null;
        }
        return number.asLong();
    }
}
