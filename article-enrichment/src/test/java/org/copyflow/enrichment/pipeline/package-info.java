@NullMarked
package org.copyflow.enrichment.pipeline;

import org.jspecify.annotations.NullMarked;
