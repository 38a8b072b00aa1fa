package dev.countersign.filter.settings;

import static dev.countersign.filter.settings.ValueForm.require;

import dev.countersign.filter.access.GroupBindings;
import dev.countersign.signing.SignableRequest;
import dev.countersign.signing.Tokens;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The forms of settings that name hosts, paths, environments and API groups. */
final class TargetForms {

  private static final int MAX_ENVIRONMENT_LENGTH = 64;

  private TargetForms() {}

  static ValueForm<String> environment() {
    return ValueForm.text(
        "a name of 1 to 64 of A-Z, a-z, 0-9, `_` and `-`", TargetForms::environment);
  }

  static ValueForm<Map<String, String>> hosts() {
    return new ValueForm<>(
        "`<host>=<environment>` pairs between commas",
        text -> {
          Map<String, String> hosts = new LinkedHashMap<>();
          ValueForm.pairs(text, '=')
              .forEach(
                  (host, environment) -> {
                    String former = hosts.put(authority(host), environment(environment));
                    require(former == null, '"' + host + "\" occurs twice");
                  });
          return hosts;
        });
  }

  static ValueForm<Set<String>> authorities() {
    return new ValueForm<>(
        "host names between commas, with the port where it is not 80 or 443",
        text ->
            ValueForm.elements(text).stream()
                .map(TargetForms::authority)
                .collect(Collectors.toCollection(LinkedHashSet::new)));
  }

  static ValueForm<String> publicPath() {
    return ValueForm.text(
        "a raw path such as `/shop/v1`, without a final slash; `/` for none",
        text -> {
          require(text.startsWith("/") && Tokens.isVisibleAsciiWithoutSpace(text));
          require(text.chars().noneMatch(c -> "?#;\\".indexOf(c) >= 0) && !text.contains("//"));
          require(text.length() == 1 || !text.endsWith("/"));
          return text.length() == 1 ? "" : text;
        });
  }

  static ValueForm<GroupBindings> bindings() {
    return new ValueForm<>(
        "`<API group>:<path prefix>` pairs between commas, such as `orders:/orders,echo:/echo`; one group alone may go without prefix",
        text -> new GroupBindings(prefixes(text)));
  }

  private static Map<String, String> prefixes(String text) {
    boolean alone = text.indexOf(':') < 0 && text.indexOf(',') < 0 && !text.isBlank();
    return alone ? Map.of(text.strip(), "/") : ValueForm.pairs(text, ':');
  }

  private static String environment(String name) {
    require(
        Tokens.isIdentifier(name, 1, MAX_ENVIRONMENT_LENGTH),
        '"' + name + "\" is no environment name");
    return name;
  }

  private static String authority(String host) {
    boolean plain = host.chars().noneMatch(c -> "/?#@=".indexOf(c) >= 0);
    require(plain && Tokens.isVisibleAsciiWithoutSpace(host), '"' + host + "\" is no host");
    return SignableRequest.canonicalAuthority(host);
  }
}
