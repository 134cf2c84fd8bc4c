package org.copyflow.index.access;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.copyflow.index.filter.Limit;
import org.copyflow.index.filter.MiningRight;
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
    private static final String SOURCES = "sources";
    private static final String RIGHTS = "rights";
    private static final Set<String> FIELDS = Set.of("keys", SCOPES, SOURCES, RIGHTS);

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

    /// Which articles may be sent to a reader, whatever else it may do.
    ///
    /// @param name absent for one of the time when readers had no keys
    /// @return absent where nothing may: the reader is not in the file, or may not subscribe
    public @Nullable Limit limitOfSubscriber(@Nullable String name) {
        if (name == null) {
            return Limit.NONE;
        }
        Reader reader = byName.get(name);
        return reader == null || !reader.scopes().contains(Scope.SUBSCRIBE) ? null : reader.limit();
    }

    private static Reader reader(KeyEntry entry) {
        entry.requireOnly(FIELDS);
        if (entry.json().path("keys").isEmpty()) {
            entry.problem("has no keys, so it could never read");
        }
        return new Reader(entry.name(), entry.keys(), scopes(entry), new Limit(sources(entry), rights(entry)));
    }

    /// None, which are all, where the file does not say which.
    private static Set<String> sources(KeyEntry entry) {
        JsonNode list = entry.json().path(SOURCES);
        if (list.isMissingNode()) {
            return Set.of();
        }
        var sources = new HashSet<String>();
        for (JsonNode element : list) {
            sources.add(element.asString("").strip());
        }
        if (!list.isArray() || sources.isEmpty() || sources.contains("")) {
            entry.problem("sources must be a list of at least one source; leave it out for all");
        }
        return sources;
    }

    private static @Nullable MiningRight rights(KeyEntry entry) {
        JsonNode word = entry.json().path(RIGHTS);
        MiningRight right = MiningRight.of(word.asString("")).orElse(null);
        if (right == null && !word.isMissingNode()) {
            entry.problem("rights must be one of " + MiningRight.words());
        }
        return right;
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
