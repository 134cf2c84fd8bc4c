/// Which phrases are picked, and which never are.
@NullMarked
package org.copyflow.enrich.keyphrases;

import org.jspecify.annotations.NullMarked;
