package org.copyflow.index.access;

import java.util.List;
import java.util.Set;
import org.copyflow.index.filter.Limit;

/// One who may read.
///
/// @param keyHashes SHA-256 of its keys, at most two so that one can be replaced by another
/// @param scopes what it may do
/// @param limit which articles it may have
record Reader(String name, List<byte[]> keyHashes, Set<Scope> scopes, Limit limit) {

    Reader {
        keyHashes = List.copyOf(keyHashes);
        scopes = Set.copyOf(scopes);
    }
}
