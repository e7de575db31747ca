/// How drivers and kinds of dependency are called in JSON.
#ifndef DAOPAI_SRC_IO_SCHEDULE_WORDS_HPP
#define DAOPAI_SRC_IO_SCHEDULE_WORDS_HPP

#include "io/json_writer.hpp"
#include <daopai/schedule/driver.hpp>

#include <array>
#include <string_view>

namespace daopai::io {

/// By driven_by.
inline constexpr std::array<std::string_view, 8> driver_words{
    "task", "inspection", "progress", "today", "not-before", "deadline", "parent", "none"};

/// By dependency_kind.
inline constexpr std::array<std::string_view, 4> kind_words{"finish-to-start", "start-to-start",
                                                            "finish-to-finish", "start-to-finish"};

/// {"by":"task","id":"survey","date":"2025-07-01"}, the last two where there are such.
inline void write_driver(json_writer& json, const plan& p, const driver& d) {
  json.open('{').name("by").text(driver_words[static_cast<std::size_t>(d.by)]);
  if (d.what) json.name("id").text(key_text(p, *d.what));
  if (d.on) json.name("date").value(*d.on);
  json.close('}');
}

}  // namespace daopai::io

#endif  // DAOPAI_SRC_IO_SCHEDULE_WORDS_HPP
