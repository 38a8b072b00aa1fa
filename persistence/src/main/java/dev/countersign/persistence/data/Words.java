package dev.countersign.persistence.data;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A set of words in one column: sorted, with single spaces between. */
final class Words {

  private Words() {}

  static String join(Collection<String> words) {
    boolean broken =
        words.stream().anyMatch(word -> word.isEmpty() || word.chars().anyMatch(c -> c <= ' '));
    if (broken) {
      throw new IllegalArgumentException("a word here is not empty and holds no white space");
    }
    return String.join(" ", new TreeSet<>(words));
  }

  static Set<String> split(String text) {
    return Arrays.stream(text.split(" ", -1))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
