/// Numbers for operators: one registry a process, in Prometheus' text format. Read [Metrics].
@NullMarked
package org.copyflow.kit.metrics;

import org.jspecify.annotations.NullMarked;
