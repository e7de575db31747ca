/// Facts and links of explanations as sentences.
#ifndef DAOPAI_SCHEDULE_DETAIL_EXPLAIN_SENTENCES_HPP
#define DAOPAI_SCHEDULE_DETAIL_EXPLAIN_SENTENCES_HPP

#include <daopai/schedule/detail/event_words.hpp>
#include <daopai/schedule/explanation.hpp>
#include <daopai/schedule/schedule.hpp>

namespace daopai::detail {

/// Tells one explanation sentence by sentence. What has been named once goes by its id from then
/// on.
template <class Schedule>
class explanation_teller {
public:
  explanation_teller(const Schedule& s, language l)
      : s_(s), plan_(s.plan()), tell_(plan_, l), w_(tell_.words()) {}

  [[nodiscard]] std::string headline(const explanation& e) const {
    if (e.of.is_inspection()) return outlook(e);
    const chain_event& that = explained(e);
    const std::string text = answer(e, that);
    if (e.of == that.event) return text;
    return fill(w_.first_of_phase, {text, tell_.name(that.event)});
  }

  [[nodiscard]] std::vector<std::string> reasons(const explanation& e) {
    const bool early = e.side == date_side::early;
    std::vector<std::string> told{early ? early_fact(e) : late_fact(e)};
    const std::size_t links = e.links.size();
    for (std::size_t n = 0; n < links; ++n) {
      told.push_back(early ? early_link(e, n) : late_link(e, links - 1 - n));
    }
    return told;
  }

private:
  [[nodiscard]] std::string call(event_id e) {
    if (std::find(named_.begin(), named_.end(), e) != named_.end()) return tell_.short_name(e);
    named_.push_back(e);
    return tell_.name(e);
  }

  // --- the answer ------------------------------------------------------------------------------

  [[nodiscard]] std::string answer(const explanation& e, const chain_event& that) const {
    const std::string name = tell_.name(e.of);
    const progress& done = plan_[that.event.task()].progress;
    if (done.finished) return fill(w_.was_finished, {name, to_string(*done.finished)});
    if (done.started && e.side == date_side::early) {
      return fill(w_.has_started, {name, to_string(*done.started)});
    }
    const bool early = e.side == date_side::early;
    return fill(early ? w_.can_start : w_.must_start, {name, to_string(that.shown.first)});
  }

  [[nodiscard]] std::string outlook(const explanation& e) const {
    const inspection_outlook found = s_[e.of.inspection()];
    const workdays room = found.total_float.value_or(workdays(0));
    const bool late = room.count() < 0;
    return fill(
        late ? w_.cannot_be_met : w_.is_ready,
        {tell_.name(e.of), to_string(found.first_day), tell_.working_days(late ? -room : room)});
  }

  // --- dates -----------------------------------------------------------------------------------

  [[nodiscard]] const progress& progress_of(const chain_event& e) const {
    return plan_[e.event.task()].progress;
  }
  [[nodiscard]] bool is_itself_a_task(const chain_event& e) const {
    return e.role == chain_role::itself && e.event.is_task();
  }

  [[nodiscard]] bool is_done(const chain_event& e) const {
    return is_itself_a_task(e) && progress_of(e).finished.has_value();
  }

  /// The day of one end; of a task that is done the last day of what it still passes on.
  [[nodiscard]] date end_date(const chain_event& e, bool is_start) const {
    if (is_start) return e.shown.first;
    return is_done(e) ? to_date(to_day(e.finish) - 1) : e.shown.last;
  }

  /// "; it takes 3 working days, from ... to ..."
  [[nodiscard]] std::string with_span(std::string clause, const chain_event& e) const {
    return clause.append(w_.then).append(span(e));
  }

  [[nodiscard]] std::string span(const chain_event& e) const {
    const std::string last = to_string(end_date(e, false));
    const std::string work = tell_.working_days(e.work, e.calendar);
    if (is_done(e)) return fill(w_.passes_on, {last});
    if (e.work.count() == 0) return fill(w_.falls_on, {last});
    if (progress_of(e).started) return fill(w_.rest_runs, {work, last});
    if (e.shown.first == e.shown.last) return fill(w_.runs_one_day, {work, last});
    return fill(w_.runs, {work, to_string(e.shown.first), last});
  }

  [[nodiscard]] std::string with_late_span(std::string clause, const chain_event& e) {
    const std::string name = call(e.event);
    const std::string last = to_string(end_date(e, false));
    const std::string work = tell_.working_days(e.work, e.calendar);
    const std::string told = is_done(e) ? fill(w_.must_pass_on, {name, last})
                             : e.work.count() == 0
                                 ? fill(w_.must_fall, {name, last})
                                 : fill(w_.must_run, {name, work, to_string(e.shown.first), last});
    return clause.append(w_.then).append(told);
  }

  // --- facts -----------------------------------------------------------------------------------

  [[nodiscard]] std::string early_fact(const explanation& e) {
    const chain_event& first = e.events.front();
    const std::string on = to_string(*e.fact.on);
    const std::string name = call(first.event);
    if (e.fact.by == driven_by::inspection) return fill(w_.begins, {on, name});
    if (e.fact.by == driven_by::progress && progress_of(first).finished) {
      return fill(w_.was_finished, {name, on});
    }
    if (e.fact.by == driven_by::progress && progress_of(first).started == e.fact.on) {
      return fill(w_.begun, {on, name});
    }
    const auto& phrase = e.fact.by == driven_by::progress     ? w_.under_way
                         : e.fact.by == driven_by::not_before ? w_.not_before
                         : e.fact.by == driven_by::parent     ? w_.phase_not_before
                                                              : w_.from_today;
    const std::string whose = e.fact.what ? call(*e.fact.what) : std::string();
    return with_span(fill(phrase, {on, name, whose}), first);
  }

  [[nodiscard]] std::string late_fact(const explanation& e) {
    const chain_event& last = e.events.back();
    const std::string on = to_string(*e.fact.on);
    const std::string name = call(last.event);
    if (e.fact.by == driven_by::inspection) return fill(w_.eve, {on, name});
    if (e.fact.by == driven_by::progress) return fill(w_.was_finished, {name, on});
    const bool is_last = e.fact.by == driven_by::deadline && e.fact.what != last.event;
    const auto& phrase = e.fact.by == driven_by::none     ? w_.plan_finish
                         : e.fact.by == driven_by::parent ? w_.phase_deadline
                         : is_last                        ? w_.last_deadline
                                                          : w_.own_deadline;
    const std::string whose = e.fact.what ? call(*e.fact.what) : std::string();
    return with_late_span(fill(phrase, {on, name, whose}), last);
  }

  // --- links -----------------------------------------------------------------------------------

  [[nodiscard]] std::string early_link(const explanation& e, std::size_t n) {
    const chain_link& l = e.links[n];
    const chain_event& before = e.events[n];
    const chain_event& after = e.events[n + 1];
    if (l.origin == link_origin::phase) return early_phase_link(before, after);
    const std::string on = to_string(end_date(before, leaves_start(l.kind)));
    if (l.origin == link_origin::last_date) {
      return fill(w_.held_by_last, {call(after.event), call(before.event), on});
    }
    if (after.event.is_inspection()) {
      return fill(w_.inspection_waits,
                  {call(after.event), call(before.event),
                   std::string(w_.done[end_word(before, leaves_start(l.kind))]), on});
    }
    std::string told = early_dependency(l, before, after, on);
    return is_itself_a_task(after) ? with_span(std::move(told), after) : told;
  }

  [[nodiscard]] std::string early_dependency(const chain_link& l, const chain_event& before,
                                             const chain_event& after, const std::string& on) {
    if (is_done(after)) {
      const std::size_t end = end_word(before, leaves_start(l.kind));
      return fill(w_.done_waits,
                  {call(after.event), call(before.event), std::string(w_.done[end]), on});
    }
    const auto& phrase = l.lag.amount() == 0  ? w_.waits
                         : l.lag.amount() > 0 ? w_.waits_longer
                                              : w_.waits_less;
    return link_text(phrase, l, before, after, on);
  }

  [[nodiscard]] std::string late_link(const explanation& e, std::size_t n) {
    const chain_link& l = e.links[n];
    const chain_event& before = e.events[n];
    const chain_event& after = e.events[n + 1];
    if (l.origin == link_origin::phase) return late_phase_link(before, after);
    std::string told = l.origin == link_origin::last_date
                           ? fill(w_.held_by_last, {call(after.event), call(before.event)})
                           : late_dependency(l, before, after);
    return is_itself_a_task(before) ? with_late_span(std::move(told), before) : told;
  }

  [[nodiscard]] std::string late_dependency(const chain_link& l, const chain_event& before,
                                            const chain_event& after) {
    if (after.event.is_inspection() && l.lag.amount() == 0) {
      const std::size_t end = end_word(before, leaves_start(l.kind));
      return fill(w_.inspection_needs,
                  {call(after.event), call(before.event), std::string(w_.done[end])});
    }
    const auto& phrase = l.lag.amount() == 0  ? w_.needs
                         : l.lag.amount() > 0 ? w_.needs_longer
                                              : w_.needs_less;
    return link_text(phrase, l, before, after,
                     to_string(end_date(after, holds_start(l.kind) && !is_done(after))));
  }

  [[nodiscard]] std::string link_text(std::string_view phrase, const chain_link& l,
                                      const chain_event& before, const chain_event& after,
                                      const std::string& on) {
    const std::size_t end = end_word(before, leaves_start(l.kind));
    const std::size_t verb = is_done(after) ? 2 : end_word(after, holds_start(l.kind));
    const std::string_view done = l.lag.amount() < 0 ? w_.does[end] : w_.done[end];
    return fill(phrase, {call(after.event), std::string(w_.verb[verb]), call(before.event),
                         std::string(done), on, tell_.length(l.lag, after.calendar)});
  }

  /// Which word names the end of an event; a milestone neither starts nor finishes.
  [[nodiscard]] std::size_t end_word(const chain_event& e, bool is_start) const {
    const bool is_milestone = is_itself_a_task(e) && e.work.count() == 0 &&
                              !progress_of(e).started && !progress_of(e).finished;
    if (is_milestone) return 2;
    return is_start ? 0 : 1;
  }

  [[nodiscard]] static bool lets_go(chain_role r) {
    return r == chain_role::phase_may_start || r == chain_role::phase_may_finish;
  }
  /// 0 for a phase that starts, 1 for one that finishes.
  [[nodiscard]] static std::size_t end_of(chain_role r) {
    return r == chain_role::phase_may_start || r == chain_role::phase_has_started ? 0 : 1;
  }

  [[nodiscard]] std::string early_phase_link(const chain_event& before, const chain_event& after) {
    if (!lets_go(before.role)) {
      return fill(w_.phase_is_over[end_of(after.role)],
                  {call(after.event), call(before.event), to_string(after.shown.last)});
    }
    std::string told = fill(w_.phase_lets_go[end_of(before.role)],
                            {call(before.event), call(after.event), to_string(before.shown.first)});
    return is_itself_a_task(after) ? with_span(std::move(told), after) : told;
  }

  [[nodiscard]] std::string late_phase_link(const chain_event& before, const chain_event& after) {
    if (lets_go(before.role)) {
      const std::size_t end = end_of(before.role);
      const date& on = end == 0 ? after.shown.first : after.shown.last;
      return fill(w_.phase_must_let_go[end],
                  {call(before.event), call(after.event), to_string(on)});
    }
    std::string told = fill(w_.phase_must_be_over[end_of(after.role)],
                            {call(after.event), call(before.event), to_string(after.shown.last)});
    return is_itself_a_task(before) ? with_late_span(std::move(told), before) : told;
  }

  const Schedule& s_;
  const plan& plan_;
  event_words tell_;
  const explain_words& w_;
  std::vector<event_id> named_{};
};

}  // namespace daopai::detail

#endif  // DAOPAI_SCHEDULE_DETAIL_EXPLAIN_SENTENCES_HPP
