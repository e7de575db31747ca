/// Hand-offs between units, as several commands show them.
#ifndef DAOPAI_SRC_PROGRAM_HAND_OFFS_TEXT_HPP
#define DAOPAI_SRC_PROGRAM_HAND_OFFS_TEXT_HPP

#include "io/json_writer.hpp"
#include "program/unit_words.hpp"
#include <daopai/schedule/schedule.hpp>

#include <string>

namespace daopai::program {

/// A heading and a table, a line for each pair of units.
[[nodiscard]] std::string hand_offs_text(const schedule& s, const unit_words& w, bool colour);

/// [{"from":"edu","to":"towns","count":3,"critical":1}, ...]
void write_hand_offs(io::json_writer& json, const schedule& s);

}  // namespace daopai::program

#endif  // DAOPAI_SRC_PROGRAM_HAND_OFFS_TEXT_HPP
