package dev.countersign.sample.broken;

import java.nio.file.Path;

/** A server to which broken WARs are deployed. */
interface BrokenServer extends AutoCloseable {

  int port();

  /** Deploys an unpacked WAR; that the server refuses to is no failure. */
  void deploy(String name, Path war);

  void undeploy(String name);

  @Override
  void close();
}
