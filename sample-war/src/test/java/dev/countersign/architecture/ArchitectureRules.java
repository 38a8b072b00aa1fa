package dev.countersign.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The rules, for the packages below a root: the real one, or that of the fixtures. */
final class ArchitectureRules {

  private static final String[] JDK = {"java..", "javax.crypto..", "org.jspecify.."};

  private final String root;

  private ArchitectureRules(String root) {
    this.root = root;
  }

  static Map<String, ArchRule> below(String root) {
    ArchitectureRules rules = new ArchitectureRules(root);
    Map<String, ArchRule> all = new LinkedHashMap<>();
    rules.arrows(all);
    HygieneRules.below(root, all);
    rules.security(all);
    return all;
  }

  private String in(String packages) {
    return root + "." + packages;
  }

  private void arrows(Map<String, ArchRule> all) {
    all.put(
        "signing knows the JDK and commons-codec only",
        classes()
            .that()
            .resideInAPackage(in("signing.."))
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(with(in("signing.."), "org.apache.commons.codec..")));
    all.put(
        "client knows signing and the JDK only",
        classes()
            .that()
            .resideInAPackage(in("client.."))
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(with(in("client.."), in("signing.."))));
    all.put(
        "access knows signing, the JDK and commons-codec only",
        classes()
            .that()
            .resideInAPackage(in("filter.access.."))
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                with(in("filter.access.."), in("signing.."), "org.apache.commons.codec..")));
    all.put(
        "packages filter and console are the only servlet code of the libraries",
        noClasses()
            .that()
            .resideInAnyPackage(
                in("signing.."),
                in("client.."),
                in("persistence.."),
                in("console.rest.."),
                in("filter.*.."))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.servlet.."));
    all.put(
        "filter does not know persistence",
        noClasses()
            .that()
            .resideInAPackage(in("filter.."))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(in("persistence.."), "jakarta.persistence.."));
    all.put(
        "no cycles between packages", slices().matching(root + ".(**)").should().beFreeOfCycles());
    all.put(
        "no cycles between the classes of deployment", ClassCycles.noneIn(in("filter.deployment")));
  }

  private void security(Map<String, ArchRule> all) {
    all.put(
        "MACs and digests are compared in Hmac only",
        noClasses()
            .that()
            .resideInAPackage(root + "..")
            .and(DescribedPredicate.not(simpleName("Hmac")))
            .should()
            .callMethod(MessageDigest.class, "isEqual", byte[].class, byte[].class)
            .orShould()
            .callMethod(Arrays.class, "equals", byte[].class, byte[].class));
    all.put(
        "secrets are revealed where they are signed with, sealed or shown once only",
        noClasses()
            .that()
            .resideInAnyPackage(in("filter.."), in("client.."))
            .should()
            .callMethodWhere(revealingASecret()));
    all.put(
        "an identity is built by the gate only",
        noClasses()
            .that()
            .resideOutsideOfPackage(in("filter.access"))
            .should()
            .callConstructorWhere(
                JavaAccess.Predicates.target(owner(simpleName("Admitted")))
                    .as("an Admitted is made")));
    all.put(
        "the filter is installed by a visible line in web.xml",
        noClasses()
            .that()
            .resideInAPackage(root + "..")
            .should()
            .beAnnotatedWith("jakarta.servlet.annotation.WebFilter")
            .orShould()
            .beAnnotatedWith("jakarta.servlet.annotation.WebListener")
            .orShould()
            .implement("jakarta.servlet.ServletContainerInitializer"));
  }

  private static DescribedPredicate<? super JavaMethodCall> revealingASecret() {
    return JavaAccess.Predicates.target(owner(simpleName("Secret")))
        .and(JavaAccess.Predicates.target(name("reveal").or(name("revealText"))))
        .forSubtype()
        .as("a secret is revealed");
  }

  private static String[] with(String... more) {
    String[] all = Arrays.copyOf(JDK, JDK.length + more.length);
    System.arraycopy(more, 0, all, JDK.length, more.length);
    return all;
  }
}
