/// Why a document was read as it was: what was considered, with scores, and what each part was taken as. Readers that
/// decide something fill an [Explanation] when somebody asks; nothing of it is made while articles are read.
@NullMarked
package org.copyflow.formats.explanation;

import org.jspecify.annotations.NullMarked;
