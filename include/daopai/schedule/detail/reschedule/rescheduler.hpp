/// The machine of a living schedule: facts in, changed dates out, and back again.
#ifndef DAOPAI_SCHEDULE_DETAIL_RESCHEDULE_RESCHEDULER_HPP
#define DAOPAI_SCHEDULE_DETAIL_RESCHEDULE_RESCHEDULER_HPP

#include <daopai/schedule/detail/reschedule/critical_marks.hpp>
#include <daopai/schedule/detail/reschedule/facts.hpp>
#include <daopai/schedule/detail/reschedule/last_anchor.hpp>
#include <daopai/schedule/detail/reschedule/network_edits.hpp>
#include <daopai/schedule/detail/reschedule/own_schedule.hpp>
#include <daopai/schedule/detail/reschedule/phase_updates.hpp>
#include <daopai/schedule/detail/reschedule/renewal.hpp>

namespace daopai::detail {

/// Holds a plan of its own, the network compiled from it, and the schedule of both. Each change
/// takes three steps, and the journal can take them back:
///
///     facts ---> plan ---> events and links of the network ---> dates, in waves from these events
///
/// Where links themselves change, the network is compiled anew.
class rescheduler {
public:
  rescheduler(const plan& p, const date& status) : own_(p, status) {
    look_at_links();
    totals_.count_all(content());
  }

  /// Makes the changes, and lists what that changed. If it throws, nothing has changed.
  template <class Changes>
  void apply(const Changes& changes, schedule_changes& list) {
    start();
    journal_.open(totals_, content().net.last_anchor);
    try {
      write_facts(changes);
      update_network(changes);
      renew_dates();
      check_range();
      if (!journal_.last().content) phases_.run(content(), journal_);
      touch_saved();
      list_changes(list, [&](const shown_row& was, const shown_row& is) {
        if (!journal_.last().content) totals_.recount_float(was, is);
      });
    } catch (...) {
      take_back();
      throw;
    }
  }

  /// Takes back all transactions from number `first` on, and lists what that changed.
  void take_back_to(std::size_t first, schedule_changes& list) {
    start();
    while (journal_.size() > first) take_back();
    list_changes(list, [](const shown_row&, const shown_row&) {});
  }

  /// How many transactions can be taken back.
  [[nodiscard]] std::size_t history() const { return journal_.size(); }
  void forget_history() { journal_.forget(); }

  [[nodiscard]] const schedule_content& content() const { return own_.content(); }

  /// With all that is kept for the whole plan up to date.
  [[nodiscard]] const schedule& now() {
    if (marks_.renew(content())) phases_.mark(content());
    static_cast<void>(least_float());
    return own_.shown();
  }

  [[nodiscard]] std::optional<std::int32_t> least_float() {
    return content().least_float = totals_.least_float(content());
  }

  /// What the task or phase shows.
  [[nodiscard]] shown_row row(task_id t) const {
    const auto& phases = content().phases;
    const bool is_phase = !phases.empty() && phases[t.index()];
    return is_phase ? row_of(*phases[t.index()]) : row_at(content(), content().net.at(t));
  }

private:
  [[nodiscard]] schedule_content& content() { return own_.content(); }

  /// Finds what is derived from the links of the network. O(tasks + links).
  void look_at_links() {
    edits_ = network_edits(content().net);
    due_ = due_events(content().net.size());
    phases_ = phase_updates(content());
    marks_ = critical_marks(content().net);
    anchor_ = last_anchor(content().net);
    journal_.resize(content().net.size());
  }

  void start() {
    own_.detach_if_shared();
    journal_.start_comparing();
    due_.start();
    anchor_.start();
    edits_.start();
    finish_before_ = totals_.finish();
    status_has_changed_ = false;
  }

  // --- forth ----------------------------------------------------------------------------------

  template <class Changes>
  void write_facts(const Changes& changes) {
    for (const plan_change& c : changes) keep_before(c);
    for (const plan_change& c : changes) {
      anchor_.note(own_.facts(), c);
      journal_.save(opposite(own_.facts(), content().status, c));
      write(own_.facts(), content().status, c);
      anchor_.note(own_.facts(), c);
    }
    std::vector<problem> problems = problems_of(own_.facts(), changes);
    if (!problems.empty()) throw invalid_plan(std::move(problems));
    if (content().status.is_special()) throw error("the status date is not a date");
  }

  /// What a task shows hangs on its own duration and progress, beside its dates.
  void keep_before(const plan_change& c) {
    const bool is_shown =
        c.what() == plan_change::of::duration || c.what() == plan_change::of::progress;
    const network& net = content().net;
    if (is_shown && !net.plan.is_phase(c.task())) keep(journal_, content(), net.at(c.task()));
    if (c.what() == plan_change::of::window) keep(journal_, content(), net.at(c.inspection()));
  }

  template <class Changes>
  void update_network(const Changes& changes) {
    date_waves waves(content(), journal_, due_);
    for (const plan_change& c : changes) {
      update_for(c, [&](position p) {
        marks_.touch(p);
        waves.seed(p);
      });
    }
  }

  /// Calls `seed` with the events that the fact is about.
  template <class Seed>
  void update_for(const plan_change& c, Seed seed) {
    network& net = content().net;
    switch (c.what()) {
      case plan_change::of::duration:
      case plan_change::of::progress:
        if (net.plan.is_phase(c.task())) return renew_notes(own_.facts());
        return edits_.update_tasks(net, c, seed);
      case plan_change::of::deadline: marks_.touch_all(); return edits_.update_tasks(net, c, seed);
      case plan_change::of::not_before: return edits_.update_tasks(net, c, seed);
      case plan_change::of::lag: return edits_.update_lag(net, c, seed);
      case plan_change::of::window: return move_inspection(c.inspection(), seed);
      case plan_change::of::status_date: status_has_changed_ = true;
    }
  }

  template <class Seed>
  void move_inspection(inspection_id i, Seed seed) {
    const position p = content().net.at(i);
    set_fixed(content().net, content().early, p);
    set_fixed(content().net, content().late, p);
    due_.inspections.push_back(i);
    marks_.touch_all();
    seed(p);
  }

  void renew_dates() {
    const last_anchor::outcome anchor = anchor_.update(content().net);
    const bool has_other_links = anchor == last_anchor::outcome::other ||
                                 edits_.has_other_links() || !edits_.is_short_enough(content().net);
    if (has_other_links) return link_anew();
    date_renewal(content(), journal_, due_, totals_)
        .run(status_has_changed_, anchor == last_anchor::outcome::moved);
  }

  void link_anew() {
    auto other = std::make_unique<schedule_content>(own_.compute(content().status));
    own_.exchange(*other);
    show_before(journal_, *other, content());
    own_schedule::leave_plan_out(*other);
    journal_.last().content = std::move(other);
    look_at_links();
    due_.meet_all(content().net.plan);
    totals_.count_all(content());
  }

  /// @throws daopai::error just as a full computation would
  void check_range() const {
    const schedule_content& c = content();
    bool is_good = true;
    if (journal_.last().arrays) {
      for (position p = 0; p < c.net.size(); ++p) is_good = is_good && is_in_range(c, p);
    } else if (!journal_.last().content) {
      for (const saved_event& e : journal_.events()) is_good = is_good && is_in_range(c, e.at);
    }
    if (!is_good) static_cast<void>(own_.compute(c.status));
  }

  void touch_saved() {
    if (journal_.last().arrays) return marks_.touch_all();
    for (const saved_event& e : journal_.events()) marks_.touch(e.at);
  }

  /// Compares what the journal shows with what there is now.
  /// @param each  called with every task and phase that may show something else: was, is
  template <class Each>
  void list_changes(schedule_changes& list, Each each) {
    list.tasks.clear();
    for (const shown_before& b : journal_.before()) {
      const shown_row now = row(b.task);
      each(b.row, now);
      if (shows_same(b.row, now)) continue;
      list.tasks.push_back({b.task, dates_of(b.row), dates_of(now)});
    }
    auto& met = due_.inspections;
    std::sort(met.begin(), met.end());
    met.erase(std::unique(met.begin(), met.end()), met.end());
    list.inspections.assign(met.begin(), met.end());
    list.finish_before = finish_date(finish_before_);
    list.finish_after = finish_date(totals_.finish());
  }

  // --- back -----------------------------------------------------------------------------------

  /// Takes the last transaction back; the journal then shows what there was before that.
  void take_back() {
    transaction& last = journal_.last();
    show_saved();
    if (last.content) {
      take_links_back(*last.content);
    } else if (last.arrays) {
      take_arrays_back(*last.arrays);
    }
    for (const saved_event& e : journal_.events()) set_state(content(), e.at, e.was);
    touch_saved();
    phase_updates::undo(content(), journal_);
    take_facts_back();
    totals_ = last.totals;
    content().finish = totals_.finish();
    content().net.last_anchor = last.last_anchor;
    if (last.content) anchor_ = last_anchor(content().net);
    journal_.drop();
  }

  /// Notes what the saved events show now, and the inspections that come after them.
  void show_saved() {
    const schedule_content& c = content();
    const auto& former = journal_.last().content;
    for (const saved_event& e : journal_.events()) {
      const position p = former ? c.net.position_of[former->net[e.at].node] : e.at;
      due_.meet_after(c.net, p);
      show_now(journal_, c, p);
    }
  }

  void take_links_back(schedule_content& former) {
    own_.exchange(former);
    show_before(journal_, former, content());
    own_schedule::leave_plan_out(former);
    look_at_links();
    due_.meet_all(content().net.plan);
  }

  void take_arrays_back(saved_arrays& former) {
    swap_arrays(content(), former);
    show_before(journal_, content(), former);
    due_.free_is_known = false;
    due_.meet_all(content().net.plan);
  }

  void take_facts_back() {
    const auto opposites = journal_.changes();
    for (std::size_t i = opposites.size(); i-- > 0;) {
      write(own_.facts(), content().status, opposites[i]);
      update_for(opposites[i], [&](position p) { marks_.touch(p); });
    }
    if (!due_.free_is_known) return;
    for (const saved_event& e : journal_.events()) {
      if (is_fixed(content().net, e.at)) continue;
      due_.free.put(e.at, is_free(content().net, content().late, e.at));
    }
  }

  own_schedule own_;
  network_edits edits_{};
  due_events due_{0};
  phase_updates phases_{};
  critical_marks marks_{};
  last_anchor anchor_{};
  journal journal_{};
  plan_totals totals_{};

  // Of the transaction that is under way.
  instant finish_before_ = always;
  bool status_has_changed_ = false;
};

}  // namespace daopai::detail

#endif  // DAOPAI_SCHEDULE_DETAIL_RESCHEDULE_RESCHEDULER_HPP
