/// What reading a file ends with when the file is wrong: every problem with its line and column.
#ifndef DAOPAI_IO_MALFORMED_FILE_HPP
#define DAOPAI_IO_MALFORMED_FILE_HPP

#include <daopai/error.hpp>

#include <cstddef>

namespace daopai::io {

/// A place in a text; both count from 1, columns in characters (code points), not bytes.
struct text_position {
  std::size_t line;
  std::size_t column;
  friend auto operator<=>(const text_position&, const text_position&) = default;
};

/// A problem and where in the file it is.
struct located_problem {
  problem what;
  text_position at;
};

/// Thrown once for all the problems of one file, in the order in which they stand in it.
class DAOPAI_EXPORT malformed_file : public invalid_input {
public:
  /// @param file  the name of the file as messages shall show it
  malformed_file(const std::string& file, const std::vector<located_problem>& problems)
      : invalid_input(without_positions(problems)) {
    for (const located_problem& p : problems) {
      positions_.push_back(p.at);
      text_ += (text_.empty() ? "" : "\n") + file + ':' + std::to_string(p.at.line) + ':' +
               std::to_string(p.at.column) + ": " + to_string(p.what);
    }
  }

  /// One for each of problems().
  [[nodiscard]] const std::vector<text_position>& positions() const { return positions_; }

  /// A line `file:line:column: where: message` for each problem.
  [[nodiscard]] const char* what() const noexcept override { return text_.c_str(); }

private:
  static std::vector<problem> without_positions(const std::vector<located_problem>& located) {
    std::vector<problem> problems;
    problems.reserve(located.size());
    for (const located_problem& p : located) problems.push_back(p.what);
    return problems;
  }

  std::vector<text_position> positions_{};
  std::string text_{};
};

}  // namespace daopai::io

#endif  // DAOPAI_IO_MALFORMED_FILE_HPP
