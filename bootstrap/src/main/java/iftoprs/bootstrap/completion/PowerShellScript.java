package iftoprs.bootstrap.completion;

import java.util.List;
import java.util.stream.Collectors;

/** For PowerShell, whose native completer completes files by itself where nothing is offered. */
final class PowerShellScript {

  private static final String HEAD =
      """
      # PowerShell completion for iftoprs, written by: iftoprs --completions powershell

      Register-ArgumentCompleter -Native -CommandName 'iftoprs' -ScriptBlock {
          param($wordToComplete, $commandAst, $cursorPosition)

          $words = @($commandAst.CommandElements | ForEach-Object { $_.Extent.Text })
          $place = $words.Count - 1
          if ($wordToComplete -eq '') { $place = $words.Count }
          $previous = ''
          if ($place -gt 1) { $previous = $words[$place - 1] }

          $values = switch -CaseSensitive ($previous) {
      """;

  private static final String MIDDLE =
      """
              default { $null }
          }
          if ($null -ne $values) {
              @($values) | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
                  $text = $_
                  if ($text -match "[ ']") { $text = "'" + $text.Replace("'", "''") + "'" }
                  [System.Management.Automation.CompletionResult]::new($text, $_, 'ParameterValue', $_)
              }
              return
          }

          $options = @(
      """;

  private static final String TAIL =
      """
          )
          $options | Where-Object { $_[0] -clike "$wordToComplete*" } | ForEach-Object {
              [System.Management.Automation.CompletionResult]::new($_[0], $_[0], 'ParameterName', $_[1])
          }
      }
      """;

  private PowerShellScript() {}

  static String of(List<Completion> options) {
    StringBuilder script = new StringBuilder(HEAD);
    for (Completion option : options) {
      if (option.kind() != Completion.Kind.NOTHING) {
        for (String name : option.names()) {
          script.append("        ").append(quoted(name)).append(" { ");
          script.append(values(option)).append(" }\n");
        }
      }
    }
    script.append(MIDDLE);
    for (Completion option : options) {
      for (String name : option.names()) {
        script.append("        , @(").append(quoted(name)).append(", ");
        script.append(quoted(option.hint())).append(")\n");
      }
    }
    return script.append(TAIL).toString();
  }

  private static String values(Completion option) {
    return switch (option.kind()) {
      case NOTHING, FREE, USER -> "return";
      case FILE -> "return";
      case DEVICE ->
          "iftoprs --list-interfaces | Select-Object -Skip 1 | ForEach-Object { ($_ -replace '^[*"
              + " ]+', '') -split ' ' | Select-Object -First 1 }";
      case THEME -> "iftoprs --list-colors | ForEach-Object { ($_ -split ' {2,}')[0] }";
      case CHOICE ->
          option.choices().stream().map(PowerShellScript::quoted).collect(Collectors.joining(", "));
    };
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
