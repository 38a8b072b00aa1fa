package dev.countersign.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Rules for all packages alike. */
final class HygieneRules {

  private HygieneRules() {}

  static void below(String root, Map<String, ArchRule> all) {
    all.put(
        "no drawer packages",
        noClasses()
            .that()
            .resideInAPackage(root + "..")
            .should()
            .resideInAnyPackage(
                "..internal..", "..util..", "..common..", "..impl..", "..helper.."));
    all.put(
        "time is an argument",
        noClasses()
            .that()
            .resideInAPackage(root + "..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemUTC"));
    all.put(
        "no standard streams but in commands",
        noClasses()
            .that()
            .resideInAPackage(root + "..")
            .and()
            .resideOutsideOfPackages(root + ".persistence.command", root + ".console.command..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            // Which writes to the latter.
            .callMethod(Throwable.class, "printStackTrace"));
    all.put(
        "logging is System.Logger",
        noClasses()
            .that()
            .resideInAPackage(root + "..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.logging..", "org.slf4j..", "org.apache.logging.."));
    all.put(
        "no thread locals, which outlive a WAR",
        noClasses()
            .that()
            .resideInAPackage(root + "..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ThreadLocal.class));
  }

  /**
   * Of tests, which wait for something to be so, at most until a deadline.
   *
   * @param meant simple names of those whose pauses are what they test
   */
  static ArchRule nobodySleeps(String root, String... meant) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and(not(simpleNameIn(meant)))
        .should()
        .callMethod(Thread.class, "sleep", long.class)
        .orShould()
        .callMethod(TimeUnit.class, "sleep", long.class);
  }

  private static DescribedPredicate<JavaClass> simpleNameIn(String... names) {
    return describe(
        "named one of " + List.of(names), type -> List.of(names).contains(type.getSimpleName()));
  }
}
