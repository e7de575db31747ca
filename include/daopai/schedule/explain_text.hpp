/// Explanations as sentences, in Chinese or English, for people who have never seen a network plan.
#ifndef DAOPAI_SCHEDULE_EXPLAIN_TEXT_HPP
#define DAOPAI_SCHEDULE_EXPLAIN_TEXT_HPP

#include <daopai/schedule/detail/explain_sentences.hpp>
#include <daopai/schedule/shortfall.hpp>

namespace daopai {

/// The answer in one sentence, such as `“P3.1” must start by 2025-07-28`. Sentences come without
/// a full stop, so that they can be put together.
template <only<schedule> Schedule>
[[nodiscard]] std::string headline(const Schedule& s, const explanation& e, language l);

/// The reasons in the order in which one follows from the other: first the fact, then a sentence
/// for each link, with its dates. Early chains are told forwards and late chains backwards, so the
/// last sentence gives the date explained.
template <only<schedule> Schedule>
[[nodiscard]] std::vector<std::string> reasons(const Schedule& s, const explanation& e, language l);

/// "inspection “moe” on 2025-08-01 cannot be met: short by 3 working days"
template <only<schedule> Schedule>
[[nodiscard]] std::string headline(const Schedule& s, const shortfall& f, language l);

/// "“P2.1”: one day less wins 1 working day; ..."
/// @param f  what the lever was computed for
template <only<schedule> Schedule>
[[nodiscard]] std::string sentence(const Schedule& s, const lever& x, const shortfall& f,
                                   language l);

/// "“P2.2” is not critical: it has 5 working days of room before inspection “moe”"
template <only<schedule> Schedule>
[[nodiscard]] std::string headline(const Schedule& s, const not_critical& n, language l);

// ---------------------------------------------------------------------------------------------

template <only<schedule> Schedule>
std::string headline(const Schedule& s, const explanation& e, language l) {
  return detail::explanation_teller<Schedule>(s, l).headline(e);
}

template <only<schedule> Schedule>
std::vector<std::string> reasons(const Schedule& s, const explanation& e, language l) {
  return detail::explanation_teller<Schedule>(s, l).reasons(e);
}

template <only<schedule> Schedule>
std::string headline(const Schedule& s, const shortfall& f, language l) {
  const detail::event_words tell(s.plan(), l);
  const auto& phrase =
      f.of.is_inspection() ? tell.words().cannot_be_met : tell.words().deadline_missed;
  return detail::fill(phrase, {tell.name(f.of), to_string(f.due), tell.working_days(f.short_by)});
}

template <only<schedule> Schedule>
std::string sentence(const Schedule& s, const lever& x, const shortfall& f, language l) {
  const detail::event_words tell(s.plan(), l);
  const detail::explain_words& w = tell.words();
  const std::string task = tell.name(x.task);
  const std::string most = tell.working_days(x.most);
  const std::string less = tell.working_days(x.for_most);
  if (x.most.count() == 0) {
    const bool loses = x.one_day.count() < 0;
    return detail::fill(loses ? w.loses : w.wins_nothing, {task, tell.working_days(-x.one_day)});
  }
  const std::string first = tell.working_days(x.one_day);
  const bool meets = x.most == f.short_by;
  const std::string text = x.one_day.count() <= 0 ? detail::fill(w.wins_late, {task, less, most})
                           : x.one_day != x.most
                               ? detail::fill(w.wins, {task, first, less, most})
                               : detail::fill(meets ? w.wins_all : w.wins_one, {task, first});
  return meets ? detail::fill(w.meets, {text}) : text;
}

template <only<schedule> Schedule>
std::string headline(const Schedule& s, const not_critical& n, language l) {
  const detail::event_words tell(s.plan(), l);
  const detail::explain_words& w = tell.words();
  const bool late = n.room.count() < 0;
  return detail::fill(
      late ? w.is_late_too : w.has_room,
      {tell.name(n.own.of), tell.working_days(late ? -n.room : n.room), tell.holder(n.own.fact)});
}

}  // namespace daopai

#endif  // DAOPAI_SCHEDULE_EXPLAIN_TEXT_HPP
