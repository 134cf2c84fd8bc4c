package org.copyflow.kit.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A component of a settings record: its key, its default and one sentence on it.
///
/// Keys are lower case with dots and dashes and end in their unit, as `ingest.max-body-bytes`. The environment variable
/// is `COPYFLOW_` and the key in upper case with underscores.
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Setting {

    String key();

    /// The default as text; empty where the setting must be given.
    String byDefault() default "";

    /// One sentence, with the unit.
    String is();

    /// The smallest number allowed; of a duration, in milliseconds.
    long min() default Long.MIN_VALUE;

    /// The largest number allowed; of a duration, in milliseconds.
    long max() default Long.MAX_VALUE;
}
