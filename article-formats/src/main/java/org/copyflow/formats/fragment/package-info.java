/// The HTML that other formats carry as an article's body. Read [FragmentBody].
@NullMarked
package org.copyflow.formats.fragment;

import org.jspecify.annotations.NullMarked;
