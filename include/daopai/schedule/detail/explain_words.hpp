/// The words in which explanations are told, in the languages they are told in.
#ifndef DAOPAI_SCHEDULE_DETAIL_EXPLAIN_WORDS_HPP
#define DAOPAI_SCHEDULE_DETAIL_EXPLAIN_WORDS_HPP

#include <array>
#include <initializer_list>
#include <string>
#include <string_view>

namespace daopai::detail {

/// `%1`, `%2`, ... stand for what fill() puts there.
struct explain_words {
  std::string_view task;                 ///< id and name
  std::string_view phase;                ///< id and name
  std::string_view inspection;           ///< id and name
  std::string_view working_days;         ///< number
  std::string_view working_day;          ///< for the number 1
  std::string_view days;                 ///< number, of the almanac
  std::string_view of_calendar;          ///< a number of working days, calendar
  std::array<std::string_view, 3> verb;  ///< start, finish; of a milestone, come about
  std::array<std::string_view, 3> done;  ///< the same with "has"
  std::array<std::string_view, 3> does;  ///< the same in the present

  std::string_view then;  ///< between two clauses

  // What was asked, answered.
  std::string_view can_start;        ///< event, date
  std::string_view must_start;       ///< event, date
  std::string_view first_of_phase;   ///< the answer, task
  std::string_view has_started;      ///< event, date
  std::string_view was_finished;     ///< event, date
  std::string_view is_ready;         ///< inspection, date, working days to spare
  std::string_view cannot_be_met;    ///< inspection, date, working days
  std::string_view deadline_missed;  ///< event, date, working days
  std::string_view has_room;         ///< event, working days, what holds it
  std::string_view is_late_too;      ///< event, working days, what holds it
  std::string_view the_deadline;     ///< event, date
  std::string_view the_finish;       ///< date

  // Facts that early dates come from, and how long the work takes.
  std::string_view from_today;        ///< date, event
  std::string_view not_before;        ///< date, event
  std::string_view phase_not_before;  ///< date, event, phase
  std::string_view begun;             ///< date, event
  std::string_view under_way;         ///< date, event
  std::string_view begins;            ///< date, inspection
  std::string_view runs;              ///< working days, first day, last day
  std::string_view runs_one_day;      ///< working days, day
  std::string_view rest_runs;         ///< working days, last day
  std::string_view passes_on;         ///< last day of what holds a task that is done
  std::string_view must_pass_on;      ///< event, day
  std::string_view falls_on;          ///< day

  // Facts that late dates come from.
  std::string_view own_deadline;    ///< date, event
  std::string_view phase_deadline;  ///< date, event, phase
  std::string_view last_deadline;   ///< date, event, what bears the deadline
  std::string_view plan_finish;     ///< date, event
  std::string_view eve;             ///< date, inspection
  std::string_view must_run;        ///< event, working days, first day, last day
  std::string_view must_fall;       ///< event, day

  // Links: later event, earlier event, their ends as words, the date of the end, the lag.
  std::string_view waits;                              ///< later, verb, earlier, done, date
  std::string_view done_waits;                         ///< later, earlier, done, date
  std::string_view waits_longer;                       ///< later, verb, earlier, done, date, lag
  std::string_view waits_less;                         ///< later, verb, earlier, does, date, lead
  std::string_view needs;                              ///< later, verb, earlier, done, date
  std::string_view needs_longer;                       ///< later, verb, earlier, done, date, lag
  std::string_view needs_less;                         ///< later, verb, earlier, does, date, lead
  std::string_view inspection_waits;                   ///< inspection, earlier, done, date
  std::string_view inspection_needs;                   ///< inspection, earlier, done
  std::string_view held_by_last;                       ///< inspection, earlier, date
  std::array<std::string_view, 2> phase_is_over;       ///< started, finished: phase, task, date
  std::array<std::string_view, 2> phase_lets_go;       ///< start, finish: phase, task, date
  std::array<std::string_view, 2> phase_must_be_over;  ///< started, finished: phase, task, date
  std::array<std::string_view, 2> phase_must_let_go;   ///< start, finish: phase, task, date

  // What a day saved helps.
  std::string_view wins;          ///< task, days won by one day, by how many days less, days won
  std::string_view wins_all;      ///< task, days won by one day, which is all that is short
  std::string_view wins_one;      ///< task, days won by one day, and never more
  std::string_view wins_late;     ///< task, by how many days less, days won: one day wins nothing
  std::string_view loses;         ///< task, days lost by one day
  std::string_view wins_nothing;  ///< task
  std::string_view meets;         ///< what was said
};

inline constexpr explain_words english_explanations{
    .task = "“%1”",
    .phase = "phase “%1”",
    .inspection = "inspection “%1”",
    .working_days = "%1 working days",
    .working_day = "%1 working day",
    .days = "%1 calendar days",
    .of_calendar = "%1 of calendar “%2”",
    .verb = {"start", "finish", "be reached"},
    .done = {"started", "finished", "been reached"},
    .does = {"starts", "finishes", "is reached"},
    .then = "; ",
    .can_start = "%1 can start on %2 at the earliest",
    .must_start = "%1 must start by %2",
    .first_of_phase = "%1: with %2, the first of it",
    .has_started = "%1 started on %2",
    .was_finished = "%1 was finished on %2",
    .is_ready = "%1 on %2 can be met, with %3 to spare",
    .cannot_be_met = "%1 on %2 cannot be met: short by %3",
    .deadline_missed = "the deadline of %1, %2, cannot be met: short by %3",
    .has_room = "%1 is not critical: it has %2 of room before %3",
    .is_late_too = "%1 is too late for %3 by %2, but another chain is later still",
    .the_deadline = "the deadline of %1, %2",
    .the_finish = "the finish of the plan, %1",
    .from_today = "seen from %1, %2 waits for nothing and can start at once",
    .not_before = "%2 may not start before %1",
    .phase_not_before = "%2 may not start before %1, because %3 may not",
    .begun = "%2 started on %1",
    .under_way = "%2 is under way; what is left of it can go on from %1",
    .begins = "%2 begins on %1",
    .runs = "it takes %1, from %2 to %3",
    .runs_one_day = "it takes %1, %2",
    .rest_runs = "%1 are left of it, until %2",
    .passes_on = "so it holds up what comes after it until %1",
    .must_pass_on = "so what %1, which is done, should have waited for must be over by %2",
    .falls_on = "it falls on %1",
    .own_deadline = "the deadline of %2 is %1",
    .phase_deadline = "%2 belongs to %3, whose deadline is %1",
    .last_deadline =
        "nothing dated comes after %2, so the plan's last deadline holds it: %1, that of %3",
    .plan_finish = "nothing dated comes after %2; it need only be finished when the plan is, on %1",
    .eve = "%2 begins on %1; what it waits for must be done before",
    .must_run = "so %1, which takes %2, must start by %3 and finish by %4",
    .must_fall = "so %1 must be reached by %2",
    .waits = "%1 may %2 only when %3 has %4 (%5)",
    .done_waits = "%1 is done, but should have waited until %2 has %3 (%4)",
    .waits_longer = "%1 may %2 only %6 after %3 has %4 (%5)",
    .waits_less = "%1 may %2 up to %6 before %3 %4 (%5)",
    .needs = "%1 must %2 by %5, and only when %3 has %4",
    .needs_longer = "%1 must %2 by %5, and only %6 after %3 has %4",
    .needs_less = "%1 must %2 by %5, up to %6 before %3 %4",
    .inspection_waits = "%1 waits until %2 has %3 (%4)",
    .inspection_needs = "%1 waits until %2 has %3",
    .held_by_last = "nothing dated comes after %2, so it is held by the last inspection, %1",
    .phase_is_over = {"%1 has wholly started when %2 has, the last of it: %3",
                      "%1 is over when %2 is, the last of it: %3"},
    .phase_lets_go = {"%2 belongs to %1, in which nothing starts before %3",
                      "%2 belongs to %1, in which nothing finishes before %3"},
    .phase_must_be_over = {"%2 belongs to %1, all of which must have started by %3",
                           "%2 belongs to %1, which must be over by %3"},
    .phase_must_let_go = {"%2 must start by %3, so what %1 waits for must be over by then",
                          "%2 must finish by %3, so what %1 waits for must be over by then"},
    .wins = "%1: one day less wins %2; %3 less win %4, which is all it can",
    .wins_all = "%1: one day less wins %2",
    .wins_one = "%1: one day less wins %2, and more days less win no more",
    .wins_late = "%1: one day less wins nothing; %2 less win %3",
    .loses = "%1: one day less would cost %2, as a later start of it is waited for",
    .wins_nothing = "%1: nothing is won by shortening it; another chain is as long",
    .meets = "%1, and the date is met",
};

inline constexpr explain_words chinese_explanations{
    .task = "“%1”",
    .phase = "阶段“%1”",
    .inspection = "检查“%1”",
    .working_days = "%1 个工作日",
    .working_day = "%1 个工作日",
    .days = "%1 天（日历日）",
    .of_calendar = "%1（按日历“%2”）",
    .verb = {"开始", "完成", "达到"},
    .done = {"开始", "完成", "达到"},
    .does = {"开始", "完成", "达到"},
    .then = "，",
    .can_start = "%1最早 %2 可以开始",
    .must_start = "%1最迟 %2 必须开始",
    .first_of_phase = "%1：其中先做%2",
    .has_started = "%1已于 %2 开始",
    .was_finished = "%1已于 %2 完成",
    .is_ready = "%1（%2）来得及，机动 %3",
    .cannot_be_met = "%1（%2）来不及：差 %3",
    .deadline_missed = "%1的期限（%2）来不及：差 %3",
    .has_room = "%1不在关键路径上：离%3还有 %2的机动",
    .is_late_too = "%1对%3来说已经晚了 %2，但还有更晚的",
    .the_deadline = "%1的期限（%2）",
    .the_finish = "全部完成之日（%1）",
    .from_today = "从 %1 算起，%2不用等别的任务，马上可以开始",
    .not_before = "%2不得早于 %1 开始",
    .phase_not_before = "%2不得早于 %1 开始，因为%3不得早于这一天开始",
    .begun = "%2已于 %1 开始",
    .under_way = "%2正在进行，剩下的从 %1 起接着做",
    .begins = "%2于 %1 开始",
    .runs = "需要 %1，从 %2 到 %3",
    .runs_one_day = "需要 %1，就在 %2",
    .rest_runs = "还剩 %1，到 %2",
    .passes_on = "所以它后面的任务要等到 %1",
    .must_pass_on = "所以%1（已完成）本该等的事最迟 %2 完成",
    .falls_on = "落在 %1",
    .own_deadline = "%2的期限是 %1",
    .phase_deadline = "%2属于%3，期限是 %1",
    .last_deadline = "%2之后没有带日期的事，由全部期限中最后一个管着：%3的 %1",
    .plan_finish = "%2之后没有带日期的事，只要在全部完成之日 %1 前做完即可",
    .eve = "%2于 %1 开始，它等待的事都要在此之前完成",
    .must_run = "所以%1（%2）最迟 %3 开始、%4 完成",
    .must_fall = "所以%1最迟 %2 达到",
    .waits = "%1要等%3%4（%5）以后才能%2",
    .done_waits = "%1虽已完成，但本该等%2%3（%4）",
    .waits_longer = "%1要等%3%4（%5）以后再过 %6才能%2",
    .waits_less = "%1可以比%3%4（%5）提前 %6 %2",
    .needs = "%1最迟 %5 %2，而且要等%3%4以后",
    .needs_longer = "%1最迟 %5 %2，而且要等%3%4以后再过 %6",
    .needs_less = "%1最迟 %5 %2，可以比%3%4提前 %6",
    .inspection_waits = "%1要等%2%3（%4）",
    .inspection_needs = "%1要等%2%3",
    .held_by_last = "%2之后没有带日期的事，由最后一次检查管着：%1",
    .phase_is_over = {"%2开始以后，%1就全部开始了：%3",
                      "%2是%1中最后完成的，到 %3 这一阶段才算完成"},
    .phase_lets_go = {"%2属于%1，这一阶段不能早于 %3 开始", "%2属于%1，这一阶段不能早于 %3 完成"},
    .phase_must_be_over = {"%2属于%1，这一阶段最迟 %3 要全部开始",
                           "%2属于%1，这一阶段最迟 %3 要完成"},
    .phase_must_let_go = {"%2最迟 %3 开始，%1等待的事都要在此之前完成",
                          "%2最迟 %3 完成，%1等待的事都要在此之前完成"},
    .wins = "%1：少用 1 天，赶回 %2；少用 %3，赶回 %4，不能再多",
    .wins_all = "%1：少用 1 天，赶回 %2",
    .wins_one = "%1：少用 1 天，赶回 %2；再少也不能赶回更多",
    .wins_late = "%1：少用 1 天没有用；少用 %2，赶回 %3",
    .loses = "%1：少用 1 天反而多差 %2，因为它晚开始会让别的任务等",
    .wins_nothing = "%1：少用几天都没有用，另有一样长的路径",
    .meets = "%1，这样就来得及了",
};

/// The phrase with `%1`, `%2`, ... replaced.
[[nodiscard]] inline std::string fill(std::string_view phrase,
                                      std::initializer_list<std::string> parts) {
  std::string text;
  for (std::size_t i = 0; i < phrase.size(); ++i) {
    if (phrase[i] == '%' && i + 1 < phrase.size()) {
      text += parts.begin()[phrase[++i] - '1'];
    } else {
      text += phrase[i];
    }
  }
  return text;
}

}  // namespace daopai::detail

#endif  // DAOPAI_SCHEDULE_DETAIL_EXPLAIN_WORDS_HPP
