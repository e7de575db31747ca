/// The dates that bind tasks: their own, and those of the phases above them.
#ifndef DAOPAI_SCHEDULE_DETAIL_LIMITS_HPP
#define DAOPAI_SCHEDULE_DETAIL_LIMITS_HPP

#include <daopai/plan/detail/link_graph.hpp>
#include <daopai/plan/plan.hpp>
#include <daopai/schedule/date_limit.hpp>

#include <limits>

namespace daopai::detail {

/// Tasks in an order in which each comes after its parent. O(tasks).
[[nodiscard]] inline std::vector<task_id> from_the_top(const plan& p) {
  std::vector<task_id> order;
  order.reserve(p.tasks().size());
  for (std::size_t t = 0; t < p.tasks().size(); ++t) {
    if (!p.parent(task_id(t))) order.emplace_back(t);
  }
  if (order.size() == p.tasks().size()) return order;  // nothing has a parent
  for (std::size_t head = 0; head < order.size(); ++head) {
    for (const task_id child : p.children(order[head])) order.push_back(child);
  }
  return order;
}

/// The dates written at the tasks themselves, by task. Tasks are large: they are read for this
/// once.
struct own_dates {
  static constexpr day_number none = std::numeric_limits<day_number>::max();
  std::vector<day_number> not_before{};
  std::vector<day_number> deadline{};

  own_dates() = default;
  explicit own_dates(const plan& p) {
    reserve(p.tasks().size());
    for (const task& t : p.tasks()) add(t);
  }
  void reserve(std::size_t tasks) {
    not_before.reserve(tasks);
    deadline.reserve(tasks);
  }
  void add(const task& t) {
    not_before.push_back(t.not_before ? to_day(t.not_before->first_day) : none);
    deadline.push_back(t.deadline ? to_day(t.deadline->last_day) : none);
  }
};

/// The earliest deadline and the latest not_before among a task's own and those of all its phases.
class inherited_limits {
public:
  /// `dates` must outlive it. O(1) without phases, else O(tasks).
  inherited_limits(const plan& p, const own_dates& dates, bool has_phases) : own_(dates) {
    if (!has_phases) return;
    earliest_.resize(p.tasks().size());
    latest_.resize(p.tasks().size());
    for (const task_id t : from_the_top(p)) inherit(p, t);
  }

  [[nodiscard]] binding_limit earliest(task_id t) const {
    return earliest_.empty() ? limit_on(own_.not_before[t.index()], t) : earliest_[t.index()];
  }
  [[nodiscard]] binding_limit latest(task_id t) const {
    return latest_.empty() ? limit_on(own_.deadline[t.index()], t) : latest_[t.index()];
  }

private:
  [[nodiscard]] static binding_limit limit_on(day_number day, task_id t) {
    return day == own_dates::none ? binding_limit() : date_limit{day, t};
  }

  void inherit(const plan& p, task_id t) {
    auto& early = earliest_[t.index()];
    auto& late = latest_[t.index()];
    if (const auto above = p.parent(t)) {
      early = earliest_[above->index()];
      late = latest_[above->index()];
    }
    const auto from = limit_on(own_.not_before[t.index()], t);
    if (from && (!early || from->day >= early->day)) early = from;
    const auto until = limit_on(own_.deadline[t.index()], t);
    if (until && (!late || until->day <= late->day)) late = until;
  }

  const own_dates& own_;
  std::vector<binding_limit> earliest_{};  // by task; empty without phases
  std::vector<binding_limit> latest_{};
};

/// The latest of all deadlines and eves of inspections. At one date an inspection wins, then the
/// least key, so that the order of the plan does not matter.
[[nodiscard]] inline std::optional<date_limit> find_last_anchor(const plan& p,
                                                                const own_dates& dates) {
  std::optional<date_limit> last;
  const auto take_if_later = [&](day_number day, auto who) {
    const bool ties = last && day == last->day && last->from.is_task() == event_id(who).is_task();
    const bool wins_tie = ties && p[who].id.text() < key_text(p, last->from);
    if (!last || day > last->day || wins_tie) last = date_limit{day, who};
  };
  for (std::size_t i = 0; i < p.inspections().size(); ++i) {
    take_if_later(to_day(p.inspections()[i].window.first) - 1, inspection_id(i));
  }
  for (std::size_t t = 0; t < dates.deadline.size(); ++t) {
    if (dates.deadline[t] != own_dates::none) take_if_later(dates.deadline[t], task_id(t));
  }
  return last;
}

/// The nodes of all inspections on the day after `day` and of all tasks whose deadline it is; of a
/// phase, of all tasks at the bottom of it. O(tasks).
[[nodiscard]] inline std::vector<node> bearers_of(const link_graph& graph, const plan& p,
                                                  const own_dates& dates, day_number day) {
  std::vector<node> bearers;
  for (std::size_t i = 0; i < p.inspections().size(); ++i) {
    const bool is_eve = to_day(p.inspections()[i].window.first) - 1 == day;
    if (is_eve) bearers.push_back(graph.node_of(inspection_id(i)));
  }
  std::vector<char> bears(p.tasks().size(), 0);
  for (const task_id t : from_the_top(p)) {
    const auto above = p.parent(t);
    const bool here = dates.deadline[t.index()] == day || (above && bears[above->index()] != 0);
    bears[t.index()] = here ? 1 : 0;
    if (here && !p.is_phase(t)) bearers.push_back(link_graph::node_of(t));
  }
  return bearers;
}

}  // namespace daopai::detail

#endif  // DAOPAI_SCHEDULE_DETAIL_LIMITS_HPP
