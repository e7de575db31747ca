/// How much a unit has on its hands, week by week.
#ifndef DAOPAI_GRAPH_WORKLOAD_HPP
#define DAOPAI_GRAPH_WORKLOAD_HPP

#include <daopai/graph/assignments.hpp>
#include <daopai/schedule/schedule.hpp>

#include <map>

namespace daopai {

/// One week of one unit.
struct week_load {
  date monday;
  workdays leading;    ///< task-days it leads: two tasks on one day are two
  workdays assisting;  ///< task-days it assists in
  friend bool operator==(const week_load&, const week_load&) = default;
};

/// By the early dates of its tasks that are not finished and restate no others, in working days of
/// each task's calendar; weeks without work are left out. What remains of work under way counts
/// from the status date on. O(tasks + weeks of its tasks).
[[nodiscard]] std::vector<week_load> load_by_week(const schedule& s, unit_id u, groups how);

// ---------------------------------------------------------------------------------------------

inline std::vector<week_load> load_by_week(const schedule& s, unit_id u, groups how) {
  const plan& p = s.plan();
  std::map<day_number, std::pair<std::int32_t, std::int32_t>> weeks;  // by Monday
  for (const assignment& a : assignments_of(p, u, how)) {
    const task& t = p[a.task];
    if (p.is_phase(a.task) || p.is_restatement(a.task)) continue;
    if (t.progress.finished || t.duration.count() == 0) continue;
    const calendar& c = p[p.calendar_of(a.task)];
    const day_number end = to_day(s.early_finish(a.task)) + 1;
    const std::int32_t left = t.progress.remaining.value_or(t.duration).count();
    day_number day = c.day_of(c.number_of(end) - left);
    while (left > 0 && day < end) {
      const day_number monday = day - weekday_of(day);
      const day_number next = std::min(monday + 7, end);
      auto& [leading, assisting] = weeks[monday];
      (a.as == part::lead ? leading : assisting) += c.number_of(next) - c.number_of(day);
      day = c.day_of(c.number_of(next));
    }
  }
  std::vector<week_load> load;
  load.reserve(weeks.size());
  for (const auto& [monday, days] : weeks) {
    load.push_back({to_date(monday), workdays(days.first), workdays(days.second)});
  }
  return load;
}

}  // namespace daopai

#endif  // DAOPAI_GRAPH_WORKLOAD_HPP
