/// Rows of annexes that only restate tasks: when they are due, and when they are finished.
#ifndef DAOPAI_PLAN_DETAIL_RESTATEMENTS_HPP
#define DAOPAI_PLAN_DETAIL_RESTATEMENTS_HPP

#include <daopai/plan/plan.hpp>

#include <algorithm>

namespace daopai::detail {

/// Whether a task is a row without work of its own: no duration, nothing below it.
[[nodiscard]] inline bool waits_for_restated(const plan_content& content,
                                             const std::vector<bool>& without_duration,
                                             std::size_t t) {
  const task_links& links = content.links[t];
  return t < without_duration.size() && without_duration[t] && links.children.empty() &&
         !links.restates.empty();
}

/// When each task was finished, and each phase all of whose tasks are; the later of two dates.
class finish_dates {
public:
  explicit finish_dates(const plan_content& content)
      : content_(content), finished_(content.tasks.size()), open_(content.tasks.size()) {
    for (std::size_t t = 0; t < open_.size(); ++t) {
      open_[t] = content.links[t].children.size();
      if (open_[t] != 0) continue;
      finished_[t] = content.tasks[t].progress.finished;
    }
    for (std::size_t t = 0; t < open_.size(); ++t) {
      if (content.links[t].children.empty() && finished_[t]) close(t);
    }
  }

  [[nodiscard]] const std::optional<date>& operator[](task_id t) const {
    return finished_[t.index()];
  }

private:
  /// Tells the phases above a finished task, as far as they are finished with it.
  void close(std::size_t t) {
    for (auto above = content_.links[t].parent; above; above = content_.links[t].parent) {
      const date by = *finished_[t];
      t = above->index();
      latest(t, by);
      if (--open_[t] != 0) return;
      finished_[t] = last_[t];
    }
  }

  void latest(std::size_t phase, const date& by) {
    if (last_.empty()) last_.resize(finished_.size());
    last_[phase] = last_[phase] ? std::max(*last_[phase], by) : by;
  }

  const plan_content& content_;
  std::vector<std::optional<date>> finished_;
  std::vector<std::size_t> open_;
  std::vector<std::optional<date>> last_{};
};

/// The earliest deadline of each task and of the phases above it.
[[nodiscard]] inline std::vector<std::optional<date>> deadlines_from_above(
    const plan_content& content) {
  std::vector<std::optional<date>> earliest(content.tasks.size());
  std::vector<char> known(content.tasks.size(), 0);
  std::vector<std::size_t> open;
  for (std::size_t first = 0; first < content.tasks.size(); ++first) {
    for (std::optional<task_id> t(first); t && !known[t->index()];
         t = content.links[t->index()].parent) {
      open.push_back(t->index());
    }
    for (; !open.empty(); open.pop_back()) {
      const std::size_t t = open.back();
      const auto& own = content.tasks[t].deadline;
      const auto above = content.links[t].parent;
      if (above) earliest[t] = earliest[above->index()];
      if (own && (!earliest[t] || own->last_day < *earliest[t])) earliest[t] = own->last_day;
      known[t] = 1;
    }
  }
  return earliest;
}

/// The latest of the dates of what a row restates; nothing if one has none.
template <class DateOf>
[[nodiscard]] std::optional<date> latest_restated(const task_links& row, DateOf date_of) {
  std::optional<date> last;
  for (const task_id t : row.restates) {
    const std::optional<date>& own = date_of(t);
    if (!own) return std::nullopt;
    if (!last || *own > *last) last = own;
  }
  return last;
}

/// Gives each row, unless it says so itself, the latest finish of what it restates, once all of it
/// is finished, and the latest deadline, if all of it has one: so a row holds nothing back. Parents
/// must not form a loop. O(tasks + what is restated).
inline void complete_restatements(plan_content& content,
                                  const std::vector<bool>& without_duration) {
  const auto restates = [](const task_links& links) { return !links.restates.empty(); };
  if (std::none_of(content.links.begin(), content.links.end(), restates)) return;
  const finish_dates finished(content);
  const auto deadlines = deadlines_from_above(content);
  for (std::size_t t = 0; t < content.tasks.size(); ++t) {
    if (!waits_for_restated(content, without_duration, t)) continue;
    const task_links& row = content.links[t];
    task& own = content.tasks[t];
    const auto due = latest_restated(
        row, [&](task_id b) -> const auto& { return deadlines[b.index()]; });
    if (!own.deadline && due) own.deadline = deadline(*due);
    if (own.progress.started || own.progress.finished) continue;
    own.progress.finished = latest_restated(
        row, [&](task_id b) -> const auto& { return finished[b]; });
  }
}

}  // namespace daopai::detail

#endif  // DAOPAI_PLAN_DETAIL_RESTATEMENTS_HPP
