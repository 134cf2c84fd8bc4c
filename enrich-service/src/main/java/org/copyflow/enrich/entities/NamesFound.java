package org.copyflow.enrich.entities;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The mentions of an article, while they are collected. Not thread-safe.
final class NamesFound {

    private final List<Mention> mentions = new ArrayList<>();
    private final Map<String, String> fullNames = new HashMap<>();

    void add(Mention mention) {
        mentions.add(mention);
    }

    /// Notes that the article explains an acronym: "Chinese Academy of Sciences (CAS)".
    void acronym(String acronym, String fullName) {
        fullNames.put(acronym, fullName);
    }

    List<Mention> mentions() {
        return mentions;
    }

    Map<String, String> fullNames() {
        return fullNames;
    }
}
