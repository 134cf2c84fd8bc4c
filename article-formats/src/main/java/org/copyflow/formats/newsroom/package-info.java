/// How newsrooms and their sites write what is around an article: bylines, dates, sources, credits, notes, furniture.
/// One line of text enters a recogniser, what it states leaves. The words they go by are lists in resource files, by
/// convention and language, never by publisher. Pure functions, thread-safe. Read [LineReader] first.
@NullMarked
package org.copyflow.formats.newsroom;

import org.jspecify.annotations.NullMarked;
