/// The topology's rules, each a test, on Kafka's test driver.
@NullMarked
package org.copyflow.enrich.stream;

import org.jspecify.annotations.NullMarked;
