/// The words of the readiness page, in the languages it speaks.
#ifndef DAOPAI_SRC_PROGRAM_READINESS_WORDS_HPP
#define DAOPAI_SRC_PROGRAM_READINESS_WORDS_HPP

#include "program/score_words.hpp"
#include "program/words.hpp"
#include <daopai/plan/language.hpp>

#include <array>
#include <string_view>

namespace daopai::program {

/// `%1`, `%2`, ... stand for what say() puts there.
struct readiness_words {
  const words& plain;                 ///< weekdays
  const score_words& effects;         ///< what vetoes do
  bool year_month_day;                ///< 7月14日 rather than 07-14
  std::string_view seen_on;           ///< date, weekday
  std::string_view days_left;         ///< inspection, date, weekday, days, working days
  std::string_view begins_today;      ///< inspection
  std::string_view has_begun;         ///< inspection, date, last day
  std::string_view days_to_deadline;  ///< as days_left
  std::string_view no_goal;
  std::string_view to_spare;  ///< number
  std::string_view nothing_to_spare;
  std::string_view short_by;       ///< number
  std::string_view short_but;      ///< number, float to the last day
  std::string_view pace_to_spare;  ///< number
  std::string_view pace_short;     ///< number
  std::string_view score;          ///< full score
  std::string_view score_of;       ///< object, full score
  std::string_view points, grade;
  std::string_view score_today;
  std::string_view score_early, score_late, score_pace;  ///< date
  std::string_view not_published;
  std::string_view not_passed;
  std::string_view veto_today;    ///< indicator, what it does to the grade
  std::string_view veto_then;     ///< date
  std::string_view veto_settled;  ///< date
  std::string_view unproven;      ///< points, date
  std::string_view unmet;         ///< date
  std::string_view nobody_raises;
  std::string_view raised_too_late;  ///< date
  std::string_view raised_not_enough;
  std::string_view indicator, then, needed, who, why, yes, no;
  std::string_view nobody;
  language sentences;
  std::string_view phases, light, because_of, phase, done_of, by_plan, must_be_done;
  std::string_view late, nobody_late;
  std::string_view days_late;
  std::string_view chain;  ///< inspection or task
  std::string_view from, until, unit, task;
  std::string_view first_by_points, first_by_float;
  std::string_view days_of_work, latest, gains, costs, days_to_spare;
  std::string_view less_than;  ///< number
  std::string_view joint;      ///< points, date
  std::string_view no_cost;
  std::string_view findings;    ///< open, all, late
  std::string_view all_closed;  ///< all
  std::string_view problem, state, due, expected;
  std::array<std::string_view, 5> finding_states;
  std::string_view since;  ///< state, date
  std::string_view is_late;
  std::string_view stuck;
  std::string_view evidence;   ///< missing, all
  std::string_view all_there;  ///< all
  std::string_view piece, supplier;
  std::array<std::string_view, 5> evidence_states;
  std::string_view gates, gate, waits_for;
  std::array<std::string_view, 4> gate_states;
  std::string_view steps;  ///< inspection
  std::string_view step, led_by;
  std::string_view broken;  ///< task, indicator, promised, observed
  std::string_view not_observed;
  std::string_view early_submission;  ///< problem
  std::string_view unknown_year;      ///< year
  std::string_view to_note;
  std::string_view more;  ///< number
};

inline constexpr readiness_words english_readiness{
    .plain = english,
    .effects = english_scores,
    .year_month_day = false,
    .seen_on = "How ready are we on %2 %1?",
    .days_left = "%1 begins on %3 %2. Days left: %4, working days: %5 (today counted).",
    .begins_today = "%1 begins today.",
    .has_begun = "%1 has begun; it runs from %2 to %3.",
    .days_to_deadline =
        "%1 must be done by %3 %2. Days left: %4, working days: %5 (both ends counted).",
    .no_goal = "No inspection and no deadline is ahead.",
    .to_spare = "All that it waits for can be ready in time. Working days to spare: %1.",
    .nothing_to_spare = "All that it waits for can just be ready in time, with no day to spare.",
    .short_by = "It CANNOT be ready in time. Working days missing: %1.",
    .short_but =
        "It CANNOT be ready on the first day. Working days missing: %1; to spare for the last "
        "day: %2.",
    .pace_to_spare = "If work goes on as fast as so far, working days to spare: %1.",
    .pace_short = "If work goes on as fast as so far, working days missing: %1.",
    .score = "Score (full score: %1)",
    .score_of = "Score of %1 (full score: %2)",
    .points = "Points",
    .grade = "Grade",
    .score_today = "Today",
    .score_early = "By %1, if all goes to plan",
    .score_late = "By %1, if everything comes as late as it may",
    .score_pace = "By %1, if work goes on as fast as so far",
    .not_published = "none: a value that it needs is missing",
    .not_passed = "not passed",
    .veto_today = "Whatever the points, because of %1: %2",
    .veto_then = "If all goes to plan, that still holds on %1.",
    .veto_settled = "If all goes to plan, that is settled by %1.",
    .unproven = "Of the points expected by %2, %1 rest on evidence that is not there yet.",
    .unmet = "Not met by %1, even if all goes to plan",
    .nobody_raises = "no task works on it",
    .raised_too_late = "its task is done on %1, too late",
    .raised_not_enough = "its task does not go far enough",
    .indicator = "Indicator",
    .then = "Then",
    .needed = "Needed",
    .who = "Who",
    .why = "Why",
    .yes = "yes",
    .no = "no",
    .nobody = "nobody named",
    .sentences = language::english,
    .phases = "Phases and inspections",
    .light = "Light",
    .because_of = "Because of",
    .phase = "Phase, inspection",
    .done_of = "Done",
    .by_plan = "Will end",
    .must_be_done = "Must end by",
    .late = "Who is late with what",
    .nobody_late = "Nobody is late.",
    .days_late = "Working days late",
    .chain = "The longest chain of work before %1: a day lost here is a day less to spare",
    .from = "From",
    .until = "Until",
    .unit = "Unit",
    .task = "Task",
    .first_by_points =
        "What to do first: where a day of work gains most, or a day of delay costs most",
    .first_by_float = "What to do first: the tasks with the fewest days to spare",
    .days_of_work = "Days of work",
    .latest = "Done by",
    .gains = "Points gained",
    .costs = "A day late costs",
    .days_to_spare = "Days to spare",
    .less_than = "< %1",
    .joint = "If every task slips by one day, the score of %2 is lower by %1.",
    .no_cost = "One day of delay of one task costs no points yet.",
    .findings = "Open problems: %1 of %2, %3 of them late",
    .all_closed = "Problems: all closed (%1)",
    .problem = "Problem",
    .state = "State",
    .due = "Due",
    .expected = "Expected",
    .finding_states = {"open", "in hand", "submitted", "closed", "sent back"},
    .since = "%1 since %2",
    .is_late = "late",
    .stuck = "no task will settle it",
    .evidence = "Missing evidence: %1 of %2",
    .all_there = "Evidence: all there (%1)",
    .piece = "Piece",
    .supplier = "From",
    .evidence_states = {"there", "on its way", "LATE", "task done, piece missing",
                        "no task delivers it"},
    .gates = "What must be in place before the inspection",
    .gate = "What",
    .waits_for = "Waits for",
    .gate_states = {"in place", "ready", "on its way", "LATE"},
    .steps = "%1, step by step",
    .step = "Step",
    .led_by = "Led by",
    .broken = "%1 is done, so \"%2\" should be %3, but it is %4.",
    .not_observed = "not known",
    .early_submission = "The problem \"%1\" was handed in, but its tasks are not done.",
    .unknown_year = "The days off of %1 are not published yet; dates in that year may move.",
    .to_note = "To note",
    .more = "... and %1 more",
};

inline constexpr readiness_words chinese_readiness{
    .plain = chinese,
    .effects = chinese_scores,
    .year_month_day = true,
    .seen_on = "迎检准备情况（%1，%2）",
    .days_left = "距%1（%2，%3）还有 %4 天，其中工作日 %5 天（含今天）。",
    .begins_today = "今天就是%1的第一天。",
    .has_begun = "%1已经开始：%2 至 %3。",
    .days_to_deadline = "距“%1”的期限（%2，%3）还有 %4 天，其中工作日 %5 天（含首尾）。",
    .no_goal = "后面没有检查，也没有期限。",
    .to_spare = "各项准备来得及，还富余 %1 个工作日。",
    .nothing_to_spare = "各项准备刚好来得及，一天也不富余。",
    .short_by = "来不及：还差 %1 个工作日。",
    .short_but = "第一天来不及：还差 %1 个工作日；如果最后一天来查，富余 %2 个工作日。",
    .pace_to_spare = "照目前的进度：富余 %1 个工作日。",
    .pace_short = "照目前的进度：要晚 %1 个工作日。",
    .score = "得分（满分 %1 分）",
    .score_of = "%1得分（满分 %2 分）",
    .points = "得分",
    .grade = "等次",
    .score_today = "今天",
    .score_early = "到%1：全部按计划完成",
    .score_late = "到%1：全部拖到最后期限",
    .score_pace = "到%1：照目前的进度",
    .not_published = "暂无：缺必须有的数据",
    .not_passed = "不通过",
    .veto_today = "不论得分多少，因“%1”：%2",
    .veto_then = "按计划到%1仍未消除。",
    .veto_settled = "按计划到%1可以消除。",
    .unproven = "到%2的得分中，有 %1 分的佐证材料现在还没有。",
    .unmet = "按计划到%1仍不达标",
    .nobody_raises = "没有任务在抓",
    .raised_too_late = "任务%1才完成，来不及",
    .raised_not_enough = "任务完成后仍不够",
    .indicator = "指标",
    .then = "届时",
    .needed = "应达",
    .who = "责任单位",
    .why = "原因",
    .yes = "是",
    .no = "否",
    .nobody = "未明确单位",
    .sentences = language::chinese,
    .phases = "各阶段和检查",
    .light = "灯",
    .because_of = "因为",
    .phase = "阶段、检查",
    .done_of = "已完成",
    .by_plan = "预计完成",
    .must_be_done = "最迟完成",
    .late = "谁拖期、拖在哪项任务",
    .nobody_late = "没有拖期的任务。",
    .days_late = "晚几个工作日",
    .chain = "%1前最长的一条线：这里耽误一天，就少一天余地",
    .from = "开始",
    .until = "完成",
    .unit = "单位",
    .task = "任务",
    .first_by_points = "先抓什么：干一天得分最多、拖一天失分最多的任务",
    .first_by_float = "先抓什么：富余天数最少的任务",
    .days_of_work = "还要几天",
    .latest = "最迟完成",
    .gains = "完成可得分",
    .costs = "拖一天失分",
    .days_to_spare = "富余天数",
    .less_than = "不到 %1",
    .joint = "如果每项任务都拖一天，到%2少得 %1 分。",
    .no_cost = "目前任何一项任务拖一天都还不失分。",
    .findings = "问题清单：共 %2 个，未销号 %1 个，其中超期 %3 个",
    .all_closed = "%1 个问题已全部销号。",
    .problem = "问题",
    .state = "状态",
    .due = "期限",
    .expected = "预计",
    .finding_states = {"未整改", "整改中", "已报验收", "已销号", "退回重改"},
    .since = "%1（%2起）",
    .is_late = "超期",
    .stuck = "没有任务在整改",
    .evidence = "缺的佐证材料：%2 件中缺 %1 件",
    .all_there = "%1 件佐证材料已全部到位。",
    .piece = "材料",
    .supplier = "提供单位",
    .evidence_states = {"已有", "按期提供", "来不及", "任务已完，材料未到", "没有任务提供"},
    .gates = "检查前必须到位的事项",
    .gate = "事项",
    .waits_for = "还等",
    .gate_states = {"已到位", "已具备", "按期", "来不及"},
    .steps = "%1的步骤",
    .step = "步骤",
    .led_by = "牵头单位",
    .broken = "“%1”已完成，“%2”应达到 %3，现在是 %4。",
    .not_observed = "空白",
    .early_submission = "问题“%1”已报验收，但整改任务没有完成。",
    .unknown_year = "%1 年的放假安排尚未公布，该年日期可能变动。",
    .to_note = "请注意",
    .more = "……另有 %1 项",
};

}  // namespace daopai::program

#endif  // DAOPAI_SRC_PROGRAM_READINESS_WORDS_HPP
