/// The words of the text form of a schedule, in the languages it speaks.
#ifndef DAOPAI_SRC_PROGRAM_WORDS_HPP
#define DAOPAI_SRC_PROGRAM_WORDS_HPP

#include <daopai/plan/language.hpp>

#include <array>
#include <string>
#include <string_view>

namespace daopai::program {

/// `%1`, `%2`, ... stand for what say() puts there.
struct words {
  std::array<std::string_view, 7> weekdays;  ///< from Monday
  std::string_view today;                    ///< date, weekday, number of tasks and of units
  std::string_view inspections;
  std::string_view inspection_day;     ///< date, weekday
  std::string_view inspection_window;  ///< first date and weekday, last date and weekday
  std::string_view days_left;          ///< number
  std::string_view has_float;          ///< number
  std::string_view has_float_to_last;  ///< number, number to the last day
  std::string_view is_short;           ///< number
  std::string_view is_short_but;       ///< number, float to the last day
  std::string_view waits_for_nothing;
  std::string_view tasks_in;  ///< year
  std::string_view tasks;
  std::string_view earliest, latest;
  std::string_view task, unit, start, finish, total_float, light, done;
  language tongue;            ///< in which the library says its own words
  std::string_view standing;  ///< done, scheduled, how many red, yellow, green, blue
  std::string_view lights_to_note, state, why;
  std::string_view more_lights;    ///< number
  std::string_view critical_path;  ///< inspection
  std::string_view holds_up;       ///< task
  std::string_view other_paths;    ///< number
  std::string_view hand_overs;
  std::string_view by, at_latest, holding_task, holding_unit, held_task, held_unit;
  std::string_view more;  ///< number
  std::string_view to_note;
};

inline constexpr words english{
    .weekdays = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"},
    .today = "Seen from %2 %1; tasks: %3, units: %4",
    .inspections = "Inspections",
    .inspection_day = "%2 %1",
    .inspection_window = "%2 %1 to %4 %3",
    .days_left = "working days left, today counted: %1",
    .has_float = "float: %1",
    .has_float_to_last = "float: %1 (to the last day: %2)",
    .is_short = "CANNOT BE MET: short by %1 working days",
    .is_short_but =
        "CANNOT BE MET on the first day: short by %1 working days (float to the last day: %2)",
    .waits_for_nothing = "it waits for nothing",
    .tasks_in = "Tasks by start date, in %1 (* critical, ! too late)",
    .tasks = "Tasks by start date (* critical, ! too late)",
    .earliest = "Earliest",
    .latest = "Latest",
    .task = "Task",
    .unit = "Unit",
    .start = "Start",
    .finish = "Finish",
    .total_float = "Float",
    .light = "Light",
    .done = "done",
    .tongue = language::english,
    .standing = "done: %1 of the work, scheduled: %2; lights: red %3, yellow %4, green %5, blue %6",
    .lights_to_note = "Red and yellow lights",
    .state = "State",
    .why = "Why",
    .more_lights = "... and %1 more",
    .critical_path = "Critical path to %1",
    .holds_up = "holds up %1",
    .other_paths = "other chains as long as this one: %1",
    .hand_overs = "Who waits for whom: work of one unit that sets the start of another's",
    .by = "Until",
    .at_latest = "Latest",
    .holding_task = "Task",
    .holding_unit = "Unit",
    .held_task = "holds up task",
    .held_unit = "of unit",
    .more = "... and %1 more with more float",
    .to_note = "To note",
};

inline constexpr words chinese{
    .weekdays = {"星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"},
    .today = "从 %1（%2）算起；任务 %3 项，单位 %4 个",
    .inspections = "检查",
    .inspection_day = "%1（%2）",
    .inspection_window = "%1（%2）至 %3（%4）",
    .days_left = "连今天在内还剩 %1 个工作日",
    .has_float = "机动 %1 天",
    .has_float_to_last = "机动 %1 天（到最后一天 %2 天）",
    .is_short = "来不及：差 %1 个工作日",
    .is_short_but = "第一天来不及：差 %1 个工作日（到最后一天机动 %2 天）",
    .waits_for_nothing = "没有需要等待的任务",
    .tasks_in = "任务表（%1 年，按开始日期；* 关键，! 来不及）",
    .tasks = "任务表（按开始日期；* 关键，! 来不及）",
    .earliest = "最早",
    .latest = "最迟",
    .task = "任务",
    .unit = "牵头单位",
    .start = "开始",
    .finish = "完成",
    .total_float = "机动",
    .light = "灯",
    .done = "已完",
    .tongue = language::chinese,
    .standing = "已完成 %1，序时进度 %2；红灯 %3，黄灯 %4，绿灯 %5，蓝灯 %6",
    .lights_to_note = "红灯和黄灯",
    .state = "状态",
    .why = "原因",
    .more_lights = "……另有 %1 项",
    .critical_path = "关键路径：%1",
    .holds_up = "后面等着：%1",
    .other_paths = "另有 %1 条同样长的路径",
    .hand_overs = "谁在等谁：一家不做完，另一家就不能开始",
    .by = "最早完",
    .at_latest = "最迟完",
    .holding_task = "任务",
    .holding_unit = "单位",
    .held_task = "等着的任务",
    .held_unit = "单位",
    .more = "……另有 %1 项，机动更多",
    .to_note = "请注意",
};

/// The phrase with `%1`, `%2`, ... replaced.
template <class... Parts>
[[nodiscard]] std::string say(std::string_view phrase, const Parts&... parts) {
  const std::array<std::string, sizeof...(Parts)> filled{parts...};
  std::string text;
  for (std::size_t i = 0; i < phrase.size(); ++i) {
    if (phrase[i] == '%' && i + 1 < phrase.size()) {
      text += filled.at(static_cast<std::size_t>(phrase[++i] - '1'));
    } else {
      text += phrase[i];
    }
  }
  return text;
}

}  // namespace daopai::program

#endif  // DAOPAI_SRC_PROGRAM_WORDS_HPP
