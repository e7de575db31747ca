/// How things of a plan are named: keys are the user's own strings, ids are indices into one plan.
#ifndef DAOPAI_PLAN_KEYS_HPP
#define DAOPAI_PLAN_KEYS_HPP

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

namespace daopai {

/// The user's own string for one kind of thing, unique in a plan. A unit's key is no task's key.
template <class Kind>
class key {
public:
  explicit key(std::string text) : text_(std::move(text)) {}
  [[nodiscard]] const std::string& text() const& { return text_; }
  [[nodiscard]] std::string text() && { return std::move(text_); }
  friend auto operator<=>(const key&, const key&) = default;

private:
  std::string text_;
};

/// The place of one kind of thing in its plan, in the order in which things were added. O(1)
/// look-up.
template <class Kind>
class id {
public:
  explicit constexpr id(std::size_t index) : index_(static_cast<std::uint32_t>(index)) {}
  [[nodiscard]] constexpr std::size_t index() const { return index_; }
  friend constexpr auto operator<=>(const id&, const id&) = default;

private:
  std::uint32_t index_;
};

struct unit;
struct task;
struct inspection;
struct named_calendar;
struct indicator;

using unit_key = key<unit>;
using task_key = key<task>;
using inspection_key = key<inspection>;
using calendar_key = key<named_calendar>;
using indicator_key = key<indicator>;

using unit_id = id<unit>;
using task_id = id<task>;
using inspection_id = id<inspection>;
using calendar_id = id<named_calendar>;

namespace literals {
[[nodiscard]] inline unit_key operator""_unit(const char* text, std::size_t size) {
  return unit_key({text, size});
}
[[nodiscard]] inline task_key operator""_task(const char* text, std::size_t size) {
  return task_key({text, size});
}
[[nodiscard]] inline inspection_key operator""_inspection(const char* text, std::size_t size) {
  return inspection_key({text, size});
}
[[nodiscard]] inline calendar_key operator""_calendar(const char* text, std::size_t size) {
  return calendar_key({text, size});
}
[[nodiscard]] inline indicator_key operator""_indicator(const char* text, std::size_t size) {
  return indicator_key({text, size});
}
}  // namespace literals

}  // namespace daopai

#endif  // DAOPAI_PLAN_KEYS_HPP
