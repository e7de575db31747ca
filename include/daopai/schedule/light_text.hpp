/// Words for states and lights, and the reason of a light as a sentence, in Chinese and English.
#ifndef DAOPAI_SCHEDULE_LIGHT_TEXT_HPP
#define DAOPAI_SCHEDULE_LIGHT_TEXT_HPP

#include <daopai/plan/language.hpp>
#include <daopai/schedule/lights.hpp>

#include <array>
#include <cstdlib>
#include <string_view>

namespace daopai {

/// "under way", "进行中".
[[nodiscard]] std::string_view word_for(task_state state, language in);

/// "yellow", "黄".
[[nodiscard]] std::string_view word_for(light colour, language in);

/// The reason of a light without its colour: "was due by 2025-07-18: will be 2 working days late";
/// of a phase it begins with the id of the task below that gives the light.
/// @param of  whose light it is
template <only<plan> Plan>
[[nodiscard]] std::string sentence(const Plan& p, task_id of, const task_light& l, language in);

// ---------------------------------------------------------------------------------------------

namespace detail {

/// English, then Chinese. `%d` stands for the date, `%n` for a number of working days, `%p` for
/// percentage points.
using phrase = std::array<std::string_view, 2>;

inline constexpr std::array<phrase, 9> light_phrases{{
    {"done on %d", "已于%d完成"},
    {"was due by %d: will be %n late", "应于%d前完成，将晚%n"},
    {"was to begin by %d: %n short", "应于%d前启动，已差%n"},
    {"cannot be in time: %n short", "来不及：差%n"},
    {"%p points behind its scheduled progress", "比序时进度慢%p个百分点"},
    {"must begin by %d, in %n", "最迟%d启动，还有%n"},
    {"must be done by %d, in %n", "最迟%d完成，还有%n"},
    {"%p points behind its scheduled progress", "比序时进度慢%p个百分点"},
    {"on track: %n to spare", "正常：机动%n"},
}};

/// Where a near day is the status date, or the next working day after it: to begin, to be done.
inline constexpr std::array<phrase, 2> today_phrases{
    {{"must begin today", "最迟今天启动"}, {"must be done today", "最迟今天完成"}}};
inline constexpr std::array<phrase, 2> next_day_phrases{
    {{"must begin on %d, the next working day", "最迟%d启动，即下一个工作日"},
     {"must be done on %d, the next working day", "最迟%d完成，即下一个工作日"}}};

/// Where the policy asks for more float than there is, but there is some; and where it allows less.
inline constexpr phrase little_float{"only %n to spare", "机动只有%n"};
inline constexpr phrase allowed_delay{"within what is allowed: %n short", "在允许范围内：差%n"};

/// With one decimal, rounded half away from zero: "12.5".
[[nodiscard]] inline std::string one_decimal(double x) {
  const auto tenths = static_cast<std::int64_t>(x * 10 + (x < 0 ? -0.5 : 0.5));
  const std::int64_t size = tenths < 0 ? -tenths : tenths;
  return (tenths < 0 ? "-" : "") + std::to_string(size / 10) + '.' + std::to_string(size % 10);
}

[[nodiscard]] inline std::string working_days(std::int32_t n, language in) {
  if (in == language::english) return count_of(n, "working day");
  return std::to_string(n) + "个工作日";
}

[[nodiscard]] inline bool is_near(const task_light& l) {
  return l.reason == light_reason::start_near || l.reason == light_reason::finish_near;
}

/// The number of working days that the sentence of `l` names: how many are short, or left.
[[nodiscard]] inline std::int32_t days_named(const task_light& l) {
  return is_near(l) ? l.days.count() : std::abs(l.days.count());
}

[[nodiscard]] inline std::string_view phrase_for(const task_light& l, language in) {
  const bool is_short = l.days.count() < 0;
  const auto language_row = static_cast<std::size_t>(in);
  if (l.reason == light_reason::short_of_time && !is_short) return little_float[language_row];
  if (l.reason == light_reason::on_track && is_short) return allowed_delay[language_row];
  if (is_near(l) && l.days.count() == 0) {
    const std::size_t which = l.reason == light_reason::start_near ? 0 : 1;
    return (l.is_today ? today_phrases : next_day_phrases)[which][language_row];
  }
  return light_phrases[static_cast<std::size_t>(l.reason)][language_row];
}

}  // namespace detail

inline std::string_view word_for(task_state state, language in) {
  constexpr std::array<detail::phrase, 5> words{{{"not due", "未到期"},
                                                 {"due", "待启动"},
                                                 {"under way", "进行中"},
                                                 {"late", "滞后"},
                                                 {"done", "已完成"}}};
  return words[static_cast<std::size_t>(state)][static_cast<std::size_t>(in)];
}

inline std::string_view word_for(light colour, language in) {
  constexpr std::array<detail::phrase, 4> words{
      {{"blue", "蓝"}, {"green", "绿"}, {"yellow", "黄"}, {"red", "红"}}};
  return words[static_cast<std::size_t>(colour)][static_cast<std::size_t>(in)];
}

template <only<plan> Plan>
std::string sentence(const Plan& p, task_id of, const task_light& l, language in) {
  std::string text;
  if (l.of != of) text = p[l.of].id.text() + (in == language::english ? ": " : "：");
  const std::string_view phrase = detail::phrase_for(l, in);
  for (std::size_t i = 0; i < phrase.size(); ++i) {
    if (phrase[i] != '%') {
      text += phrase[i];
      continue;
    }
    switch (phrase[++i]) {
      case 'd': text += to_string(*l.on); break;
      case 'n': text += detail::working_days(detail::days_named(l), in); break;
      default: text += detail::one_decimal(l.points_behind); break;
    }
  }
  return text;
}

}  // namespace daopai

#endif  // DAOPAI_SCHEDULE_LIGHT_TEXT_HPP
