package org.copyflow.ingest.folder;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.zip.CRC32;

/// Names for the files that ingest itself writes: short enough for every file system, without characters that a
/// terminal or a file system may choke on.
final class SafeName {

    /// Most file systems take 255 bytes; the rest is for what is put behind the name.
    private static final int MAX_BYTES = 200;

    private SafeName() {}

    /// The name itself where that is safe; else without what is not, and with a checksum so that two stay two.
    static String of(String name) {
        var safe = new StringBuilder(name.length());
        int bytes = 0;
        int[] codePoints = name.codePoints().toArray();
        for (int codePoint : codePoints) {
            int kept = isSafe(codePoint) ? codePoint : '_';
            bytes += new String(Character.toChars(kept)).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > MAX_BYTES) {
                break;
            }
            safe.appendCodePoint(kept);
        }
        return isName(safe.toString()) && safe.toString().equals(name) ? name : ascii(safe) + "~" + checksum(name);
    }

    /// The name with the time before its ending, as `story~20261122T013000123.xml`.
    static String stamped(String name, String time, int number) {
        String safe = of(name);
        int dot = safe.lastIndexOf('.');
        int end = dot <= 0 ? safe.length() : dot;
        return safe.substring(0, end) + "~" + time + (number == 1 ? "" : "~" + number) + safe.substring(end);
    }

    private static boolean isSafe(int codePoint) {
        int type = Character.getType(codePoint);
        return codePoint != '/'
                && codePoint != '\\'
                && codePoint != 0xfffd
                && type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }

    /// Whether this system's charset for names has all of it.
    private static boolean isName(String name) {
        try {
            return !Path.of(name).toString().isEmpty();
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static String ascii(CharSequence name) {
        var ascii = new StringBuilder(name.length());
        name.chars().forEach(c -> ascii.append(c > ' ' && c < 0x7f ? (char) c : '_'));
        return ascii.toString();
    }

    private static String checksum(String name) {
        var crc = new CRC32();
        crc.update(name.getBytes(StandardCharsets.UTF_8));
        return "%08x".formatted(crc.getValue());
    }
}
