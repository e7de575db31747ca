/// The machine of a living schedule: facts in, changed dates out, and back again.
#ifndef DAOPAI_SCHEDULE_DETAIL_RESCHEDULE_RESCHEDULER_HPP
#define DAOPAI_SCHEDULE_DETAIL_RESCHEDULE_RESCHEDULER_HPP

#include <daopai/plan/detail/open_plan.hpp>
#include <daopai/schedule/detail/reschedule/facts.hpp>
#include <daopai/schedule/detail/reschedule/full_passes.hpp>
#include <daopai/schedule/detail/reschedule/local_order.hpp>
#include <daopai/schedule/detail/reschedule/network_edits.hpp>
#include <daopai/schedule/detail/reschedule/phase_updates.hpp>
#include <daopai/schedule/detail/reschedule/waves.hpp>
#include <daopai/schedule/schedule_changes.hpp>

#include <atomic>

namespace daopai::detail {

/// Holds a plan of its own, the network compiled from it, and the schedule of both. Each change
/// takes three steps, and the journal can take them back:
///
///     facts ---> plan ---> events and links of the network ---> dates, in waves from these events
///
/// Where links themselves change, the network is compiled anew.
class rescheduler {
public:
  rescheduler(const plan& p, const date& status)
      : facts_(p), content_(std::make_shared<schedule_content>(compute(status))), now_(content_) {
    find_calendars();
    look_at_links();
    count_totals();
  }

  template <class Changes>
  void apply(const Changes& changes) {
    own_content();
    start();
    journal_.open(totals_);
    try {
      write_facts(changes);
      update_network(changes);
      renew_dates();
      finish_up();
      check_range();
    } catch (...) {
      take_back();
      throw;
    }
  }

  /// Takes back all transactions from number `first` on.
  void take_back_to(std::size_t first) {
    own_content();
    start();
    while (journal_.size() > first) take_back();
  }

  [[nodiscard]] const journal& history() const { return journal_; }
  /// Nothing before this can be taken back.
  void forget() { journal_.forget(); }
  [[nodiscard]] const schedule_content& content() const { return *content_; }

  /// With all that is kept for the whole plan up to date.
  [[nodiscard]] const schedule& now() {
    renew_marks();
    static_cast<void>(least_float());
    return now_;
  }

  /// O(1), or O(tasks) if the last task with the least float has gained some.
  [[nodiscard]] std::optional<std::int32_t> least_float() {
    if (totals_.with_least == 0) seek_least_float();
    return content_->least_float = totals_.least_float;
  }

  void renew_marks() {
    if (!marks_are_old_) return;
    content_->critical = find_critical(content_->net, content_->early, content_->late);
    phases_.mark(*content_);
    marks_are_old_ = false;
  }

  /// What the task shows.
  [[nodiscard]] shown_row row(task_id t) const {
    const auto& phases = content_->phases;
    const bool is_phase = !phases.empty() && phases[t.index()];
    return is_phase ? row_of(*phases[t.index()]) : row_at(*content_, content_->net.at(t));
  }

  /// What the last apply() or take_back_to() changed.
  void list(schedule_changes& changes) {
    changes.tasks.clear();
    for (const shown_before& b : journal_.before()) {
      const task_dates before = dates_of(b.row);
      const task_dates after = dates_of(row(b.task));
      if (before != after) changes.tasks.push_back({b.task, before, after});
    }
    auto& met = due_.inspections;
    std::sort(met.begin(), met.end());
    met.erase(std::unique(met.begin(), met.end()), met.end());
    changes.inspections.assign(met.begin(), met.end());
    changes.finish_before = finish_of(finish_before_);
    changes.finish_after = finish_of(totals_.finish);
  }

  [[nodiscard]] static task_dates dates_of(const shown_row& row) {
    return {to_date(row.early.first), to_date(row.early.last),   to_date(row.late.first),
            to_date(row.late.last),   workdays(row.total_float), workdays(row.free_float)};
  }

  [[nodiscard]] static std::optional<date> finish_of(instant finish) {
    if (finish == always) return std::nullopt;
    return to_date(finish - 1);
  }

private:
  // --- the whole ------------------------------------------------------------------------------

  [[nodiscard]] schedule_content compute(const date& status) const {
    return schedule_computer<network>(in_local_order(compile(facts_.share())), status).run();
  }

  /// What is derived from the links of the network. O(tasks + links).
  void look_at_links() {
    edits_ = network_edits(content_->net);
    due_ = due_events(content_->net.size());
    phases_ = phase_updates(*content_);
    journal_.resize(content_->net.size());
    bearers_ = find_bearers(content_->net.last_anchor);
  }

  [[nodiscard]] std::vector<node> find_bearers(const std::optional<date_limit>& anchor) const {
    if (!anchor) return {};
    std::vector<node> bearers = bearers_of(content_->net.graph, content_->net.plan, anchor->day);
    std::sort(bearers.begin(), bearers.end());
    return bearers;
  }

  void count_totals() {
    count_finishing(*content_, totals_);
    totals_.last_anchor = content_->net.last_anchor;
    seek_least_float();
  }

  void seek_least_float() {
    totals_.least_float.reset();
    totals_.with_least = 0;
    for (position p = 0; p < content_->net.size(); ++p) {
      if (is_open_task(content_->net, p)) count_float(total_float_at(*content_, p));
    }
  }

  void count_float(std::int32_t total) {
    const bool is_less = !totals_.least_float || total < *totals_.least_float;
    if (!is_less && total > *totals_.least_float) return;
    totals_.with_least = is_less ? 1 : totals_.with_least + 1;
    totals_.least_float = total;
  }

  // --- sharing --------------------------------------------------------------------------------

  void find_calendars() {
    const auto& all = facts_.content().calendars;
    for (const calendar* c : content_->net.calendars) {
      std::size_t at = 0;
      while (&all[at].calendar != c) ++at;
      calendars_.push_back(at);
    }
  }

  void point_at_own_plan(network& net) {
    net.plan = facts_.share();
    for (std::size_t row = 0; row < calendars_.size(); ++row) {
      net.calendars[row] = &facts_.content().calendars[calendars_[row]].calendar;
    }
  }

  /// Before anything is written: leaves what somebody else still reads to him. Here, the schedule
  /// is held by `content_` and `now_`, the facts by `facts_` and the network.
  void own_content() {
    std::atomic_thread_fence(std::memory_order_acquire);  // counts are read without order
    if (content_.use_count() <= 2 && facts_.users() <= 2) return;
    facts_.detach();
    content_ = std::make_shared<schedule_content>(*content_);
    point_at_own_plan(content_->net);
    now_ = schedule(content_);
  }

  // --- facts ----------------------------------------------------------------------------------

  void start() {
    journal_.start_comparing();
    due_.clear();
    due_.inspections.clear();
    finish_before_ = totals_.finish;
    status_has_changed_ = false;
    days_of_anchors_.clear();
    edits_.forget_other_links();
  }

  template <class Changes>
  void write_facts(const Changes& changes) {
    for (const plan_change& c : changes) keep_before(c);
    for (const plan_change& c : changes) {
      plan_content& plan = facts_.content();
      note_anchor(c);
      journal_.save(opposite(plan, content_->status, c));
      write(plan, content_->status, c);
      note_anchor(c);
    }
    std::vector<problem> problems = problems_of(facts_.content(), changes);
    if (!problems.empty()) throw invalid_plan(std::move(problems));
    if (content_->status.is_special()) throw error("the status date is not a date");
  }

  /// What a task shows hangs on its own duration and progress, beside its dates.
  void keep_before(const plan_change& c) {
    const bool is_shown =
        c.what() == plan_change::of::duration || c.what() == plan_change::of::progress;
    const network& net = content_->net;
    if (is_shown && !net.plan.is_phase(c.task())) keep(journal_, *content_, net.at(c.task()));
    if (c.what() == plan_change::of::window) keep(journal_, *content_, net.at(c.inspection()));
  }

  /// The day that the deadline or the window of the change stands for now.
  void note_anchor(const plan_change& c) {
    const plan_content& plan = facts_.content();
    if (c.what() == plan_change::of::deadline) {
      const auto& own = plan.tasks[c.task().index()].deadline;
      if (own && !own->last_day.is_special()) days_of_anchors_.push_back(to_day(own->last_day));
    } else if (c.what() == plan_change::of::window) {
      const date& first = plan.inspections[c.inspection().index()].window.first;
      if (!first.is_special()) days_of_anchors_.push_back(to_day(first) - 1);
    }
  }

  // --- network --------------------------------------------------------------------------------

  template <class Changes>
  void update_network(const Changes& changes) {
    date_waves waves(*content_, journal_, due_);
    for (const plan_change& c : changes) {
      update_for(c, [&](position p) { waves.seed(p); });
    }
  }

  template <class Seed>
  void update_for(const plan_change& c, Seed seed) {
    network& net = content_->net;
    using enum plan_change::of;
    switch (c.what()) {
      case duration:
      case progress:
        if (net.plan.is_phase(c.task())) {
          renew_notes(facts_.content());
          break;
        }
        [[fallthrough]];
      case deadline:
      case not_before: edits_.update_tasks(net, c, seed); break;
      case lag: edits_.update_lag(net, c, seed); break;
      case window: {
        const position p = net.at(c.inspection());
        set_fixed(net, content_->early, p);
        set_fixed(net, content_->late, p);
        due_.inspections.push_back(c.inspection());
        seed(p);
        break;
      }
      case status_date: status_has_changed_ = true; break;
    }
  }

  /// Whether the last anchor is another one, or stands for other tasks. If it has only moved, what
  /// it holds is due. O(1) unless a date changed that is no earlier than the last anchor's; then
  /// O(tasks).
  [[nodiscard]] bool is_other_anchor() {
    network& net = content_->net;
    if (!is_last_anchor_touched()) return false;
    const std::optional<date_limit> last = find_last_anchor(net.plan);
    if (!last || !net.last_anchor || last->from != net.last_anchor->from) return true;
    if (find_bearers(last) != bearers_) return true;
    if (last->day != net.last_anchor->day) free_is_due_ = true;
    net.last_anchor = totals_.last_anchor = last;
    return false;
  }

  [[nodiscard]] bool is_last_anchor_touched() const {
    const auto& last = content_->net.last_anchor;
    for (const day_number day : days_of_anchors_) {
      if (!last || day >= last->day) return true;
    }
    return false;
  }

  // --- dates ----------------------------------------------------------------------------------

  void renew_dates() {
    free_is_due_ = false;
    marks_are_old_ = true;
    const bool other_links =
        is_other_anchor() || edits_.has_other_links() || !edits_.is_short_enough(content_->net);
    if (other_links) {
      link_anew();
    } else {
      run_waves();
    }
  }

  void run_waves() {
    date_waves waves(*content_, journal_, due_);
    if (status_has_changed_ || !waves.run_early(content_->status)) return fall_back(from::early);
    renew_finish();
    if (!waves.run_harmless()) return fall_back(from::harmless);
    if (free_is_due_ && !insert_free()) return fall_back(from::late);
    if (!waves.run_late(content_->finish)) fall_back(from::late);
  }

  void renew_finish() {
    for (const shown_before& b : journal_.before()) {
      if (b.row.finish == totals_.finish) --totals_.finishing;
      const instant now = finish_at(*content_, content_->net.at(b.task));
      if (now < totals_.finish) continue;
      totals_.finishing = now == totals_.finish ? totals_.finishing + 1 : 1;
      totals_.finish = now;
    }
    if (totals_.finishing == 0) count_finishing(*content_, totals_);
    if (content_->finish != totals_.finish) free_is_due_ = true;
    content_->finish = totals_.finish;
  }

  /// Makes due what nothing but the last anchor or the plan's finish holds; false if that is a
  /// large part of the plan.
  bool insert_free() {
    const network& net = content_->net;
    if (!due_.free_is_known) {
      for (position p = 0; p < net.size(); ++p) {
        if (!is_fixed(net, p)) due_.free.put(p, is_free(net, content_->late, p));
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

  enum class from : std::uint8_t { early, harmless, late };

  void fall_back(from first) {
    auto saved = std::make_unique<saved_arrays>();
    schedule_content& c = *content_;
    if (first == from::early) {
      compute_early(c, *saved);
      count_finishing(c, totals_);
      c.finish = totals_.finish;
    }
    if (first != from::late) compute_harmless(c, *saved);
    compute_late(c, *saved);
    due_.clear();
    due_.free_is_known = false;
    show_before(journal_, c, *saved);
    meet_all_inspections();
    journal_.last().arrays = std::move(saved);
  }

  void meet_all_inspections() {
    for (std::size_t i = 0; i < content_->net.plan.inspections().size(); ++i) {
      due_.inspections.emplace_back(i);
    }
  }

  void link_anew() {
    auto fresh = std::make_unique<schedule_content>(compute(content_->status));
    std::swap(*content_, *fresh);
    show_before(journal_, *fresh, *content_);
    const plan no_longer_needed = std::move(fresh->net.plan);
    journal_.last().content = std::move(fresh);
    look_at_links();
    meet_all_inspections();
    count_totals();
  }

  /// Phases and floats, after the dates.
  void finish_up() {
    if (journal_.last().content) return;
    phases_.run(*content_, journal_);
    for (const shown_before& b : journal_.before()) {
      if (b.row.is_open && b.row.total_float == totals_.least_float) --totals_.with_least;
      const shown_row now = row(b.task);
      if (now.is_open) count_float(now.total_float);
    }
  }

  /// @throws daopai::error just as a full computation would
  void check_range() const {
    const schedule_content& c = *content_;
    bool is_good = true;
    if (journal_.last().arrays) {
      for (position p = 0; p < c.net.size(); ++p) is_good = is_good && is_in_range(c, p);
    } else if (!journal_.last().content) {
      for (const saved_event& e : journal_.events()) is_good = is_good && is_in_range(c, e.at);
    }
    if (!is_good) static_cast<void>(compute(c.status));
  }

  // --- back -----------------------------------------------------------------------------------

  /// Takes the last transaction back; the journal then shows what there was before that.
  void take_back() {
    transaction& last = journal_.last();
    marks_are_old_ = true;
    show_saved();
    if (last.content) {
      take_links_back(*last.content);
    } else if (last.arrays) {
      swap_arrays(*content_, *last.arrays);
      show_before(journal_, *content_, *last.arrays);
      due_.free_is_known = false;
      meet_all_inspections();
    }
    for (const saved_event& e : journal_.events()) set_state(*content_, e.at, e.was);
    phase_updates::undo(*content_, journal_);
    take_facts_back();
    take_totals_back(last.totals);
    if (last.content) bearers_ = find_bearers(totals_.last_anchor);
    journal_.drop();
  }

  /// Notes what the saved events show now, and the inspections that come after them.
  void show_saved() {
    const schedule_content& c = *content_;
    const auto& former = journal_.last().content;
    for (const saved_event& e : journal_.events()) {
      const position p = former ? c.net.position_of[former->net[e.at].node] : e.at;
      for (const network_link& l : c.net.successors(p)) {
        if (is_fixed(c.net, l.other)) due_.inspections.push_back(c.net.inspection_of(l.other));
      }
      show_now(journal_, c, p);
    }
  }

  void take_links_back(schedule_content& former) {
    point_at_own_plan(former.net);
    std::swap(*content_, former);
    show_before(journal_, former, *content_);
    const plan no_longer_needed = std::move(former.net.plan);
    look_at_links();
    meet_all_inspections();
  }

  void take_facts_back() {
    const auto opposites = journal_.changes();
    for (std::size_t i = opposites.size(); i-- > 0;) {
      write(facts_.content(), content_->status, opposites[i]);
      update_for(opposites[i], [](position) {});
    }
    if (!due_.free_is_known) return;
    for (const saved_event& e : journal_.events()) {
      if (!is_fixed(content_->net, e.at)) {
        due_.free.put(e.at, is_free(content_->net, content_->late, e.at));
      }
    }
  }

  void take_totals_back(const plan_totals& totals) {
    totals_ = totals;
    content_->finish = totals_.finish;
    content_->net.last_anchor = totals_.last_anchor;
  }

  open_plan facts_;
  std::shared_ptr<schedule_content> content_;
  schedule now_;
  std::vector<std::size_t> calendars_{};  // of the network, as places in the plan
  network_edits edits_{};
  due_events due_{0};
  phase_updates phases_{};
  journal journal_{};
  plan_totals totals_{};
  std::vector<node> bearers_{};  // of the last anchor, ascending
  bool marks_are_old_ = false;

  // Of the transaction that is under way.
  instant finish_before_ = always;
  bool status_has_changed_ = false;
  bool free_is_due_ = false;
  std::vector<day_number> days_of_anchors_{};  // of those that were changed: before and after
};

}  // namespace daopai::detail

#endif  // DAOPAI_SCHEDULE_DETAIL_RESCHEDULE_RESCHEDULER_HPP
