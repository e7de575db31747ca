/// A plan of one's own whose facts may still change.
#ifndef DAOPAI_PLAN_DETAIL_OPEN_PLAN_HPP
#define DAOPAI_PLAN_DETAIL_OPEN_PLAN_HPP

#include <daopai/plan/plan.hpp>

namespace daopai::detail {

/// Holds the content of a plan. Whoever changes it sees to it that it stays valid, and that nobody
/// else still reads it: see users() and detach().
class open_plan {
public:
  explicit open_plan(const plan& p) : content_(std::make_shared<plan_content>(*p.content_)) {}

  [[nodiscard]] plan_content& content() { return *content_; }
  [[nodiscard]] const plan_content& content() const { return *content_; }

  /// A plan that shares the content, and so changes with it.
  [[nodiscard]] plan share() const { return plan(content_); }

  /// How many hold the content: this and all plans shared. O(1).
  [[nodiscard]] long users() const { return content_.use_count(); }

  /// Leaves the content to those who share it and goes on with a copy.
  void detach() { content_ = std::make_shared<plan_content>(*content_); }

private:
  std::shared_ptr<plan_content> content_;
};

}  // namespace daopai::detail

#endif  // DAOPAI_PLAN_DETAIL_OPEN_PLAN_HPP
