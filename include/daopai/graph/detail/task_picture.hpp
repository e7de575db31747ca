/// How the tasks of a schedule are drawn in DOT.
#ifndef DAOPAI_GRAPH_DETAIL_TASK_PICTURE_HPP
#define DAOPAI_GRAPH_DETAIL_TASK_PICTURE_HPP

#include <daopai/graph/dot.hpp>

namespace daopai::detail {

/// Phases become clusters; an arrow to or from a phase goes to its first or last task and is cut
/// at the cluster's border (compound, lhead, ltail).
class task_picture {
public:
  explicit task_picture(const schedule& s)
      : s_(s), plan_(s.plan()), graph_(plan_), critical_(graph_.all().size(), false) {
    const dependency_tracer tracer(s);
    for (const plan_graph::edge& e : tracer.graph().all()) {
      const auto place = tracer.graph().dependency(e);
      if (place) critical_[*place] = tracer.is_critical(e);
    }
  }

  [[nodiscard]] std::string run() {
    dot_ = "digraph plan {\n  label=" + dot_quoted(plan_.title()) +
           ";\n  labelloc=t; rankdir=LR; compound=true; nodesep=0.2; ranksep=0.6;\n"
           "  node [shape=box, style=filled, fillcolor=white];\n  edge [color=gray40];\n";
    draw_tasks();
    for (std::size_t i = 0; i < plan_.inspections().size(); ++i) draw(inspection_id(i));
    for (const plan_graph::edge& e : graph_.all()) draw(e);
    return dot_ + "}\n";
  }

private:
  /// Depth first with a work list; nothing in it stands for the end of a cluster.
  void draw_tasks() {
    std::vector<std::optional<task_id>> open;
    for (std::size_t t = plan_.tasks().size(); t-- > 0;) {
      if (!plan_.parent(task_id(t))) open.emplace_back(task_id(t));
    }
    while (!open.empty()) {
      const std::optional<task_id> t = open.back();
      open.pop_back();
      if (!t) {
        dot_ += "  }\n";
      } else if (plan_.is_phase(*t)) {
        begin_cluster(*t);
        open.emplace_back(std::nullopt);
        const auto below = plan_.children(*t);
        open.insert(open.end(), below.rbegin(), below.rend());
      } else {
        draw(*t);
      }
    }
  }

  void begin_cluster(task_id t) {
    dot_ += "  subgraph cluster_" + std::to_string(t.index()) +
            " {\n    label=" + dot_quoted(title_of(t)) +
            "; style=\"rounded,filled\"; color=gray60; fillcolor=gray95;\n";
  }

  void draw(task_id t) {
    const bool milestone = plan_[t].duration.count() == 0;
    std::string text = title_of(t);
    if (const auto lead = plan_.lead(t)) text += '\n' + plan_[*lead].name;
    text += '\n' + to_string(s_.early_start(t));
    if (s_.early_finish(t) != s_.early_start(t)) text += " – " + to_string(s_.early_finish(t));
    const std::int32_t room = s_.total_float(t).count();
    text += (room < 0 ? "  " : "  +") + std::to_string(room);
    dot_ += "    t" + std::to_string(t.index()) + " [label=" + dot_quoted(text);
    if (milestone) dot_ += ", style=\"rounded,filled\"";
    if (plan_[t].progress.finished) dot_ += ", fillcolor=gray85";
    if (s_.is_critical(t)) dot_ += ", color=red3, penwidth=2.5";
    dot_ += "];\n";
  }

  void draw(inspection_id i) {
    const inspection_outlook outlook = s_[i];
    std::string text = plan_[i].name + '\n' + to_string(outlook.first_day);
    if (plan_[i].window.last != plan_[i].window.first) {
      text += " – " + to_string(plan_[i].window.last);
    }
    if (outlook.total_float) {
      const std::int32_t room = outlook.total_float->count();
      text += (room < 0 ? "  " : "  +") + std::to_string(room);
    }
    dot_ += "  i" + std::to_string(i.index()) +
            " [peripheries=2, fillcolor=lightyellow, label=" + dot_quoted(text) + "];\n";
  }

  void draw(const plan_graph::edge& e) {
    dot_ += "  " + end_name(e.from, false) + " -> " + end_name(e.to, true) + " [";
    if (is_phase(e.from)) dot_ += "ltail=cluster_" + std::to_string(e.from) + ", ";
    if (is_phase(e.to)) dot_ += "lhead=cluster_" + std::to_string(e.to) + ", ";
    if (const std::string words = words_of(e); !words.empty()) {
      dot_ += "label=" + dot_quoted(words) + ", ";
    }
    dot_ += critical_[*graph_.dependency(e)] ? "color=red3, penwidth=2.5];\n" : "weight=1];\n";
  }

  /// "" for a plain finish-to-start dependency, else such as "SS+2" or "FS-3d".
  [[nodiscard]] std::string words_of(const plan_graph::edge& e) const {
    constexpr const char* kinds[] = {"FS", "SS", "FF", "SF"};
    const std::int32_t lag = graph_.lag(e).amount();
    const bool plain = graph_.kind(e) == dependency_kind::finish_to_start && lag == 0;
    if (plain) return "";
    std::string text = kinds[static_cast<std::size_t>(graph_.kind(e))];
    if (lag == 0) return text;
    text += (lag > 0 ? "+" : "") + std::to_string(lag);
    return graph_.lag(e).in_calendar_days() ? text + 'd' : text;
  }

  [[nodiscard]] std::string end_name(plan_graph::vertex v, bool first) const {
    if (graph_.is_inspection(v)) return "i" + std::to_string(graph_.inspection_of(v).index());
    task_id t = graph_.task_of(v);
    while (plan_.is_phase(t)) t = first ? plan_.children(t).front() : plan_.children(t).back();
    return "t" + std::to_string(t.index());
  }
  [[nodiscard]] bool is_phase(plan_graph::vertex v) const {
    return graph_.is_task(v) && plan_.is_phase(graph_.task_of(v));
  }

  [[nodiscard]] std::string title_of(task_id t) const {
    return plan_[t].name.empty() ? plan_[t].id.text() : plan_[t].name;
  }

  const schedule& s_;
  const plan& plan_;
  plan_graph graph_;            // as it is written
  std::vector<bool> critical_;  // by place among the plan's dependencies
  std::string dot_{};
};

}  // namespace daopai::detail

namespace daopai {

inline std::string dot_of_tasks(const schedule& s) { return detail::task_picture(s).run(); }

}  // namespace daopai

#endif  // DAOPAI_GRAPH_DETAIL_TASK_PICTURE_HPP
