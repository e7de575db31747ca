// Explanations worked out by hand.
#include "support.hpp"
#include <daopai/schedule/explain.hpp>
#include <daopai/schedule/explain_text.hpp>
#include <daopai/schedule/shortfall.hpp>

using namespace daopai;
using namespace daopai::literals;
using namespace daopai::tests;
using enum dependency_kind;

namespace {

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + '\n';
  return text;
}

task_id at(const schedule& s, const char* key) { return s.plan().find(task_key(key)).value(); }

// July 2025 begins on a Tuesday.
//
//   survey(5) --2 days later--> archive(3) ---> [moe, Friday 11 July]
//   boards(1) ------------------^
plan too_tight() {
  plan_builder builder{calendar()};
  builder.add(task{.id = "survey"_task, .name = "自查", .duration = workdays(5)})
      .add(task{.id = "boards"_task, .name = "", .duration = workdays(1)})
      .add(task{.id = "archive"_task,
                .name = "档案",
                .duration = workdays(3),
                .after = {predecessor("survey"_task, finish_to_start, workdays(2)), "boards"_task}})
      .add(inspection{.id = "moe"_inspection,
                      .name = "复检",
                      .window = {day("2025-07-11"), day("2025-07-11")},
                      .after = {"archive"_task}});
  return std::move(builder).build();
}

schedule seen(const plan& p, const char* today = "2025-07-01") {
  return compute_schedule(p, status_date(day(today)));
}

}  // namespace

TEST_CASE("An early start is told from today on, link by link", "[schedule]") {
  const schedule s = seen(too_tight());
  const explanation e = why_early_start(s, at(s, "archive"));
  REQUIRE(e.events.size() == 2);
  CHECK(e.fact.by == driven_by::today);
  CHECK(e.links[0].kind == finish_to_start);
  CHECK(e.links[0].lag == lag(workdays(2)));
  CHECK(e.events[0].shown == date_window{day("2025-07-01"), day("2025-07-07")});
  CHECK(e.events[1].shown == date_window{day("2025-07-10"), day("2025-07-14")});
  CHECK(headline(s, e, language::english) ==
        "“archive 档案” can start on 2025-07-10 at the earliest");
  CHECK(joined(reasons(s, e, language::english)) ==
        "seen from 2025-07-01, “survey 自查” waits for nothing and can start at once; it takes 5 "
        "working days, from 2025-07-01 to 2025-07-07\n"
        "“archive 档案” may start only 2 working days after “survey” has finished (2025-07-07); it "
        "takes 3 working days, from 2025-07-10 to 2025-07-14\n");
  CHECK(joined(reasons(s, e, language::chinese)) ==
        "从 2025-07-01 算起，“survey 自查”不用等别的任务，马上可以开始，需要 5 个工作日，从 "
        "2025-07-01 到 2025-07-07\n"
        "“archive 档案”要等“survey”完成（2025-07-07）以后再过 2 个工作日才能开始，需要 3 "
        "个工作日，从 2025-07-10 到 2025-07-14\n");
}

TEST_CASE("A late start is told backwards from the inspection", "[schedule]") {
  const schedule s = seen(too_tight());
  const explanation e = why_late_start(s, at(s, "survey"));
  CHECK(headline(s, e, language::english) == "“survey 自查” must start by 2025-06-27");
  CHECK(headline(s, e, language::chinese) == "“survey 自查”最迟 2025-06-27 必须开始");
  CHECK(joined(reasons(s, e, language::english)) ==
        "inspection “moe 复检” begins on 2025-07-11; what it waits for must be done before\n"
        "inspection “moe” waits until “archive 档案” has finished; so “archive”, which takes 3 "
        "working days, must start by 2025-07-08 and finish by 2025-07-10\n"
        "“archive” must start by 2025-07-08, and only 2 working days after “survey 自查” has "
        "finished; so “survey”, which takes 5 working days, must start by 2025-06-27 and finish by "
        "2025-07-03\n");
}

TEST_CASE("A date that cannot be met is explained by what makes it so, and what would help",
          "[schedule]") {
  const schedule s = seen(too_tight());
  const auto all = shortfalls(s);
  REQUIRE(all.size() == 1);
  CHECK(headline(s, all[0], language::english) ==
        "inspection “moe 复检” on 2025-07-11 cannot be met: short by 2 working days");
  CHECK(headline(s, all[0], language::chinese) ==
        "检查“moe 复检”（2025-07-11）来不及：差 2 个工作日");
  const explanation e = why_not_met(s, all[0]);
  REQUIRE(e.events.size() == 3);
  CHECK(e.events[2].event == event_id(inspection_id(0)));
  const auto help = levers(s, all[0], e);
  REQUIRE(help.size() == 2);
  CHECK(sentence(s, help[0], all[0], language::english) ==
        "“survey 自查”: one day less wins 1 working day; 2 working days less win 2 working days, "
        "which is all it can, and the date is met");
  CHECK(help[1].most == workdays(2));
}

//   a(6) ---> [i, 9 July]: by the evening of 8 July. a takes until 8 July: nothing to spare.
//   b(5), c(4) --> d(2) --> i: b takes until 7 July and d until 9 July, c and d until 8 July.
TEST_CASE("A day saved helps only until another chain binds", "[schedule]") {
  plan_builder builder{calendar()};
  builder.add(task{.id = "b"_task, .name = "", .duration = workdays(5)})
      .add(task{.id = "c"_task, .name = "", .duration = workdays(4)})
      .add(task{.id = "d"_task, .name = "", .duration = workdays(2), .after = {"b"_task, "c"_task}})
      .add(inspection{.id = "i"_inspection,
                      .name = "",
                      .window = {day("2025-07-07"), day("2025-07-07")},
                      .after = {"d"_task}});
  const schedule s = seen(std::move(builder).build());
  const auto all = shortfalls(s);
  REQUIRE(all.size() == 1);
  CHECK(all[0].short_by == workdays(3));  // ready on the evening of Wednesday 9 July
  const auto help = levers(s, all[0], why_not_met(s, all[0]));
  REQUIRE(help.size() == 2);
  CHECK(help[0].task == at(s, "d"));  // both chains pass it
  CHECK(help[0].one_day == workdays(1));
  CHECK(help[0].most == workdays(2));
  CHECK(help[1].task == at(s, "b"));
  CHECK(help[1].one_day == workdays(1));
  CHECK(help[1].most == workdays(1));
  CHECK(help[1].for_most == workdays(1));
}

TEST_CASE("A task that is not critical has room, and names the longer chain", "[schedule]") {
  const schedule s = seen(too_tight());
  CHECK_FALSE(why_not_critical(s, at(s, "survey")));
  const auto why = why_not_critical(s, at(s, "boards"));
  REQUIRE(why);
  CHECK(why->room == workdays(4));  // must be done on Monday 7 July, can be done on 1 July
  CHECK(why->least_room == workdays(-2));
  CHECK(why->joins);
  CHECK(why->longer.of == event_id(at(s, "archive")));
  CHECK(headline(s, *why, language::english) ==
        "“boards” is not critical: it has 4 working days of room before inspection “moe 复检”");
}

//   [p: x(2) y(4)] ---> z(1), and p may not start before Monday 7 July
TEST_CASE("A chain through a phase names the phase", "[schedule]") {
  plan_builder builder{calendar()};
  builder.add(phase{.id = "p"_task, .name = "", .not_before = not_before(day("2025-07-05"))})
      .add(task{.id = "x"_task, .name = "", .duration = workdays(2), .parent = "p"_task})
      .add(task{.id = "y"_task, .name = "", .duration = workdays(4), .parent = "p"_task})
      .add(task{.id = "z"_task,
                .name = "",
                .duration = workdays(1),
                .after = {"p"_task},
                .deadline = deadline(day("2025-07-20"))});
  const schedule s = seen(std::move(builder).build());
  const explanation e = why_early_start(s, at(s, "z"));
  CHECK(joined(reasons(s, e, language::english)) ==
        "“y” may not start before 2025-07-05, because phase “p” may not; it takes 4 working days, "
        "from 2025-07-07 to 2025-07-10\n"
        "phase “p” is over when “y” is, the last of it: 2025-07-10\n"
        "“z” may start only when phase “p” has finished (2025-07-10); it takes 1 working day, "
        "2025-07-11\n");
  // 20 July is a Sunday: Friday 18 July.
  CHECK(joined(reasons(s, why_late_start(s, at(s, "p")), language::chinese)) ==
        "“z”的期限是 2025-07-20，所以“z”（1 个工作日）最迟 2025-07-18 开始、2025-07-18 完成\n"
        "“z”最迟 2025-07-18 开始，而且要等阶段“p”完成以后\n"
        "“y”属于阶段“p”，这一阶段最迟 2025-07-17 要完成，所以“y”（4 个工作日）最迟 2025-07-14 "
        "开始、2025-07-17 完成\n");
}

//   a(3, under way since 26 June, 2 days left) -SS+10 days-> b(1);   c(2) --> d, done out of order
TEST_CASE("Progress is a fact, and work done out of sequence passes on what holds it",
          "[schedule]") {
  plan_builder builder{calendar()};
  builder
      .add(task{.id = "a"_task,
                .name = "",
                .duration = workdays(3),
                .progress = {.started = day("2025-06-26"), .remaining = workdays(2)}})
      .add(task{.id = "b"_task,
                .name = "",
                .duration = workdays(1),
                .after = {predecessor("a"_task, start_to_start, calendar_days(11))}})
      .add(task{.id = "c"_task, .name = "", .duration = workdays(2)})
      .add(task{.id = "d"_task,
                .name = "",
                .duration = workdays(1),
                .after = {"c"_task},
                .progress = {.finished = day("2025-06-30")}})
      .add(task{.id = "e"_task, .name = "", .duration = workdays(1), .after = {"d"_task}});
  const schedule s = seen(std::move(builder).build());
  CHECK(joined(reasons(s, why_early_start(s, at(s, "a")), language::english)) ==
        "“a” is under way; what is left of it can go on from 2025-07-01; 2 working days are left "
        "of it, until 2025-07-02\n");
  CHECK(joined(reasons(s, why_early_start(s, at(s, "b")), language::english)) ==
        "“a” started on 2025-06-26\n"
        "“b” may start only 11 calendar days after “a” has started (2025-06-26); it takes 1 "
        "working day, 2025-07-07\n");
  CHECK(joined(reasons(s, why_early_start(s, at(s, "e")), language::english)) ==
        "seen from 2025-07-01, “c” waits for nothing and can start at once; it takes 2 working "
        "days, from 2025-07-01 to 2025-07-02\n"
        "“d” is done, but should have waited until “c” has finished (2025-07-02); so it holds up "
        "what comes after it until 2025-07-02\n"
        "“e” may start only when “d” has finished (2025-07-02); it takes 1 working day, "
        "2025-07-03\n");
}
