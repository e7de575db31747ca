// Days of the almanac are no working days: 15 days of public notice are not three weeks of work.
// misuse: (could not convert|no viable conversion).* from .*all_days.* to .*worked_days_only
#include <daopai/plan/task.hpp>

using namespace daopai::literals;

#ifdef MISUSE
const daopai::calendar_days fifteen(15);
#else
const daopai::workdays fifteen(15);
#endif

const daopai::task notice{.id = "notice"_task, .name = "公示", .duration = fifteen};
