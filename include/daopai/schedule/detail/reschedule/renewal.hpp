/// Bringing all dates up to date: by waves, or in full where too much moves.
#ifndef DAOPAI_SCHEDULE_DETAIL_RESCHEDULE_RENEWAL_HPP
#define DAOPAI_SCHEDULE_DETAIL_RESCHEDULE_RENEWAL_HPP

#include <daopai/schedule/detail/reschedule/full_passes.hpp>
#include <daopai/schedule/detail/reschedule/waves.hpp>

namespace daopai::detail {

/// Runs early dates forwards, then the finish of the plan, then free floats and late dates
/// backwards, from the events that are due.
class date_renewal {
public:
  date_renewal(schedule_content& content, journal& journal, due_events& due, plan_totals& totals)
      : c_(content), journal_(journal), due_(due), totals_(totals) {}

  /// @param in_full  the status date has changed, and so may all early dates
  /// @param free_is_due  the date has moved that holds what nothing else holds
  void run(bool in_full, bool free_is_due) {
    date_waves waves(c_, journal_, due_);
    if (in_full || !waves.run_early(c_.status)) return fall_back(from::early);
    if (renew_finish()) free_is_due = true;
    const bool came_to_their_end =
        waves.run_harmless() && (!free_is_due || insert_free()) && waves.run_late(c_.finish);
    if (!came_to_their_end) fall_back(from::late);
  }

private:
  enum class from : std::uint8_t { early, late };

  /// Whether the plan finishes on another day than before.
  bool renew_finish() {
    for (const shown_before& b : journal_.before()) {
      totals_.recount_finish(b.row.finish, finish_at(c_, c_.net.at(b.task)));
    }
    if (totals_.must_count_finishes()) totals_.count_finishes(c_);
    return std::exchange(c_.finish, totals_.finish()) != totals_.finish();
  }

  /// Makes due what nothing but the last anchor or the plan's finish holds; false if that is a
  /// large part of the plan.
  bool insert_free() {
    const network& net = c_.net;
    if (!due_.free_is_known) {
      for (position p = 0; p < net.size(); ++p) {
        if (!is_fixed(net, p)) due_.free.put(p, is_free(net, c_.late, p));
      }
      due_.free_is_known = true;
    }
    std::size_t most = most_steps(net);
    for (position p = due_.free.first_from(0); p != nowhere; p = due_.free.first_from(p + 1)) {
      if (most-- == 0) return false;
      due_.late.insert(p);
    }
    return true;
  }

  void fall_back(from first) {
    auto saved = std::make_unique<saved_arrays>();
    if (first == from::early) {
      renew_early(c_, *saved);
      totals_.count_finishes(c_);
      c_.finish = totals_.finish();
    }
    renew_late(c_, *saved);
    due_.clear();
    due_.free_is_known = false;
    show_before(journal_, c_, *saved);
    due_.meet_all(c_.net.plan);
    journal_.last().arrays = std::move(saved);
  }

  schedule_content& c_;
  journal& journal_;
  due_events& due_;
  plan_totals& totals_;
};

}  // namespace daopai::detail

#endif  // DAOPAI_SCHEDULE_DETAIL_RESCHEDULE_RENEWAL_HPP
