/// Tests of Markdown and newspaper pages, on texts written for them.
@NullMarked
package org.copyflow.formats.markdown;

import org.jspecify.annotations.NullMarked;
