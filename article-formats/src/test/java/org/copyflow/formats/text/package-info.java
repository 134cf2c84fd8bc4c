/// Tests of text without tags, on texts written for them.
@NullMarked
package org.copyflow.formats.text;

import org.jspecify.annotations.NullMarked;
