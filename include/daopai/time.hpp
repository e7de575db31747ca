/// The room `time`: dates, counts of days, working calendars, the Chinese calendar.
#ifndef DAOPAI_TIME_HPP
#define DAOPAI_TIME_HPP

#include <daopai/time/calendar.hpp>
#include <daopai/time/china.hpp>
#include <daopai/time/date.hpp>
#include <daopai/time/workdays.hpp>

#endif  // DAOPAI_TIME_HPP
