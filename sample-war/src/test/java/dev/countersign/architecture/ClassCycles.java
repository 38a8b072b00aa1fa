package dev.countersign.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/** Takes each class of a package, with those inside of it, as a slice of its own. */
record ClassCycles(String packageName) implements SliceAssignment {

  static ArchRule noneIn(String packageName) {
    return slices().assignedFrom(new ClassCycles(packageName)).should().beFreeOfCycles();
  }

  @Override
  public String getDescription() {
    return "classes of " + packageName;
  }

  @Override
  public SliceIdentifier getIdentifierOf(JavaClass type) {
    return type.getPackageName().equals(packageName)
        ? SliceIdentifier.of(type.getName().replaceFirst("[$].*", ""))
        : SliceIdentifier.ignore();
  }
}
