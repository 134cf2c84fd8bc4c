package org.copyflow.enrichment.entities;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.copyflow.enrichment.lexicon.PhraseTable;
import org.copyflow.enrichment.lexicon.PhraseTable.Hit;
import org.copyflow.enrichment.lexicon.WordLists;
import org.copyflow.enrichment.text.AnalyzedText;
import org.copyflow.enrichment.text.AnalyzedText.Sentence;
import org.copyflow.enrichment.text.Tokens;
import org.copyflow.events.article.Entity;

/// Finds the recurring events and the technologies that people follow and no tagger takes for names: "Two Sessions",
/// "quantum computing". Each goes under one name; what is part of another name is left to that. Immutable.
final class KnownSubjects {

    private final PhraseTable<Subject> english = table("subjects-en.txt");
    private final PhraseTable<Subject> chinese = table("subjects-zh.txt");

    /// @param name under which it goes
    /// @param written one way of naming it
    private record Subject(Entity.Type type, String name, String written) {

        /// Has the text every capital of it? "Two Sessions" are one, "two sessions" any.
        boolean isMeantBy(String text) {
            return text.length() == written.length()
                    && IntStream.range(0, text.length())
                            .allMatch(i ->
                                    !Character.isUpperCase(written.charAt(i)) || written.charAt(i) == text.charAt(i));
        }
    }

    /// Adds those that stand in the text outside of the names that were found there.
    void find(AnalyzedText text, List<Sentence> sentences, NamesFound found) {
        PhraseTable<Subject> subjects = text.isChinese() ? chinese : english;
        Tokens tokens = text.tokens();
        var named = new BitSet();
        found.mentions().stream().filter(it -> it.type() != null).forEach(it -> named.set(it.start(), it.end()));
        for (Sentence sentence : sentences) {
            for (int token = sentence.firstToken(); token < sentence.endToken(); token++) {
                Hit<Subject> hit = subjects.longest(text, token, sentence.endToken());
                if (hit != null) {
                    int start = tokens.start(token);
                    int end = tokens.end(hit.endToken() - 1);
                    int name = named.nextSetBit(start);
                    if ((name < 0 || name >= end)
                            && add(hit.value(), start, text.text().substring(start, end), found)) {
                        token = hit.endToken() - 1;
                    }
                }
            }
        }
    }

    private static boolean add(Subject subject, int start, String text, NamesFound found) {
        if (!subject.isMeantBy(text)) {
            return false;
        }
        if (!text.equalsIgnoreCase(subject.name())) {
            found.titled(subject.name(), text);
        }
        found.add(new Mention(start, start + text.length(), subject.name(), subject.type(), false, null));
        return true;
    }

    private static PhraseTable<Subject> table(String resource) {
        var table = new PhraseTable.Builder<Subject>();
        for (String line : WordLists.lines(KnownSubjects.class, resource)) {
            String[] fields = line.split("\t", 2);
            Entity.Type type = Entity.Type.valueOf(fields[0].toUpperCase(Locale.ROOT));
            List<String> names = List.of(fields[1].split("\\|", -1));
            names.forEach(name -> table.add(name, new Subject(type, names.getFirst(), name)));
        }
        return table.build();
    }
}
