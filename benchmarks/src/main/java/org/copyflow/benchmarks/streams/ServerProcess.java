package org.copyflow.benchmarks.streams;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// What the process that is measured takes, on Linux.
record ServerProcess(long id) {

    /// Its memory as the system sees it, in bytes.
    long residentBytes() throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(id), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1_024)
                .findFirst()
                .orElse(0);
    }

    /// Its processor time.
    Duration processorTime() {
        return ProcessHandle.of(id)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }

    /// What is alive on its heap, in bytes, after a full collection.
    long liveBytes() throws IOException, InterruptedException {
        Process histogram = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(id),
                        "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String answer = new String(histogram.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        histogram.waitFor();
        return answer.lines()
                .filter(line -> line.startsWith("Total"))
                .mapToLong(line -> Long.parseLong(line.strip().split("\\s+", -1)[2]))
                .findFirst()
                .orElseThrow(() -> new IOException("no histogram: " + answer));
    }
}
