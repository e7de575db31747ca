/// The words of the pages about units and dependencies, in the languages they speak.
#ifndef DAOPAI_SRC_PROGRAM_UNIT_WORDS_HPP
#define DAOPAI_SRC_PROGRAM_UNIT_WORDS_HPP

#include "program/words.hpp"

#include <string_view>

namespace daopai::program {

/// `%1`, `%2`, ... stand for what say() puts there.
struct unit_words {
  const words& plain;
  std::string_view seen_from;  ///< date
  std::string_view by, room, light, part, task, earliest;
  std::string_view lead, assist;
  std::string_view span;  ///< first date, last date
  std::string_view week_of, leads, assists;
  std::string_view who_waits, unit, waits_for, times, critical;
  std::string_view nobody_waits;
  std::string_view counts;  ///< tasks, inspections, dependencies
  std::string_view leading_nowhere, redundant, none;
};

inline constexpr unit_words english_units{
    .plain = english,
    .seen_from = "Seen from %1; By: latest finish, * critical, ! too late; load in task-days",
    .by = "By",
    .room = "Float",
    .light = "Light",
    .part = "Part",
    .task = "Task",
    .earliest = "Earliest",
    .lead = "lead",
    .assist = "assist",
    .span = "%1 to %2",
    .week_of = "Week of",
    .leads = "Leads",
    .assists = "Assists",
    .who_waits = "Who waits for whom",
    .unit = "Unit",
    .waits_for = "waits for",
    .times = "Times",
    .critical = "Critical",
    .nobody_waits = "nobody for anybody",
    .counts = "tasks: %1, inspections: %2, dependencies: %3",
    .leading_nowhere = "Tasks that lead to no inspection",
    .redundant = "Dependencies that others imply",
    .none = "none",
};

inline constexpr unit_words chinese_units{
    .plain = chinese,
    .seen_from = "从 %1 算起；“最迟”为最迟完成日期，* 关键，! 来不及；工作量以任务·天计",
    .by = "最迟",
    .room = "机动",
    .light = "灯",
    .part = "角色",
    .task = "任务",
    .earliest = "最早",
    .lead = "牵头",
    .assist = "配合",
    .span = "%1 至 %2",
    .week_of = "周（星期一）",
    .leads = "牵头",
    .assists = "配合",
    .who_waits = "谁在等谁",
    .unit = "单位",
    .waits_for = "等着",
    .times = "次数",
    .critical = "关键",
    .nobody_waits = "没有谁等谁",
    .counts = "任务 %1 项，检查 %2 次，先后关系 %3 条",
    .leading_nowhere = "不通向任何检查的任务",
    .redundant = "可由其他关系推出的先后关系",
    .none = "没有",
};

}  // namespace daopai::program

#endif  // DAOPAI_SRC_PROGRAM_UNIT_WORDS_HPP
