/// Times as formats for machines write them. Read [MachineTimes].
@NullMarked
package org.copyflow.formats.times;

import org.jspecify.annotations.NullMarked;
