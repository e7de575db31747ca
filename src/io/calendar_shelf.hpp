/// The calendars of one plan file: its own, those it names, and those everyone knows.
#ifndef DAOPAI_SRC_IO_CALENDAR_SHELF_HPP
#define DAOPAI_SRC_IO_CALENDAR_SHELF_HPP

#include "io/calendar_draft.hpp"
#include "io/findings.hpp"
#include "io/json_value.hpp"
#include <daopai/plan/builder.hpp>
#include <daopai/time/china.hpp>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace daopai::io {

class calendar_shelf {
public:
  calendar_shelf(findings& found_here, const std::vector<holiday_notice>& holidays);

  /// Reads the field "calendars"; calendars may be based on each other in any order.
  void read_named(const place_in_file& at, const json::value& v);

  /// Reads the plan's own calendar: a name or an object.
  [[nodiscard]] calendar read_own(const place_in_file& at, const json::value& v);

  /// Reads the name of a calendar that a unit or task works on; nothing if there is no such.
  [[nodiscard]] std::optional<calendar_key> read_name(const place_in_file& at,
                                                      const json::value& v);

  /// Adds the named calendars in the order of the file, then those of all the world that are used.
  void add_to(plan_builder& builder) const;

  findings& found;  ///< where problems go

private:
  enum class state : std::uint8_t { drafted, in_progress, made };
  struct entry {
    calendar_draft draft;
    state is = state::drafted;
    std::optional<calendar> made{};
  };

  void read_one(const place_in_file& at, std::string_view name, const json::value& v);
  [[nodiscard]] bool is_known(const std::string& name) const;
  [[nodiscard]] std::string suggest(const std::string& name) const;
  void check_bases(const place_in_file& at);
  void make(const place_in_file& at, std::size_t first);
  void report_loop(const place_in_file& at, const std::vector<std::size_t>& chain,
                   std::size_t again);
  [[nodiscard]] const calendar& get(const std::string& name) const;
  [[nodiscard]] calendar build(const place_in_file& at, const calendar_draft& draft);

  std::map<std::string, calendar, std::less<>> built_in_{};
  std::map<std::string, bool, std::less<>> built_in_used_{};
  std::vector<entry> entries_{};
  std::map<std::string, std::size_t, std::less<>> index_{};
  std::int64_t days_left_;  ///< of the memory that all calendars may take
};

}  // namespace daopai::io

#endif  // DAOPAI_SRC_IO_CALENDAR_SHELF_HPP
