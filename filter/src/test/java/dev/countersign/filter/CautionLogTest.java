package dev.countersign.filter;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.testing.HeardLog;
import org.junit.jupiter.api.Test;

/** What is allowed and yet weak is told at every start. */
class CautionLogTest {

  private static String logged(String... namesAndValues) throws Exception {
    try (HeardLog log = HeardLog.ofLibrary()) {
      TestWar.Builder war = TestWar.war().stores(new TestStores()).servlet("/*", new EchoServlet());
      for (int i = 0; i < namesAndValues.length; i += 2) {
        war = war.setting(namesAndValues[i], namesAndValues[i + 1]);
      }
      war.start().close();
      return log.text();
    }
  }

  @Test
  void environmentSegmentThatASchemeLeavesUnsigned_isAWarning() throws Exception {
    String text = logged("environmentFrom", "path", "schemes", "countersign-1,tencent");
    assertTrue(text.contains(" finds the environment in the first segment of the path"), text);
    assertTrue(text.contains("WARNING The access filter "), text);
  }

  @Test
  void replayOff_isAWarning_andTheDefaultIsNone() throws Exception {
    assertTrue(logged("replay", "off").contains(" remembers no signatures (replay=off)"));
    String text = logged("schemes", "countersign-1,tencent");
    assertFalse(text.contains("remembers no signatures"), text);
    assertFalse(text.contains("finds the environment"), text);
  }
}
