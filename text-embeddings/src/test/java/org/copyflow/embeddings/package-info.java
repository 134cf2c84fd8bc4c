@NullMarked
package org.copyflow.embeddings;

import org.jspecify.annotations.NullMarked;
