/// Writes files that are never left half-written.
#ifndef DAOPAI_SRC_IO_WRITE_FILE_HPP
#define DAOPAI_SRC_IO_WRITE_FILE_HPP

#include <filesystem>
#include <string>
#include <string_view>

namespace daopai::io {

/// Writes the text to a temporary file beside `file` and renames it: `file` holds the old text or
/// the whole new one.
/// @throws error naming the file if it cannot be written.
void write_file(const std::filesystem::path& file, std::string_view text);

/// The shortest text that reads back as the same number.
[[nodiscard]] std::string number_text(double value);

}  // namespace daopai::io

#endif  // DAOPAI_SRC_IO_WRITE_FILE_HPP
