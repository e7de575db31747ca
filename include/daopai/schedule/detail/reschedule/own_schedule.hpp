/// A schedule and a plan of one's own, written in place as long as nobody else reads them.
#ifndef DAOPAI_SCHEDULE_DETAIL_RESCHEDULE_OWN_SCHEDULE_HPP
#define DAOPAI_SCHEDULE_DETAIL_RESCHEDULE_OWN_SCHEDULE_HPP

#include <daopai/plan/detail/open_plan.hpp>
#include <daopai/schedule/schedule.hpp>

#include <atomic>

namespace daopai::detail {

class own_schedule {
public:
  own_schedule(const plan& p, const date& status)
      : facts_(p), content_(std::make_shared<schedule_content>(compute(status))), shown_(content_) {
    const auto& all = facts_.content().calendars;
    for (const calendar* c : content_->net.calendars) {
      std::size_t at = 0;
      while (&all[at].calendar != c) ++at;
      calendars_.push_back(at);
    }
  }

  [[nodiscard]] plan_content& facts() { return facts_.content(); }
  [[nodiscard]] schedule_content& content() { return *content_; }
  [[nodiscard]] const schedule_content& content() const { return *content_; }

  /// For readers. A copy keeps what it shows, see detach_if_shared().
  [[nodiscard]] const schedule& shown() const { return shown_; }

  /// All of it anew, of the facts as they are. O(tasks + dependencies).
  /// @throws daopai::error where compute_schedule() does
  [[nodiscard]] schedule_content compute(const date& status) const {
    return schedule_computer<network>(compile(facts_.share()), status).run();
  }

  /// Before anything is written: leaves what somebody else still reads to him. Here, the schedule
  /// is held by `content_` and `shown_`, the facts by `facts_` and the network. O(1), or O(all) if
  /// it is shared.
  void detach_if_shared() {
    std::atomic_thread_fence(std::memory_order_acquire);  // counts are read without order
    if (content_.use_count() <= 2 && facts_.users() <= 2) return;
    facts_.detach();
    content_ = std::make_shared<schedule_content>(*content_);
    adopt(content_->net);
    shown_ = schedule(content_);
  }

  /// Exchanges the content with another one of the same plan, whose network has left the plan out,
  /// or may now leave it out: only then do copies of the facts tell who else reads them.
  void exchange(schedule_content& other) {
    adopt(other.net);
    std::swap(*content_, other);
  }
  static void leave_plan_out(schedule_content& other) {
    const plan no_longer_needed = std::move(other.net.plan);
  }

private:
  /// Lets a network refer to this plan, and to the calendars in it.
  void adopt(network& net) {
    net.plan = facts_.share();
    for (std::size_t row = 0; row < calendars_.size(); ++row) {
      net.calendars[row] = &facts_.content().calendars[calendars_[row]].calendar;
    }
  }

  open_plan facts_;
  std::shared_ptr<schedule_content> content_;
  schedule shown_;
  std::vector<std::size_t> calendars_{};  // of the network, as places in the plan
};

}  // namespace daopai::detail

#endif  // DAOPAI_SCHEDULE_DETAIL_RESCHEDULE_OWN_SCHEDULE_HPP
