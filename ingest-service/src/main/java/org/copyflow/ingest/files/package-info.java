/// Files as ingest keeps and reads them: who may work in a folder ([FolderLock]), how a file is written so that a crash
/// leaves the old or the new one ([WholeFile]), and bytes that may be compressed, read up to a limit ([Inflation]).
@NullMarked
package org.copyflow.ingest.files;

import org.jspecify.annotations.NullMarked;
