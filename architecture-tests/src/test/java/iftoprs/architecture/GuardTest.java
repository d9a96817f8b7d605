package iftoprs.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The rules look at something: a misspelt package matches no class, and a rule about no class
 * passes in silence.
 */
@AnalyzeClasses(packages = "iftoprs", importOptions = DoNotIncludeTests.class)
class GuardTest {

  private static final int FEWEST_CLASSES = 300;
  private static final Pattern STEREOTYPE = Pattern.compile("<<([^>]+)>>");

  @ArchTest
  static void the_whole_house_was_imported(JavaClasses house) {
    assertThat(house.size()).isGreaterThanOrEqualTo(FEWEST_CLASSES);
  }

  @ArchTest
  static void no_test_and_no_planted_violation_was_imported(JavaClasses house) {
    assertThat(house)
        .noneMatch(type -> type.getPackageName().startsWith("iftoprs.violations"))
        .noneMatch(type -> type.getPackageName().startsWith("iftoprs.architecture"))
        .noneMatch(type -> type.getName().endsWith("Test"));
  }

  @ArchTest
  static void every_room_of_a_rule_has_classes(JavaClasses house) {
    assertThat(House.ROOMS).allSatisfy(room -> assertThatItHasClasses(house, room));
  }

  @ArchTest
  static void every_box_of_the_picture_has_classes(JavaClasses house) throws IOException {
    assertThat(boxes()).hasSizeGreaterThan(8);
    assertThat(boxes()).allSatisfy(box -> assertThatItHasClasses(house, box));
  }

  @ArchTest
  static void every_class_stands_in_one_box_of_the_picture(JavaClasses house) throws IOException {
    List<PackageMatcher> boxes = boxes().stream().map(PackageMatcher::of).toList();
    assertThat(house)
        .allSatisfy(
            type ->
                assertThat(boxes).filteredOn(box -> box.matches(type.getPackageName())).hasSize(1));
  }

  @ArchTest
  static void every_library_is_used_by_its_room(JavaClasses house) {
    assertThat(ThirdPartyTest.LIBRARIES)
        .allSatisfy(
            library ->
                assertThat(house)
                    .anyMatch(
                        type ->
                            library.belongsTo(type)
                                && type.getDirectDependenciesFromSelf().stream()
                                    .anyMatch(it -> library.holds(it.getTargetClass()))));
  }

  private static void assertThatItHasClasses(JavaClasses house, String pattern) {
    PackageMatcher room = PackageMatcher.of(pattern);
    assertThat(house).as(pattern).anyMatch(type -> room.matches(type.getPackageName()));
  }

  private static List<String> boxes() throws IOException {
    String picture = Files.readString(HexagonTest.DIAGRAM).replaceAll("(?m)^'.*$", "");
    return STEREOTYPE.matcher(picture).results().map((MatchResult it) -> it.group(1)).toList();
  }
}
