package dev.countersign.console.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A parameter that has to be there: an empty one is mostly a variable that is not set. */
final class NotEmpty implements ITypeConverter<String> {

  @Override
  public String convert(String written) {
    if (written.isBlank()) {
      throw new TypeConversionException("it is empty");
    }
    return written;
  }
}
