/// The words of the text form of scores, in the languages it speaks.
#ifndef DAOPAI_SRC_PROGRAM_SCORE_WORDS_HPP
#define DAOPAI_SRC_PROGRAM_SCORE_WORDS_HPP

#include <string_view>

namespace daopai::program {

/// `%1`, `%2`, ... stand for what say() puts there.
struct score_words {
  std::string_view period;      ///< name
  std::string_view score;       ///< score, full score
  std::string_view no_score;    ///< what is missing is said to block it
  std::string_view grade;       ///< grade
  std::string_view grade_from;  ///< grade, grade by points alone
  std::string_view rank;        ///< rank, number ranked
  std::string_view failed;
  std::string_view missing;  ///< per cent
  std::string_view imputed;  ///< per cent
  std::string_view state;    ///< state, periods
  std::string_view ranking, place, object, points, band, standing, rests_on_nothing;
  std::string_view indicator, value, goal, lost, who, nobody;
  std::string_view not_observed, met, unmet;
  std::string_view below_line;
  std::string_view gap_below;    ///< value, unit, target, gap
  std::string_view gap_above;    ///< value, unit, target, excess
  std::string_view pass_missed;  ///< score, pass mark, gap
  std::string_view lost_by_unit;
  std::string_view next_steps, from, to, gain;
  std::string_view effects;
  std::string_view fails, downgrade, cap;  ///< cap: grade; downgrade: number
  std::string_view by_rater;
  std::string_view difference, the_whole;  ///< of two scores
  std::string_view more;                   ///< number
  std::string_view to_note;
};

inline constexpr score_words english_scores{
    .period = "Period %1",
    .score = "Score %1 of %2",
    .no_score = "No score: what blocks publication was not observed",
    .grade = "grade %1",
    .grade_from = "grade %1 (%2 by points alone)",
    .rank = "rank %1 of %2",
    .failed = "NOT PASSED",
    .missing = "%1 % of it rests on no observation",
    .imputed = "%1 % rests on imputed values",
    .state = "state: %1 (%2)",
    .ranking = "Ranking",
    .place = "Rank",
    .object = "Object",
    .points = "Points",
    .band = "Grade",
    .standing = "State",
    .rests_on_nothing = "Missing",
    .indicator = "Indicator",
    .value = "Value",
    .goal = "Target",
    .lost = "Lost",
    .who = "Who",
    .nobody = "(nobody named)",
    .not_observed = "not observed",
    .met = "met",
    .unmet = "not met",
    .below_line = "Not met",
    .gap_below = "%1 %2, at least %3 expected, %4 short",
    .gap_above = "%1 %2, at most %3 expected, %4 too much",
    .pass_missed = "%1 points, at least %2 expected, %3 short",
    .lost_by_unit = "Who lost the points",
    .next_steps = "What one more step would gain",
    .from = "From",
    .to = "To",
    .gain = "Gain",
    .effects = "Vetoes that struck",
    .fails = "fails",
    .downgrade = "the grade drops by %1",
    .cap = "the grade is at most %1",
    .by_rater = "Side by side",
    .difference = "Difference",
    .the_whole = "(full score, floor and cap)",
    .more = "... and %1 more",
    .to_note = "To note",
};

inline constexpr score_words chinese_scores{
    .period = "时期 %1",
    .score = "得分 %1，满分 %2",
    .no_score = "没有得分：缺少必须有的数据",
    .grade = "等次 %1",
    .grade_from = "等次 %1（按得分为 %2）",
    .rank = "第 %1 名，共 %2 名",
    .failed = "不通过",
    .missing = "其中 %1 % 没有数据",
    .imputed = "%1 % 用的是推算值",
    .state = "状态：%1（%2）",
    .ranking = "排名",
    .place = "名次",
    .object = "对象",
    .points = "得分",
    .band = "等次",
    .standing = "状态",
    .rests_on_nothing = "缺数据",
    .indicator = "指标",
    .value = "数值",
    .goal = "目标",
    .lost = "失分",
    .who = "责任单位",
    .nobody = "（未定责任单位）",
    .not_observed = "无数据",
    .met = "达标",
    .unmet = "不达标",
    .below_line = "不达标项目",
    .gap_below = "%1 %2，不少于 %3，缺 %4",
    .gap_above = "%1 %2，不多于 %3，超 %4",
    .pass_missed = "%1 分，不少于 %2 分，缺 %3 分",
    .lost_by_unit = "谁失的分",
    .next_steps = "再进一步能得几分",
    .from = "现在",
    .to = "做到",
    .gain = "得分",
    .effects = "一票否决与降等",
    .fails = "一票否决",
    .downgrade = "降 %1 个等次",
    .cap = "等次不高于“%1”",
    .by_rater = "几方评分",
    .difference = "相差",
    .the_whole = "（满分、保底与封顶）",
    .more = "……另有 %1 项",
    .to_note = "请注意",
};

}  // namespace daopai::program

#endif  // DAOPAI_SRC_PROGRAM_SCORE_WORDS_HPP
