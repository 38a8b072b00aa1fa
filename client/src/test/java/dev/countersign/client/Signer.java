package dev.countersign.client;

import dev.countersign.signing.vectors.Programs;
import dev.countersign.signing.vectors.Programs.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The single-file signers, run as a user runs them. */
enum Signer {
  SHELL("sh signers/countersign.sh", "sh openssl curl od"),
  PYTHON("python3 -B signers/countersign.py", "python3"),
  NODE("node signers/countersign.mjs", "node");

  static final String KEY = "orders-app-01";
  static final String SECRET = "Schlüssel 'of' the $orders \\ app";

  private final String command;
  private final String programs;

  Signer(String command, String programs) {
    this.command = command;
    this.programs = programs;
  }

  /** Fails or skips the test where what the signer needs is missing. */
  Signer required() {
    Programs.require(programs.split(" "));
    return this;
  }

  /** Runs it for the usual application in the environment {@code release}. */
  Outcome run(String... arguments) {
    return run(Map.of("COUNTERSIGN_SECRET", SECRET), List.of(arguments));
  }

  /**
   * Runs it for the usual application in the environment {@code release}, with variables of one's
   * own.
   */
  Outcome run(Map<String, String> variables, List<String> arguments) {
    Map<String, String> environment = new HashMap<>();
    environment.put("COUNTERSIGN_APP_KEY", KEY);
    environment.put("COUNTERSIGN_ENVIRONMENT", "release");
    environment.putAll(variables);
    List<String> line = new ArrayList<>(List.of(command.split(" ")));
    line.addAll(arguments);
    return Programs.run(environment, line);
  }
}
