// A date alone does not say whether work must end by it or may begin on it.
// misuse: could not convert .*date|no viable conversion from .*date
#include <daopai/plan/task.hpp>

using namespace daopai::literals;

const daopai::date twentieth(2025, 7, 20);

#ifdef MISUSE
const auto last_day = twentieth;
#else
const auto last_day = daopai::deadline(twentieth);
#endif

const daopai::task archive{.id = "archive"_task,
                           .name = "档案整理",
                           .duration = daopai::workdays(8),
                           .deadline = last_day};
