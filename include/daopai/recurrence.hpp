/// Recurring duties: rules in the vocabulary of RFC 5545, and the dated tasks they become. Apart
/// from schedule.hpp, which would take half as long again to compile with them.
#ifndef DAOPAI_RECURRENCE_HPP
#define DAOPAI_RECURRENCE_HPP

#include <daopai/schedule/duty.hpp>
#include <daopai/schedule/recurrence.hpp>
#include <daopai/schedule/recurrence_text.hpp>

#endif  // DAOPAI_RECURRENCE_HPP
