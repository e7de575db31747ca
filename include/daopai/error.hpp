/// What every daopai exception has in common, and the list of problems that bad input is answered
/// with.
#ifndef DAOPAI_ERROR_HPP
#define DAOPAI_ERROR_HPP

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#if defined(__GNUC__)
#define DAOPAI_EXPORT __attribute__((visibility("default")))
#else
#define DAOPAI_EXPORT
#endif

namespace daopai {

/// The base of all exceptions thrown by daopai.
class DAOPAI_EXPORT error : public std::runtime_error {
public:
  using std::runtime_error::runtime_error;
};

/// One thing that is wrong with an input, or worth knowing about a result.
struct problem {
  std::string code;     ///< stable kebab-case word for programs, e.g. "unknown-task"
  std::string where;    ///< path of the place, e.g. "tasks[3].after[0]"; empty for the whole input
  std::string message;  ///< for people: names the thing, the rule, and what was expected
  friend bool operator==(const problem&, const problem&) = default;
};

/// "where: message", or the message alone where there is no place to name.
[[nodiscard]] inline std::string to_string(const problem& p) {
  return p.where.empty() ? p.message : p.where + ": " + p.message;
}

/// Thrown once for all the problems of one input; what() holds one line for each.
class DAOPAI_EXPORT invalid_input : public error {
public:
  explicit invalid_input(std::vector<problem> problems)
      : error(text(problems)), problems_(std::move(problems)) {}
  [[nodiscard]] const std::vector<problem>& problems() const { return problems_; }

private:
  static std::string text(const std::vector<problem>& problems) {
    std::string lines;
    for (const problem& p : problems) lines += (lines.empty() ? "" : "\n") + to_string(p);
    return lines;
  }
  std::vector<problem> problems_;
};

}  // namespace daopai

#endif  // DAOPAI_ERROR_HPP
