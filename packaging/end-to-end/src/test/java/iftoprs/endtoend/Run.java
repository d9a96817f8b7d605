package iftoprs.endtoend;

import java.util.List;

/**
 * A process that has ended.
 *
 * @param status exit status
 * @param out what it printed
 * @param err what it complained about
 */
record Run(int status, String out, String err) {

  List<String> lines() {
    return out.lines().toList();
  }
}
