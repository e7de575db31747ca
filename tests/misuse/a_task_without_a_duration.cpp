// No duration is sensible for every task, so there is none by default.
// misuse: (could not convert|no matching function|constructor).*(workdays|day_count)
#include <daopai/plan/task.hpp>

using namespace daopai::literals;

#ifdef MISUSE
const daopai::task archive{.id = "archive"_task, .name = "档案整理"};
#else
const daopai::task archive{
    .id = "archive"_task, .name = "档案整理", .duration = daopai::workdays(8)};
#endif
