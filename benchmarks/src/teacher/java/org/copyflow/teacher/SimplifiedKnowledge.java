package org.copyflow.teacher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

/// Makes the table of simplified characters from `TSCharacters.js` of npm's opencc-js 1.4.2 (data of OpenCC, Apache-2.0).
///
/// No part of the build. Java runs it from its source: `java SimplifiedKnowledge.java TSCharacters.js simplified.txt`; the
/// same file gives the same table. Characters beyond the basic plane are left out: each stands for one of the same length.
public final class SimplifiedKnowledge {

    private static final int PAIRS_A_LINE = 40;

    private SimplifiedKnowledge() {}

    public static void main(String[] arguments) throws IOException {
        String source = Files.readString(Path.of(arguments[0]), StandardCharsets.UTF_8);
        String pairs = source.substring(source.indexOf('"') + 1, source.lastIndexOf('"'));
        var lines = new ArrayList<String>();
        lines.add("# Traditional characters, each with its simplified one behind it; from OpenCC (Apache-2.0) as opencc-js 1.4.2"
                + " packs it.");
        var line = new StringBuilder();
        int count = 0;
        for (String pair : pairs.split("\\|")) {
            String traditional = pair.substring(0, pair.indexOf(' '));
            String simplified = pair.substring(pair.indexOf(' ') + 1).split(" ")[0];
            if (traditional.length() == 1 && simplified.length() == 1 && !traditional.equals(simplified)) {
                line.append(traditional).append(simplified);
                count++;
                if (count % PAIRS_A_LINE == 0) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
            }
        }
        lines.add(line.toString());
        Files.write(Path.of(arguments[1]), lines, StandardCharsets.UTF_8);
        System.err.println(count + " characters");
    }
}
