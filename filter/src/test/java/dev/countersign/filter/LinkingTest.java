package dev.countersign.filter;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** The filter and its answer of last resort link JDK and servlet types only, and each other. */
class LinkingTest {

  private static final Class<?>[] ALONE = {
    AccessFilter.class,
    AbandonedConnectionException.class,
    DeclaredLength.class,
    Door.class,
    HttpVersion.class,
    Passage.class,
    ProblemResponse.class,
    JsonText.class,
    RequestId.class
  };

  @Test
  void whatMustLinkAlone_linksAlone() {
    JavaClasses alone = new ClassFileImporter().importClasses(ALONE);
    assertEquals(ALONE.length, alone.size());
    DescribedPredicate<JavaClass> allowed =
        JavaClass.Predicates.resideInAnyPackage("java..", "jakarta.servlet..", "org.jspecify..")
            .or(JavaClass.Predicates.belongToAnyOf(ALONE))
            .or(JavaClass.Predicates.belongToAnyOf(Deployment.class));
    classes().should().onlyDependOnClassesThat(allowed).check(alone);
  }
}
