package org.copyflow.index.instances;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;

/// Entries of a store as they travel between instances: for each, the length of the key, the key, the length of the
/// value, the value, as the store itself keeps them; then -1 where there are more, -2 at the end.
final class StoreEntries {

    private static final int MORE = -1;
    private static final int END = -2;

    private StoreEntries() {}

    record Entry(Bytes key, Bytes value) {}

    /// @param more whether others follow that did not find room
    record Page(List<Entry> entries, boolean more) {}

    static void write(Page page, OutputStream to) throws IOException {
        var out = new DataOutputStream(to);
        for (Entry entry : page.entries()) {
            write(entry.key(), out);
            write(entry.value(), out);
        }
        out.writeInt(page.more() ? MORE : END);
        out.flush();
    }

    /// @throws IOException where it ends early
    static Page read(byte[] bytes) throws IOException {
        var in = new DataInputStream(new ByteArrayInputStream(bytes));
        var entries = new ArrayList<Entry>();
        int next = in.readInt();
        while (next >= 0) {
            Bytes key = exactly(in, next);
            entries.add(new Entry(key, exactly(in, in.readInt())));
            next = in.readInt();
        }
        return new Page(entries, next == MORE);
    }

    private static void write(Bytes bytes, DataOutputStream out) throws IOException {
        out.writeInt(bytes.get().length);
        out.write(bytes.get());
    }

    private static Bytes exactly(DataInputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("an entry ends after " + bytes.length + " of " + length + " bytes");
        }
        return Bytes.wrap(bytes);
    }
}
