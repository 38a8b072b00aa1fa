package dev.countersign.console.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What {@code --help} says of every command, option and parameter. */
class HelpTest extends DatabaseCommands {

  private record Said(String of, String text) {

    boolean isWell() {
      boolean ends = text.matches("(?s).*[^\\s.,;:]\\.?");
      return ends && text.length() > 5 && !text.contains("  ") && !text.contains("..  ");
    }
  }

  private static List<CommandLine> all(CommandLine command) {
    List<CommandLine> all = new ArrayList<>(List.of(command));
    command.getSubcommands().values().forEach(one -> all.addAll(all(one)));
    return all;
  }

  private static Said said(String command, ArgSpec argument) {
    String name =
        argument instanceof OptionSpec option
            ? option.longestName()
            : ((PositionalParamSpec) argument).paramLabel();
    return new Said(command + " " + name, String.join(" ", argument.description()));
  }

  private List<CommandLine> commands() {
    return all(CommandLineTool.tool(scene.terminal()));
  }

  @Test
  void everyCommandOptionAndParameter_isDescribed() {
    List<Said> said = new ArrayList<>();
    for (CommandLine command : commands()) {
      String name = command.getCommandSpec().qualifiedName();
      String[] description = command.getCommandSpec().usageMessage().description();
      said.add(new Said(name, String.join(" ", description)));
      command.getCommandSpec().args().forEach(argument -> said.add(said(name, argument)));
    }
    assertTrue(said.size() > 500, "only " + said.size());
    assertEquals(List.of(), said.stream().filter(one -> !one.isWell()).toList());
  }

  @Test
  void everyCommand_printsItsHelpWithoutADatabase() {
    for (CommandLine command : commands()) {
      List<String> words =
          new ArrayList<>(List.of(command.getCommandSpec().qualifiedName().split(" ", -1)));
      words.remove(0);
      words.add("--help");
      CommandScene.Result help = scene.bare(words.toArray(String[]::new));
      assertEquals(0, help.code(), help::toString);
      assertTrue(help.out().contains("--jdbc-url"), help::toString);
    }
  }

  @Test
  void everyParameterOfACommand_isRequired() {
    for (CommandLine command : commands()) {
      command
          .getCommandSpec()
          .positionalParameters()
          .forEach(one -> assertTrue(one.required(), command.getCommandName() + one));
    }
  }
}
