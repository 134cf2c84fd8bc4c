@NullMarked
package org.copyflow.formats.newsml;

import org.jspecify.annotations.NullMarked;
