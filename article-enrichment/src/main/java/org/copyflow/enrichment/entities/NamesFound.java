package org.copyflow.enrichment.entities;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The mentions of an article, while they are collected. Not thread-safe.
final class NamesFound {

    private final List<Mention> mentions = new ArrayList<>();
    private final Map<String, String> fullNames = new HashMap<>();
    private final Set<String> explained = new HashSet<>();
    private final Map<String, Set<String>> titled = new HashMap<>();
    private boolean besideText;

    void add(Mention mention) {
        mentions.add(besideText ? mention.besideText() : mention);
    }

    /// Notes that what follows stands beside the article's text, in captions and notes.
    void leaveText() {
        besideText = true;
    }

    /// Notes that the article explains an acronym: "Chinese Academy of Sciences (CAS)".
    void acronym(String acronym, String fullName) {
        fullNames.put(acronym, fullName);
    }

    /// Notes that an acronym stands in brackets after what it stands for.
    void explained(String acronym) {
        explained.add(acronym);
    }

    /// Notes a name with the title before it: "President Kessler" for "Kessler".
    void titled(String name, String withTitle) {
        titled.computeIfAbsent(name, _ -> new LinkedHashSet<>()).add(withTitle);
    }

    /// Is the acronym explained by something that is no name: "direct investment (FDI)"?
    boolean isNobody(String name) {
        return explained.contains(name) && !fullNames.containsKey(name);
    }

    Set<String> withTitles(String name) {
        return titled.getOrDefault(name, Set.of());
    }

    List<Mention> mentions() {
        return mentions;
    }

    Map<String, String> fullNames() {
        return fullNames;
    }
}
