/// A light for each task, by a policy that differs from place to place: green, yellow, red or blue.
#ifndef DAOPAI_SCHEDULE_LIGHTS_HPP
#define DAOPAI_SCHEDULE_LIGHTS_HPP

#include <daopai/schedule/progress.hpp>

namespace daopai {

/// From the best to the worst.
enum class light : std::uint8_t { blue, green, yellow, red };

/// When a light changes. What is done is blue; what nothing here makes red or yellow is green. A
/// rule without a value is off.
struct light_policy {
  /// Yellow so many working days of the task's calendar before the latest start of what has not
  /// begun, or the latest finish of what has; 0 is that day itself.
  std::optional<workdays> yellow_within{workdays(5)};
  std::optional<double> yellow_behind{10};  ///< percentage points behind its scheduled progress
  std::optional<double> red_behind{};       ///< likewise
  /// Red if the total float is less; and always if the latest finish is over.
  workdays red_below{0};
};

/// What made a light what it is; the first that fits, read from above.
enum class light_reason : std::uint8_t {
  done,           ///< blue
  overdue,        ///< red: its latest finish is over
  start_missed,   ///< red: its latest start is over, and it has not begun
  short_of_time,  ///< red: too little float
  far_behind,     ///< red: behind its scheduled progress
  start_near,     ///< yellow: not begun, and its latest start is near
  finish_near,    ///< yellow: begun, or a milestone, and its latest finish is near
  behind,         ///< yellow: behind its scheduled progress
  on_track,       ///< green
};

struct task_light {
  light colour;
  light_reason reason;
  task_id of;              ///< the task itself; of a phase, the one below it that it stands for
  std::optional<date> on;  ///< the finish if done, else the latest start or finish, if that is it
  workdays days;           ///< start_near, finish_near: until `on`; 0 if done; else the total float
  double points_behind;    ///< percentage points behind its scheduled progress; negative: ahead
  bool is_today = false;   ///< start_near, finish_near: whether `on` is the status date
};

/// By task. A phase has the worst light of all below it, of the first in the plan where some tie.
/// O(tasks).
template <only<schedule> Schedule>
[[nodiscard]] std::vector<task_light> lights_of(const Schedule& s, const progress_report& progress,
                                                const light_policy& policy);

/// How many tasks have which light; phases are not counted.
struct light_counts {
  std::array<std::int64_t, 4> of{};  ///< by light

  [[nodiscard]] std::int64_t operator[](light l) const { return of[static_cast<std::size_t>(l)]; }
  /// Nothing for no tasks.
  [[nodiscard]] std::optional<light> worst() const {
    for (std::size_t l = of.size(); l-- > 0;) {
      if (of[l] > 0) return static_cast<light>(l);
    }
    return std::nullopt;
  }
};

/// Of all tasks of the plan. O(tasks).
[[nodiscard]] light_counts count_lights(const plan& p, const std::vector<task_light>& lights);

/// By unit: of the tasks it leads itself. O(tasks + units).
[[nodiscard]] std::vector<light_counts> count_lights_by_unit(const plan& p,
                                                             const std::vector<task_light>& lights);

// ---------------------------------------------------------------------------------------------

namespace detail {

/// Judges one task that is no phase.
template <class Schedule>
class light_judge {
public:
  light_judge(const Schedule& s, const light_policy& policy, task_id t, const work_progress& work)
      : s_(s), policy_(policy), t_(t), that_(s.plan()[t]), points_(points_behind(work)) {}

  [[nodiscard]] task_light run() const {
    if (that_.progress.finished) {
      return {light::blue, light_reason::done, t_, that_.progress.finished, workdays(0), points_};
    }
    if (const auto red = red_light()) return *red;
    if (const auto yellow = yellow_light()) return *yellow;
    return with(light::green, light_reason::on_track, std::nullopt);
  }

private:
  [[nodiscard]] static double points_behind(const work_progress& w) {
    if (w.whole == 0) return 0;
    return 100.0 * static_cast<double>(w.scheduled - w.done) / static_cast<double>(w.whole);
  }

  [[nodiscard]] std::optional<task_light> red_light() const {
    const bool has_begun = that_.progress.started.has_value();
    const date last = latest_day(s_, t_);
    if (last < s_.status()) return with(light::red, light_reason::overdue, last);
    if (s_.total_float(t_) < policy_.red_below) {
      if (has_begun || s_.late_start(t_) >= s_.status()) {
        return with(light::red, light_reason::short_of_time, std::nullopt);
      }
      return with(light::red, light_reason::start_missed, s_.late_start(t_));
    }
    if (is_behind(policy_.red_behind)) {
      return with(light::red, light_reason::far_behind, std::nullopt);
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<task_light> yellow_light() const {
    const bool of_finish = that_.progress.started || that_.duration == workdays(0);
    const date on = of_finish ? latest_day(s_, t_) : s_.late_start(t_);
    const workdays left = s_.plan()[s_.plan().calendar_of(t_)].between(s_.status(), on);
    if (policy_.yellow_within && left <= *policy_.yellow_within) {
      const auto reason = of_finish ? light_reason::finish_near : light_reason::start_near;
      return task_light{light::yellow, reason, t_, on, left, points_, on == s_.status()};
    }
    if (is_behind(policy_.yellow_behind)) {
      return with(light::yellow, light_reason::behind, std::nullopt);
    }
    return std::nullopt;
  }

  [[nodiscard]] bool is_behind(const std::optional<double>& points) const {
    return points && points_ > 0 && points_ >= *points;
  }

  [[nodiscard]] task_light with(light colour, light_reason reason, std::optional<date> on) const {
    return {colour, reason, t_, on, s_.total_float(t_), points_};
  }

  const Schedule& s_;
  const light_policy& policy_;
  task_id t_;
  const task& that_;
  double points_;
};

}  // namespace detail

template <only<schedule> Schedule>
std::vector<task_light> lights_of(const Schedule& s, const progress_report& progress,
                                  const light_policy& policy) {
  const plan& p = s.plan();
  std::vector<task_light> lights;
  lights.reserve(p.tasks().size());
  for (std::size_t t = 0; t < p.tasks().size(); ++t) {
    const work_progress& work = progress.tasks[t].work;
    lights.push_back(detail::light_judge<Schedule>(s, policy, task_id(t), work).run());
  }
  const std::vector<task_id> order = detail::from_the_top(p);
  for (std::size_t i = order.size(); i-- > 0;) {
    if (!p.is_phase(order[i])) continue;
    const auto& below = p.children(order[i]);
    const task_id worst = *std::max_element(below.begin(), below.end(), [&](task_id a, task_id b) {
      return lights[a.index()].colour < lights[b.index()].colour;
    });
    lights[order[i].index()] = lights[worst.index()];
  }
  return lights;
}

inline light_counts count_lights(const plan& p, const std::vector<task_light>& lights) {
  light_counts counts;
  for (std::size_t t = 0; t < lights.size(); ++t) {
    if (p.is_phase(task_id(t)) || p.is_restatement(task_id(t))) continue;
    ++counts.of[static_cast<std::size_t>(lights[t].colour)];
  }
  return counts;
}

inline std::vector<light_counts> count_lights_by_unit(const plan& p,
                                                      const std::vector<task_light>& lights) {
  std::vector<light_counts> counts(p.units().size());
  for (std::size_t t = 0; t < lights.size(); ++t) {
    const auto lead = p.lead(task_id(t));
    if (!lead || p.is_phase(task_id(t)) || p.is_restatement(task_id(t))) continue;
    ++counts[lead->index()].of[static_cast<std::size_t>(lights[t].colour)];
  }
  return counts;
}

}  // namespace daopai

#endif  // DAOPAI_SCHEDULE_LIGHTS_HPP
