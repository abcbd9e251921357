package drydock.git.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/// A zip's bytes, as the library reads them. When it opens one it reads the whole central directory
/// into memory, as many entries as there are; each of them takes three to five reads (signature,
/// fields, name, extra field, comment), so the reads are counted until it is open.
final class CountedReads implements SeekableByteChannel {
  private static final int READS_OF_AN_ENTRY = 5;

  /// The search for the directory's end: backwards over the longest comment.
  private static final int READS_BEFORE = 70_000;

  private final SeekableByteChannel file;
  private final Gate gate;
  private long left;

  CountedReads(SeekableByteChannel file, Gate gate) {
    this.file = file;
    this.gate = gate;
    this.left = (long) gate.mostEntries() * READS_OF_AN_ENTRY + READS_BEFORE;
  }

  void opened() {
    left = Long.MAX_VALUE;
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    if (left-- <= 0) {
      throw Rejection.of("it has more than " + gate.mostEntries() + " entries");
    }
    return file.read(into);
  }

  @Override
  public int write(ByteBuffer from) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long position() throws IOException {
    return file.position();
  }

  @Override
  public SeekableByteChannel position(long at) throws IOException {
    file.position(at);
    return this;
  }

  @Override
  public long size() throws IOException {
    return file.size();
  }

  @Override
  public SeekableByteChannel truncate(long size) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isOpen() {
    return file.isOpen();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
