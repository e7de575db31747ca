/// Keeping critical marks up to the dates, when somebody asks for them.
#ifndef DAOPAI_SCHEDULE_DETAIL_RESCHEDULE_CRITICAL_MARKS_HPP
#define DAOPAI_SCHEDULE_DETAIL_RESCHEDULE_CRITICAL_MARKS_HPP

#include <daopai/schedule/detail/reschedule/position_set.hpp>
#include <daopai/schedule/schedule.hpp>

namespace daopai::detail {

/// Marks hang on the whole plan: on the least float of all that an anchor holds, and on chains of
/// any length. But most changes touch neither: where no event that was touched is marked, has a
/// float as small as the least, or neighbours a marked one, all marks stay. That is found out in
/// the time it took to move the dates; else the marks of all events are computed anew.
class critical_marks {
public:
  critical_marks() = default;
  /// O(1); the first renew() computes everything.
  explicit critical_marks(const network& net) : touched_(net.size()), due_(net.size()) {}

  /// The dates, the links or the facts of the event have changed.
  void touch(position p) {
    if (!all_are_touched_) touched_.insert(p);
  }
  /// So has everything, or the order of the anchors.
  void touch_all() {
    all_are_touched_ = true;
    touched_.clear();
  }

  /// Brings the marks up to date; whether any of them may have changed.
  bool renew(schedule_content& c) {
    if (all_are_touched_) {
      rank_.emplace(c.net.plan);
      anchor_ = find_anchors(c.net, c.late, *rank_);
    } else {
      renew_anchors(c);
      if (!is_marked_otherwise(c)) return false;
    }
    mark(c);
    return true;
  }

private:
  /// The rule of the full computation, against the direction of links, where it may give another
  /// anchor than before.
  void renew_anchors(const schedule_content& c) {
    for (position p = touched_.first_from(0); p != nowhere; p = touched_.first_from(p + 1)) {
      insert_with_predecessors(c.net, p);
    }
    while (!due_.empty()) {
      const position p = due_.take_last();
      const std::uint32_t anchor = anchor_of(c.net, c.late, *rank_, anchor_, p);
      if (anchor == anchor_[p]) continue;
      anchor_[p] = anchor;
      touched_.insert(p);
      insert_with_predecessors(c.net, p);
    }
  }

  void insert_with_predecessors(const network& net, position p) {
    if (!is_fixed(net, p)) due_.insert(p);
    for (const network_link& l : net.predecessors(p)) {
      if (!is_fixed(net, l.other)) due_.insert(l.other);
    }
  }

  /// Forgets the touched events on its way.
  [[nodiscard]] bool is_marked_otherwise(const schedule_content& c) {
    while (!touched_.empty()) {
      if (may_be_marked(c, touched_.take_first())) return true;
    }
    return false;
  }

  [[nodiscard]] bool may_be_marked(const schedule_content& c, position p) const {
    if (marked_[p] != 0) return true;
    if (is_open_task(c.net, p) && total_float_at(c, p) <= least_[anchor_[p]]) return true;
    return has_marked(c.net.predecessors(p)) || has_marked(c.net.successors(p));
  }

  [[nodiscard]] bool has_marked(const row_view<network_link>& links) const {
    for (const network_link& l : links) {
      if (marked_[l.other] != 0) return true;
    }
    return false;
  }

  void mark(schedule_content& c) {
    const std::vector<std::int32_t> floats = open_floats(c.net, c.early, c.late);
    least_ = least_floats(floats, anchor_, rank_->count());
    marked_ = with_least_float(floats, anchor_, least_);
    spread_along_chains(c.net, c.early, c.late, anchor_, marked_);
    c.critical = marked_;
    unmark_done(c.net, c.critical);
    touched_.clear();
    all_are_touched_ = false;
  }

  bool all_are_touched_ = true;
  position_set touched_{0};
  position_set due_{0};
  std::optional<anchor_ranks> rank_{};
  std::vector<std::uint32_t> anchor_{};  // by position: the rank of what holds it
  std::vector<std::int32_t> least_{};    // by rank
  std::vector<char> marked_{};           // by position, with what is done
};

}  // namespace daopai::detail

#endif  // DAOPAI_SCHEDULE_DETAIL_RESCHEDULE_CRITICAL_MARKS_HPP
