package org.copyflow.index.search.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NRTCachingDirectory;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.ArticleStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The index on disk. What is written is found after [#refresh], and is there after a kill once it is committed,
/// together with the position in Kafka that it stands for. One thread writes, any number search.
public final class SearchIndex implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SearchIndex.class);
    private static final double BUFFER_MIB = 32;
    private static final double SMALL_SEGMENT_MIB = 1;
    private static final double SMALL_SEGMENTS_MIB = 16;
    private static final Duration SEARCHED = Duration.ofSeconds(10);

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private volatile long searchedAt = System.nanoTime() - SEARCHED.toNanos();

    private SearchIndex(Directory directory, IndexWriter writer) throws IOException {
        this.directory = directory;
        this.writer = writer;
        this.searchers = new SearcherManager(writer, null);
    }

    /// Opens the index, or begins an empty one where there is none or where it cannot be read: it holds nothing that is
    /// not in Kafka.
    ///
    /// @param folder of this index alone
    public static SearchIndex open(Path folder) {
        try {
            Files.createDirectories(folder);
            // what is shown several times a second need not be a file before it is merged or committed
            Directory directory =
                    new NRTCachingDirectory(FSDirectory.open(folder), SMALL_SEGMENT_MIB, SMALL_SEGMENTS_MIB);
            return new SearchIndex(directory, writer(directory));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open the search index in " + folder + ": " + e.getMessage(), e);
        }
    }

    private static IndexWriter writer(Directory directory) throws IOException {
        try {
            return new IndexWriter(directory, config(IndexWriterConfig.OpenMode.CREATE_OR_APPEND));
        } catch (CorruptIndexException | IndexFormatTooOldException | IndexFormatTooNewException e) {
            LOG.warn("the search index in {} cannot be read and is made anew: {}", directory, e.getMessage());
            return new IndexWriter(directory, config(IndexWriterConfig.OpenMode.CREATE));
        }
    }

    private static IndexWriterConfig config(IndexWriterConfig.OpenMode mode) {
        return new IndexWriterConfig(SearchAnalyzer.ofTexts())
                .setOpenMode(mode)
                .setRAMBufferSizeMB(BUFFER_MIB)
                .setCommitOnClose(false);
    }

    /// What the last commit holds.
    IndexPosition position() {
        var data = new HashMap<String, String>();
        Iterable<Map.Entry<String, String>> committed = writer.getLiveCommitData();
        if (committed != null) {
            committed.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
        }
        return IndexPosition.of(data);
    }

    /// Replaces the article, or takes it out where it may not be used any more.
    public void put(Article article) throws IOException {
        if (article.status() == ArticleStatus.USABLE) {
            writer.updateDocument(key(article.id()), ArticleDocument.of(article));
        } else {
            remove(article.id());
        }
    }

    public void remove(String articleId) throws IOException {
        writer.deleteDocuments(key(articleId));
    }

    /// Empties the index, to be read anew.
    void clear() throws IOException {
        writer.deleteAll();
    }

    /// Shows searches what was written.
    public void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    void commit(IndexPosition position) throws IOException {
        writer.setLiveCommitData(position.asCommitData().entrySet());
        writer.commit();
    }

    public int articles() {
        return writer.getDocStats().numDocs;
    }

    /// Whether somebody searched lately. While nobody does and much is written, it need not be shown again and again:
    /// each time makes a small piece of the index, and these have to be merged.
    boolean isSearched() {
        return System.nanoTime() - searchedAt < SEARCHED.toNanos();
    }

    /// Lends the index to a search, as it is now; after a while without searches, all that was written.
    public <T> T search(Search<T> search) throws IOException {
        if (!isSearched()) {
            refresh();
        }
        searchedAt = System.nanoTime(); // not before: whoever searches meanwhile waits for the same
        IndexSearcher now = searchers.acquire();
        try {
            return search.in(new IndexSearcher(now.getIndexReader()));
        } finally {
            searchers.release(now);
        }
    }

    /// What is asked of the index.
    public interface Search<T> {
        T in(IndexSearcher searcher) throws IOException;
    }

    /// What is not committed is read again from Kafka.
    @Override
    public void close() throws IOException {
        searchers.close();
        writer.close();
        directory.close();
    }

    private static Term key(String articleId) {
        return new Term(SearchFields.ID, articleId);
    }
}
