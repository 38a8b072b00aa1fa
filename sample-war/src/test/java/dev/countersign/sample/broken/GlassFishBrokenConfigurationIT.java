package dev.countersign.sample.broken;

import java.nio.file.Path;
import java.util.Set;

/** On GlassFish, which serves a WAR without its filter when the filter's start throws. */
class GlassFishBrokenConfigurationIT extends BrokenConfigurationContract {

  @Override
  BrokenServer start(Path directory) throws Exception {
    return GlassFishServer.start();
  }

  @Override
  Set<String> broughtByTheServer() {
    return Set.of("commons-codec", "jakarta.persistence-api", "org.eclipse.persistence.");
  }
}
