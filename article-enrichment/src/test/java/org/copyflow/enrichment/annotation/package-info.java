/// What tests of annotators share.
@NullMarked
package org.copyflow.enrichment.annotation;

import org.jspecify.annotations.NullMarked;
