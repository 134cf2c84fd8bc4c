package org.copyflow.formats.charset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// The charset that a text is in whose sender gave it a name: text called Latin-1 is Windows-1252, text called GB2312
/// is
/// GB18030, as browsers take them.
public final class CharsetNames {

    private static final Properties NAMES = load();

    private CharsetNames() {}

    /// Absent where no charset has this name.
    public static @Nullable Charset find(String name) {
        String key = name.strip().toLowerCase(Locale.ROOT);
        try {
            return Charset.forName(NAMES.getProperty(key, key));
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }

    private static Properties load() {
        var names = new Properties();
        try (InputStream stream = CharsetNames.class.getResourceAsStream("names.properties")) {
            if (stream == null) {
                throw new IllegalStateException("names.properties is not beside its class; rebuild");
            }
            names.load(stream);
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read names.properties", e);
        }
    }
}
