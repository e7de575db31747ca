/// Rows of annexes that only restate tasks: when they are finished.
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

/// Finishes the rows all of whose restated tasks are finished, unless they say so themselves.
/// O(tasks + what is restated).
inline void finish_restatements(plan_content& content, const std::vector<bool>& without_duration) {
  const auto restates = [](const task_links& links) { return !links.restates.empty(); };
  if (std::none_of(content.links.begin(), content.links.end(), restates)) return;
  const finish_dates finished(content);
  for (std::size_t t = 0; t < content.tasks.size(); ++t) {
    progress& own = content.tasks[t].progress;
    if (!waits_for_restated(content, without_duration, t) || own.started || own.finished) continue;
    std::optional<date> last = finished[content.links[t].restates.front()];
    for (const task_id body : content.links[t].restates) {
      last =
          last && finished[body] ? std::optional(std::max(*last, *finished[body])) : std::nullopt;
    }
    own.finished = last;
  }
}

}  // namespace daopai::detail

#endif  // DAOPAI_PLAN_DETAIL_RESTATEMENTS_HPP
