package org.copyflow.index.access;

import io.javalin.http.Context;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// By which right a request was let in, for an answer that goes on: the right ends once the key is taken out of the
/// file, or the scope from its reader. One thread asks; it costs something only after the file was read anew.
public final class Admission {

    private static final String ATTRIBUTE = "copyflow.admission";

    private final Supplier<Readers> readers;
    private final String key;
    private final Scope scope;
    private Readers asked;
    private boolean over;

    /// @param asked the readers among whom the key's was found
    Admission(Supplier<Readers> readers, Readers asked, String key, Scope scope) {
        this.readers = readers;
        this.asked = asked;
        this.key = key;
        this.scope = scope;
    }

    /// Absent where whoever reaches the service may read.
    public static @Nullable Admission of(Context ctx) {
        return ctx.attribute(ATTRIBUTE);
    }

    /// Whether the right has ended.
    public boolean isOver() {
        Readers now = readers.get();
        if (now != asked) {
            asked = now;
            Reader reader = now.ownerOf(key);
            over = reader == null || !reader.scopes().contains(scope);
        }
        return over;
    }

    void addTo(Context ctx) {
        ctx.attribute(ATTRIBUTE, this);
    }
}
