package org.copyflow.formats.rights;

import org.copyflow.events.article.LeadImage;
import org.copyflow.events.article.Rights;
import org.copyflow.formats.characters.ControlCharacters;
import org.copyflow.formats.characters.WellFormedText;
import org.jspecify.annotations.Nullable;

/// Gathers what a source states of an article's rights. Of texts the first counts, of statements about mining the
/// strictest: one place that forbids it is enough. Not thread-safe.
public final class StatedRights {

    /// Terms are prose; what is longer is cut.
    static final int MAX_CHARS = 4_000;

    private static final int MAX_ADDRESS_CHARS = 2_000;

    private @Nullable String holder;
    private @Nullable String notice;
    private @Nullable String terms;
    private @Nullable String licence;
    private @Nullable String policy;
    private @Nullable MiningStatement mining;

    public StatedRights holder(@Nullable String value) {
        holder = first(holder, value);
        return this;
    }

    public StatedRights notice(@Nullable String value) {
        notice = first(notice, value);
        return this;
    }

    public StatedRights terms(@Nullable String value) {
        terms = first(terms, value);
        return this;
    }

    /// @param value an address, or a name
    public StatedRights licence(@Nullable String value) {
        licence = value != null && value.length() > MAX_ADDRESS_CHARS ? licence : first(licence, value);
        return this;
    }

    /// @param value passed over where it is no web address
    public StatedRights policy(@Nullable String value) {
        boolean address = value != null && value.length() <= MAX_ADDRESS_CHARS && LeadImage.isWebAddress(value.strip());
        policy = address ? first(policy, value) : policy;
        return this;
    }

    public StatedRights mining(@Nullable MiningStatement value) {
        boolean stricter = value != null && (mining == null || value.mining().compareTo(mining.mining()) < 0);
        mining = stricter ? value : mining;
        return this;
    }

    /// Absent where nothing was stated.
    public @Nullable Rights build() {
        boolean none = holder == null
                && notice == null
                && terms == null
                && licence == null
                && policy == null
                && mining == null;
        return none
                ? null
                : new Rights(
                        holder,
                        notice,
                        terms,
                        licence,
                        policy,
                        mining == null ? null : mining.mining(),
                        mining == null ? null : mining.term());
    }

    private static @Nullable String first(@Nullable String known, @Nullable String value) {
        if (known != null || value == null || value.isBlank()) {
            return known;
        }
        String text =
                ControlCharacters.removed(WellFormedText.of(value)).strip().replaceAll("\\s+", " ");
        return text.length() > MAX_CHARS ? WellFormedText.of(text.substring(0, MAX_CHARS)) + "…" : text;
    }
}
