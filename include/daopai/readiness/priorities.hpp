/// What to do first: the open tasks by the points that a day of work on them gains, and by the
/// points that a day's slip puts at risk.
#ifndef DAOPAI_READINESS_PRIORITIES_HPP
#define DAOPAI_READINESS_PRIORITIES_HPP

#include <daopai/readiness/what_if.hpp>

#include <algorithm>
#include <vector>

namespace daopai::readiness {

/// One open task, no phase. Points are exact.
struct priority {
  task_id task;
  workdays left;         ///< working days of its own calendar still to do
  decimal gain;          ///< what the task would add to the score as it stands, if it were done now
  decimal gain_per_day;  ///< over the days left, at least one
  decimal at_risk;       ///< what the score of the inspection day loses if it starts a day later
  decimal share;         ///< of what is lost if all tasks start a day later; see `priorities`
  /// A day of work gains the one, a day of waiting costs the other: what a day is worth.
  [[nodiscard]] decimal worth() const { return std::max(gain_per_day, at_risk); }
};

/// What a day is worth, task by task.
struct priority_list {
  std::vector<priority> tasks;  ///< in the order of the plan; all open tasks
  decimal expected;             ///< the score of the day, if nothing slips
  decimal if_all_slip;          ///< the score of the day, if every open task starts a day later

  /// The largest first; tasks that gain or risk nothing are left out.
  [[nodiscard]] std::vector<priority> by_gain() const;
  [[nodiscard]] std::vector<priority> by_risk() const;
  [[nodiscard]] std::vector<priority> by_worth() const;
};

/// For one object and the score of one date, by the early dates.
///
/// Slips do not add up one by one: of two tasks in a row each alone may lose the same points. So
/// `at_risk` is what a task loses alone, and `share` its part in the loss if all slip: tasks slip
/// one after the other in the order of their early finish, each is charged with what the score
/// loses by its slip on top of those before it. The shares sum exactly to `expected` -
/// `if_all_slip`.
///
/// O(tasks that lead to a raise x (tasks + dependencies + scoring)); scoring is left out where a
/// slip moves no value.
template <only<schedule> Schedule>
[[nodiscard]] priority_list priorities(const campaign& c, const Schedule& s, object_id object,
                                       const date& on);

// ---------------------------------------------------------------------------------------------

namespace detail {

/// The score of a date as tasks slip, without scoring twice what is the same.
class slip_scorer {
public:
  slip_scorer(const campaign& c, const schedule& s, object_id object, const date& on)
      : c_(c), s_(s), object_(object), on_(on) {
    unchanged_ = {raised_by(c_, by_early_dates(s_), on_), 0};
    unchanged_.score = score_of(unchanged_.values);
    last_ = unchanged_;
  }

  [[nodiscard]] decimal expected() const { return unchanged_.score; }

  /// If these start a day later.
  [[nodiscard]] decimal if_late(const std::vector<change>& slips) {
    auto values = raised_by(c_, course_if(s_, slips).early, on_);
    if (values == unchanged_.values) return unchanged_.score;
    if (values != last_.values) {
      const decimal score = score_of(values);
      last_ = {std::move(values), score};
    }
    return last_.score;
  }

private:
  struct outcome {
    std::vector<scoring::assumed_value> values;
    decimal score;
  };
  [[nodiscard]] decimal score_of(const std::vector<scoring::assumed_value>& values) const {
    return scoring::score(c_.system(), c_.table(), c_.now().seen(), values).of(object_).exact;
  }

  const campaign& c_;
  const schedule& s_;
  object_id object_;
  date on_;
  outcome unchanged_{};
  outcome last_{};
};

/// Which positions lead to a task that raises something, itself included. O(tasks + dependencies).
[[nodiscard]] inline std::vector<char> leads_to_a_raise(const campaign& c, const network& net) {
  std::vector<char> leads(net.size(), 0);
  for (const raise_link& r : c.raises()) {
    for (const task_id t : open_below(net, c.plan(), r.task)) leads[net.at(t)] = 1;
  }
  for (position p = static_cast<position>(net.size()); p-- > 0;) {
    for (const network_link& l : net.successors(p)) {
      if (leads[l.other] != 0) leads[p] = 1;
    }
  }
  return leads;
}

/// What the raises of one task, and of phases above it, would add to the scores as they are, were
/// it done.
[[nodiscard]] inline decimal gain_of(const campaign& c, task_id t, object_id object) {
  std::vector<scoring::assumed_value> values;
  for (const raise_link& r : c.raises()) {
    const auto to = value_if_done(r, c, t);
    if (!to) continue;
    const auto known = std::find_if(values.begin(), values.end(), [&r](const auto& v) {
      return v.object == r.object && v.leaf == r.indicator;
    });
    const auto before = known != values.end() ? std::optional<decimal>(known->value)
                                              : c.now().observed(r.object, r.indicator);
    const auto target = c.now().target(r.object, r.indicator);
    if (!improves(c.system().at(r.indicator), target, before, *to)) continue;
    if (known != values.end()) {
      known->value = *to;
    } else {
      values.push_back({r.object, r.indicator, *to});
    }
  }
  if (values.empty()) return 0;
  const auto then = scoring::score(c.system(), c.table(), c.now().seen(), values);
  return then.of(object).exact - c.now().of(object).exact;
}

[[nodiscard]] inline std::vector<priority> largest(std::vector<priority> tasks,
                                                   decimal (*worth)(const priority&)) {
  std::erase_if(tasks, [&](const priority& p) { return worth(p) <= 0; });
  std::stable_sort(tasks.begin(), tasks.end(),
                   [&](const priority& a, const priority& b) { return worth(a) > worth(b); });
  return tasks;
}

/// Charges each task with what its slip adds to those before it, by early finish.
inline void share_out(priority_list& list, const schedule& s, const std::vector<char>& leads,
                      slip_scorer& scorer) {
  std::vector<priority*> order;
  for (priority& p : list.tasks) order.push_back(&p);
  std::stable_sort(order.begin(), order.end(), [&s](const priority* a, const priority* b) {
    return s.early_finish(a->task) < s.early_finish(b->task);
  });
  std::vector<change> slips;
  decimal before = list.expected;
  for (priority* p : order) {
    if (leads[s.network().at(p->task)] == 0) continue;
    slips.emplace_back(starts_later{p->task, workdays(1)});
    const decimal after = scorer.if_late(slips);
    p->share = before - after;
    before = after;
  }
  list.if_all_slip = before;
}

}  // namespace detail

inline std::vector<priority> priority_list::by_gain() const {
  return detail::largest(tasks, [](const priority& p) { return p.gain_per_day; });
}
inline std::vector<priority> priority_list::by_risk() const {
  return detail::largest(tasks, [](const priority& p) { return p.at_risk; });
}
inline std::vector<priority> priority_list::by_worth() const {
  return detail::largest(tasks, [](const priority& p) { return p.worth(); });
}

template <only<schedule> Schedule>
priority_list priorities(const campaign& c, const Schedule& s, object_id object, const date& on) {
  const network& net = s.network();
  detail::slip_scorer scorer(c, s, object, on);
  const std::vector<char> leads = detail::leads_to_a_raise(c, net);
  priority_list list{{}, scorer.expected(), scorer.expected()};
  for (std::size_t i = 0; i < c.plan().tasks().size(); ++i) {
    const task_id t(i);
    if (!detail::is_open_work(net, c.plan(), t)) continue;
    const workdays left(net[net.at(t)].duration);
    const decimal gain = detail::gain_of(c, t, object);
    const bool matters = leads[net.at(t)] != 0;
    const decimal lost =
        matters ? list.expected - scorer.if_late({starts_later{t, workdays(1)}}) : decimal{0};
    list.tasks.push_back({t, left, gain, gain / std::max(left.count(), 1), lost, 0});
  }
  detail::share_out(list, s, leads, scorer);
  return list;
}

}  // namespace daopai::readiness

#endif  // DAOPAI_READINESS_PRIORITIES_HPP
