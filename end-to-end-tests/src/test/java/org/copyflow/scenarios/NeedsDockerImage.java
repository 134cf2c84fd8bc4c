package org.copyflow.scenarios;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Runs the test only where a Docker engine has the image already, and otherwise says which of the two is missing.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsDockerImage.Condition.class)
@interface NeedsDockerImage {

    String value();

    /// Asks the engine by its own command: asking through Testcontainers would start its reaper, which waits minutes
    /// for an image that cannot be pulled.
    final class Condition implements ExecutionCondition {

        private static final String REAPER = "testcontainers/ryuk:";
        private static final long LIMIT_SECONDS = 20;

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            String image = context.getRequiredTestClass()
                    .getAnnotation(NeedsDockerImage.class)
                    .value();
            List<String> images = images();
            if (images.isEmpty()) {
                return ConditionEvaluationResult.disabled("no Docker engine with images answers here");
            }
            if (!images.contains(image)) {
                return ConditionEvaluationResult.disabled("to run this test: docker pull " + image);
            }
            if (!"true".equals(System.getenv("TESTCONTAINERS_RYUK_DISABLED"))
                    && images.stream().noneMatch(name -> name.startsWith(REAPER))) {
                return ConditionEvaluationResult.disabled("to run this test: pull the image " + REAPER
                        + " that Testcontainers wants, or set TESTCONTAINERS_RYUK_DISABLED=true");
            }
            return ConditionEvaluationResult.enabled("the Docker engine has " + image);
        }

        /// The names of the images that the engine holds; none where no engine answers.
        private static List<String> images() {
            try {
                Process docker = new ProcessBuilder("docker", "image", "ls", "--format", "{{.Repository}}:{{.Tag}}")
                        .redirectError(Redirect.DISCARD)
                        .start();
                if (!docker.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                    docker.destroyForcibly();
                    return List.of();
                }
                return docker.inputReader().lines().toList();
            } catch (IOException e) {
                return List.of(); // there is no such command
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return List.of();
            }
        }
    }
}
