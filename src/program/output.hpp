/// Where text comes from and where it goes: whole, or not at all.
#ifndef DAOPAI_SRC_PROGRAM_OUTPUT_HPP
#define DAOPAI_SRC_PROGRAM_OUTPUT_HPP

#include <string>
#include <string_view>

namespace daopai::program {

/// Everything in a file, or in stdin if its name is "-".
/// @throws daopai::error if it cannot be read to its end
[[nodiscard]] std::string read_input(const std::string& name);

/// What messages call the file: its name, "stdin" for "-".
[[nodiscard]] std::string shown_name(const std::string& name);

/// Writes a text to stdout, if `file` is empty, or makes it the content of a file: what was there
/// before stays until the new text is whole.
/// @throws daopai::error if not all could be written (a full disk, a closed pipe)
void write_output(std::string_view text, const std::string& file = {});

}  // namespace daopai::program

#endif  // DAOPAI_SRC_PROGRAM_OUTPUT_HPP
