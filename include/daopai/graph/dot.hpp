/// Pictures of a schedule for Graphviz: its tasks, and the hand-offs between its units.
#ifndef DAOPAI_GRAPH_DOT_HPP
#define DAOPAI_GRAPH_DOT_HPP

#include <daopai/graph/hand_offs.hpp>

#include <string>
#include <string_view>

namespace daopai {

/// The tasks from left to right, phases as boxes around theirs, inspections as double boxes. A task
/// shows its name, its lead unit, its early dates and its total float; critical tasks and the
/// dependencies between them that set dates are bold and red. Dependencies other than plain
/// finish-to-start ones bear their kind and lag ("SS+2", "FS+3d" in calendar days).
/// UTF-8 as it is; the text ends with a newline. O(plan).
[[nodiscard]] std::string dot_of_tasks(const schedule& s);

/// The units that hand something off, with an arrow for each hand-off: how often, and in red how
/// many of these are critical ("3 (1!)"). O(hand_offs()).
[[nodiscard]] std::string dot_of_units(const schedule& s);

/// Text between double quotes for DOT: quotes and backslashes are escaped, line ends become \n, and
/// other control characters are left out.
[[nodiscard]] std::string dot_quoted(std::string_view text);

}  // namespace daopai

#include <daopai/graph/detail/task_picture.hpp>

namespace daopai {

inline std::string dot_quoted(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    if (c == '\n') quoted += "\\n";
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && byte != 0x7f) quoted += c;
  }
  return quoted + '"';
}

inline std::string dot_of_units(const schedule& s) {
  const plan& p = s.plan();
  std::string dot = "digraph units {\n  label=" + dot_quoted(p.title()) +
                    ";\n  labelloc=t; rankdir=LR; nodesep=0.3; ranksep=0.9;\n"
                    "  node [shape=box, style=rounded];\n";
  std::set<unit_id> drawn;
  for (const hand_off& h : hand_offs(s)) {
    for (const unit_id u : {h.from, h.to}) {
      if (!drawn.insert(u).second) continue;
      dot += "  u" + std::to_string(u.index()) + " [label=" + dot_quoted(p[u].name) + "];\n";
    }
    dot += "  u" + std::to_string(h.from.index()) + " -> u" + std::to_string(h.to.index());
    const std::string count = std::to_string(h.count);
    dot += h.critical == 0 ? " [label=\"" + count + "\"];\n"
                           : " [label=\"" + count + " (" + std::to_string(h.critical) +
                                 "!)\", color=red3, fontcolor=red3, penwidth=2.5];\n";
  }
  return dot + "}\n";
}

}  // namespace daopai

#endif  // DAOPAI_GRAPH_DOT_HPP
