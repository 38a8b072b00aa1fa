package dev.countersign.persistence.importfile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The text of a file: UTF-8 and nothing else, because a character replaced is a secret changed. */
final class FileText {

  /** Spreadsheets write it in front of what they save as UTF-8. */
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private FileText() {}

  static Optional<String> of(InputStream stream, LineErrors errors) throws IOException {
    byte[] bytes = stream.readNBytes(ImportFile.MOST_BYTES + 1);
    if (bytes.length > ImportFile.MOST_BYTES) {
      errors.add(
          new Place(1, 0), "a file has at most " + ImportFile.MOST_BYTES + " bytes: divide it");
      return Optional.empty();
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      errors.add(
          new Place(lineAt(bytes, in.position()), 0), "this line is not UTF-8: save the file so");
      return Optional.empty();
    }
    String text = out.flip().toString();
    boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
    return Optional.of(marked ? text.substring(1) : text);
  }

  private static int lineAt(byte[] bytes, int position) {
    int line = 1;
    for (int i = 0; i < position; i++) {
      boolean end = bytes[i] == '\n' || (bytes[i] == '\r' && bytes[i + 1] != '\n');
      line += end ? 1 : 0;
    }
    return line;
  }
}
