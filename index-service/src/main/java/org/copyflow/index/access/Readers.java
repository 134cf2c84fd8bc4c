package org.copyflow.index.access;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.copyflow.kit.access.ApiKeys;
import org.copyflow.kit.access.KeyEntry;
import org.copyflow.kit.access.KeyFile;
import org.copyflow.kit.access.WatchedFile;
import org.copyflow.kit.settings.SettingsException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The readers of a file, checked. `docs/access.md` shows the file.
public final class Readers {

    private static final String SCOPES = "scopes";
    private static final Set<String> FIELDS = Set.of("keys", SCOPES);

    private final Map<String, Reader> byName;

    private Readers(Map<String, Reader> byName) {
        this.byName = Map.copyOf(byName);
    }

    /// @throws SettingsException with everything that is wrong
    static Readers parse(byte[] json) {
        return new Readers(KeyFile.read(json, "reader", Readers::reader));
    }

    /// The file, not read yet.
    public static WatchedFile<Readers> watched(Path file) {
        return new WatchedFile<>(
                file, "index.readers-file", Readers::parse, readers -> readers.byName.size() + " readers may read");
    }

    /// The reader that the key is one of; absent where it is nobody's.
    @Nullable
    Reader ownerOf(String key) {
        byte[] hash = ApiKeys.sha256(key);
        Reader owner = null;
        for (Reader reader : byName.values()) {
            owner = ApiKeys.isAmong(reader.keyHashes(), hash) ? reader : owner;
        }
        return owner;
    }

    private static Reader reader(KeyEntry entry) {
        entry.requireOnly(FIELDS);
        if (entry.json().path("keys").isEmpty()) {
            entry.problem("has no keys, so it could never read");
        }
        return new Reader(entry.name(), entry.keys(), scopes(entry));
    }

    /// All of them, where the file does not say which.
    private static Set<Scope> scopes(KeyEntry entry) {
        JsonNode list = entry.json().path(SCOPES);
        if (list.isMissingNode()) {
            return EnumSet.allOf(Scope.class);
        }
        if (!list.isArray() || list.isEmpty()) {
            entry.problem("scopes must be a list of some of " + Scope.words());
        }
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (JsonNode element : list) {
            Scope.ofWord(element.asString(""))
                    .ifPresentOrElse(scopes::add, () -> entry.problem("has a scope that is none of " + Scope.words()));
        }
        return scopes;
    }
}
