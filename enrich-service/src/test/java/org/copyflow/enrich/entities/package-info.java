/// Tests of the package of the same name.
@NullMarked
package org.copyflow.enrich.entities;

import org.jspecify.annotations.NullMarked;
