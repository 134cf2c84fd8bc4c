package org.copyflow.scenarios;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;

/// Runs the test only where a Docker engine has the image already, and otherwise says which of the two is missing.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsDockerImage.Condition.class)
@interface NeedsDockerImage {

    String value();

    /// Asks the engine.
    final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            String image = context.getRequiredTestClass()
                    .getAnnotation(NeedsDockerImage.class)
                    .value();
            if (!DockerClientFactory.instance().isDockerAvailable()) {
                return ConditionEvaluationResult.disabled("no Docker engine answers here");
            }
            try {
                DockerClientFactory.instance().client().inspectImageCmd(image).exec();
            } catch (RuntimeException e) {
                return ConditionEvaluationResult.disabled(
                        "the Docker engine has no image " + image + ": pull it to run this test");
            }
            return ConditionEvaluationResult.enabled("the Docker engine has " + image);
        }
    }
}
