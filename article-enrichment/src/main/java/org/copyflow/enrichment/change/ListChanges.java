package org.copyflow.enrichment.change;

import java.util.ArrayList;
import java.util.List;
import org.copyflow.events.article.Revision.Field;

/// What changed in a list of texts, as paragraphs: in the order of the later list. Of those that went and those
/// that came at the same place, two that are alike are one that was changed.
final class ListChanges {

    private static final double ALIKE = 0.4;

    /// Beyond this, what went and what came at one place is listed without looking which belong together.
    private static final int MAX_PAIRED = 100;

    private ListChanges() {}

    static void add(Field field, List<String> before, List<String> after, ChangeList changes) {
        Alignment same = Alignment.of(before, after);
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            var gone = new ArrayList<String>();
            var come = new ArrayList<String>();
            for (; i < before.size() && !same.beforeKept()[i]; i++) {
                gone.add(before.get(i));
            }
            for (; j < after.size() && !same.afterKept()[j]; j++) {
                come.add(after.get(j));
            }
            pair(field, gone, come, changes);
            i++;
            j++;
        }
    }

    /// Pairs in order: neither list is read backwards, since a paragraph is rewritten where it stands.
    private static void pair(Field field, List<String> gone, List<String> come, ChangeList changes) {
        List<Words> goneWords = words(gone);
        List<Words> comeWords = words(come);
        int next = 0;
        for (int i = 0; i < gone.size(); i++) {
            int match = i < goneWords.size() ? alike(goneWords.get(i), comeWords, next) : -1;
            for (; next < match; next++) {
                changes.note(field, null, come.get(next), null);
            }
            if (match < 0) {
                changes.note(field, gone.get(i), null, null);
            } else {
                changes.note(field, gone.get(i), come.get(next++), null);
            }
        }
        for (; next < come.size(); next++) {
            changes.note(field, null, come.get(next), null);
        }
    }

    private static int alike(Words words, List<Words> come, int from) {
        for (int j = from; j < come.size(); j++) {
            if (words.likeness(come.get(j)) >= ALIKE) {
                return j;
            }
        }
        return -1;
    }

    private static List<Words> words(List<String> texts) {
        return texts.stream().limit(MAX_PAIRED).map(Words::of).toList();
    }
}
