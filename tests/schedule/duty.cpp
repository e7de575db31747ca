#include "support.hpp"
#include <daopai/recurrence.hpp>

using namespace daopai;
using namespace daopai::literals;
using daopai::tests::codes;
using daopai::tests::day;

namespace {

duty monthly_report() {
  return {.each = {.id = "report"_task, .name = "招生月报", .duration = workdays(2)},
          .rule = monthly(day("2025-08-01"), day_of_month(5)),
          .until = day("2025-11-30")};
}

template <class Call>
std::string codes_thrown(Call call) {
  try {
    call();
  } catch (const invalid_input& e) {
    std::string text;
    for (const problem& p : e.problems()) text += p.code + '@' + p.where + ' ';
    return text;
  }
  return "none";
}

std::string ids(const expanded_duty& d) {
  std::string text;
  for (const task& t : d.instances) text += (text.empty() ? "" : " ") + t.id.text();
  return text;
}

}  // namespace

// 5 October 2025 lies in the holidays of 1 to 8 October; 30 September and 9 October are worked.
// 5 August is a Tuesday, 5 September a Friday, 5 November a Wednesday.
TEST_CASE("A monthly report becomes a phase with one task a month", "[schedule]") {
  plan_builder builder(china_calendar());
  CHECK(add_duty(builder, monthly_report()) == 4);
  const plan p = builder.build();
  const schedule s = compute_schedule(p, status_date(day("2025-07-01")));
  REQUIRE(p.tasks().size() == 5);
  CHECK(p.is_phase(task_id(0)));
  CHECK(p.tasks()[1].id == "report-2025-08"_task);
  CHECK(p.tasks()[1].name == "招生月报 2025-08");
  CHECK(tests::row(s, "report-2025-08"_task) ==
        "2025-08-01 2025-08-04 | 2025-08-04 2025-08-05 | 1 1");
  CHECK(tests::row(s, "report-2025-09"_task) ==
        "2025-08-06 2025-08-07 | 2025-09-04 2025-09-05 | 21 21");
  CHECK(tests::row(s, "report-2025-10"_task)
            .starts_with("2025-09-08 2025-09-09 | 2025-09-29 2025-09-30"));
  CHECK(tests::row(s, "report-2025-11"_task)
            .starts_with("2025-10-09 2025-10-10 | 2025-11-04 2025-11-05"));
  CHECK(codes(problems(s)).empty());
}

TEST_CASE("Due dates roll by the calendar that the instances work on", "[schedule]") {
  plan_builder builder(china_calendar());
  builder.add(named_calendar{"all-days"_calendar, calendar({.week = every_day})})
      .add(unit{.id = "school"_unit, .name = "学校", .calendar = "all-days"_calendar});
  duty d = monthly_report();
  d.roll = rolling::after;
  CHECK(expand(d, builder.calendar_for(d.each))
            .instances[2]
            .deadline->last_day.year_month_day()
            .day == 9);
  d.each.lead = "school"_unit;
  CHECK(expand(d, builder.calendar_for(d.each))
            .instances[2]
            .deadline->last_day.year_month_day()
            .day == 5);
}

TEST_CASE("What waits for a duty waits for all its instances", "[schedule]") {
  plan_builder builder(china_calendar());
  add_duty(builder, monthly_report());
  builder.add(
      task{.id = "sum"_task, .name = "", .duration = workdays(1), .after = {"report"_task}});
  const plan p = builder.build();
  const schedule s = compute_schedule(p, status_date(day("2025-07-01")));
  CHECK(s.early_start(task_id(5)) == day("2025-10-11"));  // a make-up Saturday
}

TEST_CASE("The ids of instances are as short as their rule allows", "[schedule]") {
  duty d = monthly_report();
  const auto shown = [&](std::string_view rule) {
    d.rule = parse_recurrence(rule, day("2025-07-01"));
    return ids(expand(d, calendar()));
  };
  CHECK(shown("FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=1") == "report-2025");
  CHECK(shown("FREQ=YEARLY;BYMONTH=9,11;BYMONTHDAY=1") == "report-2025-09 report-2025-11");
  CHECK(shown("FREQ=MONTHLY;BYDAY=-1FR;INTERVAL=3") == "report-2025-07 report-2025-10");
  CHECK(shown("FREQ=MONTHLY;BYMONTHDAY=1,15;COUNT=2") == "report-2025-07-01 report-2025-07-15");
  CHECK(shown("FREQ=WEEKLY;COUNT=2") == "report-2025-07-01 report-2025-07-08");
}

TEST_CASE("A duty that cannot be expanded says why and leaves the builder as it was",
          "[schedule]") {
  plan_builder builder{calendar()};
  duty d = monthly_report();
  d.until.reset();
  d.rule.interval = 0;
  d.each.progress.started = day("2025-07-01");
  CHECK(codes_thrown([&] { add_duty(builder, d); }) ==
        "invalid-recurrence@rule.INTERVAL duty-progress@progress endless-duty@until ");
  d = monthly_report();
  d.until = day("2025-08-04");
  CHECK(codes_thrown([&] { add_duty(builder, d); }) == "never-due@rule ");
  d.rule = {.freq = frequency::daily, .from = day("2025-08-01")};
  d.until = day("2225-08-04");
  CHECK(codes_thrown([&] { add_duty(builder, d); }) == "too-many-recurrences@rule ");
  CHECK(builder.build().tasks().empty());
}
