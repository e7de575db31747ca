#include "io/write_file.hpp"

#include <daopai/error.hpp>

#include <array>
#include <charconv>
#include <fstream>
#include <system_error>
#include <unistd.h>

namespace daopai::io {

void write_file(const std::filesystem::path& file, std::string_view text) {
  std::filesystem::path beside = file;
  beside += ".part" + std::to_string(getpid());
  std::error_code failure;
  {
    std::ofstream out(beside, std::ios::binary | std::ios::trunc);
    out.write(text.data(), static_cast<std::streamsize>(text.size()));
    out.close();
    if (!out) failure = std::make_error_code(std::errc::io_error);
  }
  if (!failure) std::filesystem::rename(beside, file, failure);
  if (!failure) return;
  std::error_code ignored;
  std::filesystem::remove(beside, ignored);
  throw error(file.string() + ": cannot be written: " + failure.message());
}

std::string number_text(double value) {
  std::array<char, 32> text{};
  const auto [end, failure] =
      std::to_chars(text.data(), text.data() + text.size(), value == 0 ? 0 : value);
  static_cast<void>(failure);  // 32 characters hold any double
  return {text.data(), end};
}

}  // namespace daopai::io
