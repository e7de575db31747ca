/// Reads published holidays from CSV, so that a new year needs no new build.
#ifndef DAOPAI_IO_HOLIDAYS_HPP
#define DAOPAI_IO_HOLIDAYS_HPP

#include <daopai/time/china.hpp>

#include <string_view>
#include <vector>

namespace daopai::io {

/// One notice for each year of the table, oldest first. Columns, in any order, under these titles:
/// `date` (YYYY-MM-DD), `type` (`off`, or `work` for a make-up day), `year` (of the notice); others
/// such as `name` are not read. UTF-8 or GB 18030.
/// @param name  of the file, as messages shall show it
/// @throws invalid_input with every row that is wrong. O(text).
[[nodiscard]] std::vector<holiday_notice> read_holidays(std::string_view text,
                                                        std::string_view name);

}  // namespace daopai::io

#endif  // DAOPAI_IO_HOLIDAYS_HPP
