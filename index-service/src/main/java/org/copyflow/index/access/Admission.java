package org.copyflow.index.access;

import io.javalin.http.Context;
import java.util.function.Supplier;
import org.copyflow.index.filter.Filter;
import org.copyflow.index.filter.Limit;
import org.copyflow.kit.server.Problem;
import org.copyflow.kit.server.ProblemException;
import org.jspecify.annotations.Nullable;

/// By which right a request was let in: whose it is, and which articles that one may have. For an answer that goes on
/// the right ends once the key is taken out of the file, or the scope from its reader, or its limits are changed. One
/// thread asks; it costs something only after the file was read anew.
public final class Admission {

    private static final String ATTRIBUTE = "copyflow.admission";

    private final Supplier<Readers> readers;
    private final Reader reader;
    private final String key;
    private final Scope scope;
    private Readers asked;
    private boolean over;

    /// @param asked the readers among whom the key's was found
    Admission(Supplier<Readers> readers, Readers asked, Reader reader, String key, Scope scope) {
        this.readers = readers;
        this.asked = asked;
        this.reader = reader;
        this.key = key;
        this.scope = scope;
    }

    /// Absent where whoever reaches the service may read.
    public static @Nullable Admission of(Context ctx) {
        return ctx.attribute(ATTRIBUTE);
    }

    /// The name of the reader that a request is from; absent where readers have no keys.
    public static @Nullable String readerOf(Context ctx) {
        Admission admission = of(ctx);
        return admission == null ? null : admission.reader.name();
    }

    /// Which articles the request may be answered with.
    public static Limit limitOf(Context ctx) {
        Admission admission = of(ctx);
        return admission == null ? Limit.NONE : admission.reader.limit();
    }

    /// The filter that a request asks for, of what its reader may have.
    ///
    /// @throws ProblemException where that is nothing
    public static Filter narrowed(Context ctx, Filter asked) {
        Limit limit = limitOf(ctx);
        Filter narrowed = limit.narrowed(asked);
        if (narrowed == null) {
            throw new ProblemException(Problem.of(
                    403,
                    "outside-limits",
                    "The key may not read these sources",
                    "The key may read articles of %s, and none of them is asked for."
                            .formatted(String.join(
                                    ", ", limit.sources().stream().sorted().toList()))));
        }
        return narrowed;
    }

    /// Whether the right has ended.
    public boolean isOver() {
        Readers now = readers.get();
        if (now != asked) {
            asked = now;
            Reader found = now.ownerOf(key);
            over = found == null
                    || !found.scopes().contains(scope)
                    || !found.limit().equals(reader.limit());
        }
        return over;
    }

    void addTo(Context ctx) {
        ctx.attribute(ATTRIBUTE, this);
    }
}
