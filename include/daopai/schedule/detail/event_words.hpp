/// Names, counts and dates of explanations in one language.
#ifndef DAOPAI_SCHEDULE_DETAIL_EVENT_WORDS_HPP
#define DAOPAI_SCHEDULE_DETAIL_EVENT_WORDS_HPP

#include <daopai/plan/language.hpp>
#include <daopai/schedule/detail/explain_words.hpp>
#include <daopai/schedule/explanation.hpp>

namespace daopai::detail {

/// Names, counts and dates in one language.
class event_words {
public:
  event_words(const plan& p, language l)
      : plan_(p), w_(l == language::chinese ? chinese_explanations : english_explanations) {}

  [[nodiscard]] const explain_words& words() const { return w_; }

  /// “id name” with what it is, if it is no task.
  [[nodiscard]] std::string name(event_id e) const {
    if (e.is_inspection()) return fill(w_.inspection, {titled(plan_[e.inspection()])});
    return fill(plan_.is_phase(e.task()) ? w_.phase : w_.task, {titled(plan_[e.task()])});
  }

  /// The same without the name, for what was named before.
  [[nodiscard]] std::string short_name(event_id e) const {
    const auto& phrase = e.is_inspection()          ? w_.inspection
                         : plan_.is_phase(e.task()) ? w_.phase
                                                    : w_.task;
    return fill(phrase, {key_text(plan_, e)});
  }

  [[nodiscard]] std::string working_days(workdays n) const {
    const bool one = n.count() == 1 || n.count() == -1;
    return fill(one ? w_.working_day : w_.working_days, {std::to_string(n.count())});
  }

  /// With the calendar if it is not the plan's own.
  [[nodiscard]] std::string working_days(workdays n, calendar_id c) const {
    if (c == calendar_id(0)) return working_days(n);
    return fill(w_.of_calendar, {working_days(n), plan_.calendars()[c.index()].id.text()});
  }

  /// A lag or a lead without its sign.
  [[nodiscard]] std::string length(const lag& l, calendar_id c) const {
    const std::int32_t amount = l.amount() < 0 ? -l.amount() : l.amount();
    if (!l.in_calendar_days()) return working_days(workdays(amount), c);
    return fill(w_.days, {std::to_string(amount)});
  }

  /// What a late date comes from: the inspection, the deadline, the finish of the plan.
  [[nodiscard]] std::string holder(const driver& fact) const {
    const std::string on = to_string(*fact.on);
    if (fact.by == driven_by::inspection) return name(*fact.what);
    if (!fact.what) return fill(w_.the_finish, {on});
    return fill(w_.the_deadline, {name(*fact.what), on});
  }

private:
  template <class Thing>
  [[nodiscard]] static std::string titled(const Thing& thing) {
    const std::string& id = thing.id.text();
    return thing.name.empty() || thing.name == id ? id : id + ' ' + thing.name;
  }

  const plan& plan_;
  const explain_words& w_;
};

}  // namespace daopai::detail

#endif  // DAOPAI_SCHEDULE_DETAIL_EVENT_WORDS_HPP
