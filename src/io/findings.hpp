/// Collects what is wrong with a file, by place, and finds the line and column of each at the end.
#ifndef DAOPAI_SRC_IO_FINDINGS_HPP
#define DAOPAI_SRC_IO_FINDINGS_HPP

#include "io/json_document.hpp"
#include "io/place.hpp"
#include <daopai/io/malformed_file.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace daopai::io {

class findings {
public:
  /// Says what is wrong at a place; names the id of what stands there, if it has one.
  void report(std::string code, const place_in_file& at, const std::string& message);
  /// Takes over a problem that is phrased already.
  void add(problem p);

  [[nodiscard]] bool empty() const { return problems_.empty(); }
  [[nodiscard]] const std::vector<problem>& problems() const { return problems_; }

private:
  std::vector<problem> problems_{};
};

/// Throws what was found and the fields that stand twice.
/// @throws malformed_file, in the order of the text
[[noreturn]] void throw_findings(const findings& found, std::string_view text,
                                 std::string_view file);

/// @throws malformed_file  with what breaks the syntax
[[noreturn]] void throw_syntax_fault(const json_document& document, std::string_view text,
                                     std::string_view file);

}  // namespace daopai::io

#endif  // DAOPAI_SRC_IO_FINDINGS_HPP
