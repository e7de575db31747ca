// Plans two tasks back from an inspection on 1 August 2025. By hand: the archive takes the eight
// working days 22 to 31 July, so the survey takes 15 to 18 and 21 July.
#include <daopai/plan.hpp>
#include <daopai/schedule.hpp>
#include <daopai/time.hpp>

#include <iostream>

using namespace daopai::literals;

int main() {
  using daopai::date;
  daopai::plan_builder builder(daopai::china_calendar(), "复检");
  builder.add(daopai::task{.id = "survey"_task, .name = "摸底", .duration = daopai::workdays(5)});
  builder.add(daopai::task{.id = "archive"_task,
                           .name = "档案整理",
                           .duration = daopai::workdays(8),
                           .after = {"survey"_task}});
  builder.add(daopai::inspection{.id = "moe"_inspection,
                                 .name = "复检",
                                 .window = {date(2025, 8, 1), date(2025, 9, 30)},
                                 .after = {"archive"_task}});

  const daopai::plan plan = builder.build();
  const auto schedule = daopai::compute_schedule(plan, daopai::status_date(date(2025, 7, 1)));
  const daopai::task_id survey = plan.find("survey"_task).value();
  std::cout << "survey: start by " << daopai::to_string(schedule.late_start(survey)) << '\n';
}
