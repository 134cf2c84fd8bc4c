@NullMarked
package org.copyflow.enrich.pipeline;

import org.jspecify.annotations.NullMarked;
