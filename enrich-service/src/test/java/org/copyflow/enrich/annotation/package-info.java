/// What tests of annotators share.
@NullMarked
package org.copyflow.enrich.annotation;

import org.jspecify.annotations.NullMarked;
