// Three tasks before an inspection: when must each start, and who holds up whom?
#include <daopai/daopai.hpp>

#include <iostream>

using namespace daopai;
using namespace daopai::literals;

int main() {
  //  survey (5) ---> archive (8) ---> [moe: 2025-08-01 .. 2025-09-30]
  //  boards (6) -----------------------^
  plan_builder builder(china_calendar(), "教育部复检");
  builder.add(unit{.id = "edu"_unit, .name = "区教育局"})
      .add(unit{.id = "school"_unit, .name = "职业学校"})
      .add(task{.id = "survey"_task, .name = "自查", .duration = workdays(5), .lead = "edu"_unit})
      .add(task{.id = "archive"_task,
                .name = "档案整理",
                .duration = workdays(8),
                .lead = "edu"_unit,
                .after = {"survey"_task}})
      .add(
          task{.id = "boards"_task, .name = "展板", .duration = workdays(6), .lead = "school"_unit})
      .add(inspection{.id = "moe"_inspection,
                      .name = "复检",
                      .window = {date(2025, 8, 1), date(2025, 9, 30)},
                      .after = {"archive"_task, "boards"_task}});

  const schedule s = compute_schedule(builder.build(), status_date(date(2025, 7, 1)));
  for (std::size_t i = 0; i < s.plan().tasks().size(); ++i) {
    const task_id t(i);
    std::cout << (s.is_critical(t) ? "* " : "  ") << s.plan()[t].id.text() << ": start by "
              << to_string(s.late_start(t)) << ", float " << s.total_float(t).count() << '\n';
  }
}
