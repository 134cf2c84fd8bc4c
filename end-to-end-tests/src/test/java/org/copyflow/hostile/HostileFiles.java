package org.copyflow.hostile;

import static org.copyflow.hostile.HostileCase.bytes;
import static org.copyflow.hostile.HostileCase.filled;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// What somebody who may write into a source's folder could drop there.
final class HostileFiles {

    private HostileFiles() {}

    /// Drops all of it.
    ///
    /// @param desk the folder of a source
    /// @return by name, the code that its reason must have; `accepted` for what is good
    static Map<String, String> drop(Path desk) throws IOException, InterruptedException {
        var expected = new LinkedHashMap<String, String>();
        Files.createSymbolicLink(desk.resolve("link-to-a-file.txt"), Path.of("/etc/passwd"));
        expected.put("link-to-a-file.txt", "not-a-file");
        Files.createSymbolicLink(desk.resolve("link-upwards.txt"), Path.of("../../../../etc/passwd"));
        expected.put("link-upwards.txt", "not-a-file");
        Files.createSymbolicLink(desk.resolve("link-to-a-folder"), Path.of("/etc"));
        expected.put("link-to-a-folder", "not-a-file");
        Files.createSymbolicLink(desk.resolve("link-to-a-device.txt"), Path.of("/dev/zero"));
        expected.put("link-to-a-device.txt", "not-a-file");
        Files.createSymbolicLink(desk.resolve("link-to-itself.txt"), Path.of("link-to-itself.txt"));
        expected.put("link-to-itself.txt", "not-a-file");
        new ProcessBuilder("mkfifo", desk.resolve("pipe.txt").toString())
                .start()
                .waitFor();
        expected.put("pipe.txt", "not-a-file");
        try (var sparse = new RandomAccessFile(desk.resolve("terabyte.txt").toFile(), "rw")) {
            sparse.setLength(1L << 40);
        }
        expected.put("terabyte.txt", "body-too-large");
        Files.write(desk.resolve("bomb.html.gz"), PackedCases.bomb(1_024));
        expected.put("bomb.html.gz", "body-too-large");
        Files.write(desk.resolve("packed-twice.txt.gz"), PackedCases.gzip(PackedCases.gzip(bytes("x"))));
        expected.put("packed-twice.txt.gz", "unknown-media-type");
        Files.write(desk.resolve("cut.txt.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 0});
        expected.put("cut.txt.gz", "invalid-compression");
        Files.write(desk.resolve("six-megabytes.txt"), filled(6_000_000, 'x'));
        expected.put("six-megabytes.txt", "body-too-large");
        Files.write(desk.resolve("nothing-but-zeros"), new byte[100_000]);
        expected.put("nothing-but-zeros", "unknown-media-type");
        Files.write(desk.resolve("not-utf-8.txt"), new byte[] {'a', (byte) 0xff, 'b'});
        expected.put("not-utf-8.txt", "invalid-encoding");
        Files.writeString(desk.resolve("laughs.xml"), XmlCases.billionLaughs());
        expected.put("laughs.xml", "xml-doctype");
        Files.writeString(desk.resolve("..%2f..%2f..%2fetc%2fcron.d%2fx.txt"), "A path for a name.");
        Files.writeString(desk.resolve("two\nlines \u001b[2J.txt"), "A terminal's orders for a name.");
        expected.put("two\nlines \u001b[2J.txt", "accepted");
        Files.writeString(desk.resolve("$(reboot);`reboot`|reboot.txt"), "A shell's orders for a name.");
        expected.put("$(reboot);`reboot`|reboot.txt", "accepted");
        Files.writeString(desk.resolve("n".repeat(251) + ".txt"), "A very long name.");
        expected.put("n".repeat(251) + ".txt", "accepted");
        Files.writeString(desk.resolve("good.txt"), "The ferry runs all night.");
        expected.put("good.txt", "accepted");
        return expected;
    }
}
