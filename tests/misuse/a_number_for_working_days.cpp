// A bare number does not say what it counts.
// misuse: could not convert .*'int'|no viable conversion from 'int'|chosen constructor is explicit
#include <daopai/plan/task.hpp>

using namespace daopai::literals;

#ifdef MISUSE
const daopai::task survey{.id = "survey"_task, .name = "摸底", .duration = 8};
#else
const daopai::task survey{.id = "survey"_task, .name = "摸底", .duration = daopai::workdays(8)};
#endif
