/// What arrays must be like to be a plan, and what is said of those that are not.
#ifndef DAOPAI_SCHEDULE_KERNEL_DETAIL_CHECK_HPP
#define DAOPAI_SCHEDULE_KERNEL_DETAIL_CHECK_HPP

#include <daopai/error.hpp>
#include <daopai/schedule/kernel/plan_arrays.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace daopai::kernel::detail {

/// Dates that the caller gives lie within +-most_date, and no chain is longer than most_length: so
/// no date that is computed passes `never`.
inline constexpr std::int32_t most_date = std::int32_t{1} << 28;
inline constexpr std::int64_t most_length = std::int64_t{1} << 29;

[[nodiscard]] inline bool is_date(std::int32_t d) { return d >= -most_date && d <= most_date; }

/// Lists all that is wrong with arrays which a quick look found wrong. Slow, and only for that.
class problem_list {
public:
  explicit problem_list(const plan_arrays& plan) : plan_(plan) {}

  [[nodiscard]] std::vector<problem> run() {
    sizes();
    if (problems_.empty()) offsets();
    if (problems_.empty()) links();
    if (problems_.empty()) tasks();
    return std::move(problems_);
  }

private:
  void sizes() {
    const std::size_t n = plan_.size();
    if (n >= no_task) add("too-many-tasks", "durations", "expected fewer than 2^32 - 1");
    if (plan_.links.size() >= no_task)
      add("too-many-links", "links", "expected fewer than 2^32 - 1");
    if (n != 0 || !plan_.first_link.empty()) {
      expect_size("first_link", plan_.first_link.size(), n + 1);
    }
    if (n == 0) expect_size("links", plan_.links.size(), 0);
    if (!plan_.kinds.empty()) expect_size("kinds", plan_.kinds.size(), plan_.links.size());
    if (!plan_.not_before.empty()) expect_size("not_before", plan_.not_before.size(), n);
    if (!plan_.deadlines.empty()) expect_size("deadlines", plan_.deadlines.size(), n);
    if (!plan_.calendars.empty()) expect_size("calendars", plan_.calendars.size(), n);
    if (!is_date(plan_.start)) out_of_range("start", plan_.start);
    if (plan_.finish_by && !is_date(*plan_.finish_by)) out_of_range("finish_by", *plan_.finish_by);
    if (plan_.tables && plan_.tables->size() == 0)
      add("unknown-calendar", "tables", "expected one");
  }

  void offsets() {
    const auto& first = plan_.first_link;
    if (plan_.size() == 0) return;
    if (first[0] != 0) add("bad-offset", "first_link[0]", "expected 0");
    for (std::size_t t = 0; t < plan_.size(); ++t) {
      if (first[t + 1] < first[t]) {
        add("bad-offset", place("first_link", t + 1), "is less than the one before it");
      }
    }
    if (first[plan_.size()] != plan_.links.size()) {
      add("bad-offset", place("first_link", plan_.size()), "expected the number of links");
    }
  }

  void links() {
    for (std::size_t l = 0; l < plan_.links.size(); ++l) {
      if (plan_.links[l].predecessor >= plan_.size()) {
        add("unknown-task", place("links", l),
            "there is no task " + std::to_string(plan_.links[l].predecessor));
      }
      if (std::int64_t lag = plan_.links[l].lag; std::max(lag, -lag) > most_length) {
        out_of_range(place("links", l), plan_.links[l].lag);
      }
    }
    for (std::size_t l = 0; l < plan_.kinds.size(); ++l) {
      if (plan_.kinds[l] > dependency_kind::start_to_finish) {
        add("unknown-kind", place("kinds", l), "expected one of the four kinds");
      }
    }
  }

  void tasks() {
    for (std::size_t t = 0; t < plan_.size(); ++t) {
      if (plan_.durations[t] < 0 || plan_.durations[t] > most_length) {
        out_of_range(place("durations", t), plan_.durations[t]);
      }
      if (!plan_.not_before.empty() && !is_date(plan_.not_before[t])) {
        out_of_range(place("not_before", t), plan_.not_before[t]);
      }
      if (!plan_.deadlines.empty() && plan_.deadlines[t] != no_deadline &&
          !is_date(plan_.deadlines[t])) {
        out_of_range(place("deadlines", t), plan_.deadlines[t]);
      }
      if (plan_.tables && !plan_.calendars.empty() && plan_.calendars[t] >= plan_.tables->size()) {
        add("unknown-calendar", place("calendars", t),
            "there is no calendar " + std::to_string(plan_.calendars[t]));
      }
    }
  }

  static std::string place(const char* array, std::size_t i) {
    return array + ('[' + std::to_string(i)) + ']';
  }
  void expect_size(const char* array, std::size_t is, std::size_t expected) {
    if (is == expected) return;
    add("wrong-size", array,
        "has " + std::to_string(is) + " elements, expected " + std::to_string(expected));
  }
  void out_of_range(std::string where, std::int32_t value) {
    add("out-of-range", std::move(where), "expected no number like " + std::to_string(value));
  }
  void add(const char* code, std::string where, std::string message) {
    problems_.push_back({code, std::move(where), std::move(message)});
  }

  const plan_arrays& plan_;
  std::vector<problem> problems_{};
};

/// The tasks of one loop among those that could not be placed, each before the next, the lowest
/// first.
/// @param is_placed  by task
template <class IsPlaced>
[[nodiscard]] std::vector<std::uint32_t> find_loop(const plan_arrays& plan, IsPlaced is_placed) {
  std::vector<std::uint32_t> after(plan.size(), no_task);  // one successor of each that is left
  std::uint32_t t = no_task;
  for (std::uint32_t to = 0; to < plan.size(); ++to) {
    if (is_placed(to)) continue;
    t = to;
    for (std::uint32_t l = plan.first_link[to]; l < plan.first_link[to + 1]; ++l) {
      after[plan.links[l].predecessor] = to;
    }
  }
  // Every task that is left has a successor that is left; so whoever walks on comes round.
  for (std::size_t step = 0; step < plan.size(); ++step) t = after[t];
  std::vector<std::uint32_t> loop{t};
  for (std::uint32_t next = after[t]; next != t; next = after[next]) loop.push_back(next);
  std::rotate(loop.begin(), std::min_element(loop.begin(), loop.end()), loop.end());
  return loop;
}

template <class IsPlaced>
[[noreturn]] void throw_loop(const plan_arrays& plan, IsPlaced is_placed) {
  constexpr std::size_t most_named = 20;
  const std::vector<std::uint32_t> loop = find_loop(plan, is_placed);
  std::string text = "dependency loop: ";
  for (std::size_t i = 0; i < std::min(loop.size(), most_named); ++i) {
    text += std::to_string(loop[i]) + " -> ";
  }
  if (loop.size() > most_named) text += "... -> ";
  text += std::to_string(loop.front());
  throw invalid_input({{"dependency-loop", "links", std::move(text)}});
}

}  // namespace daopai::kernel::detail

#endif  // DAOPAI_SCHEDULE_KERNEL_DETAIL_CHECK_HPP
