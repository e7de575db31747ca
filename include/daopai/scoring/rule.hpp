/// The closed set of scoring rules: how a value becomes points.
///
/// In the formulas p is the indicator's points, x the value (see `measure`), t the target. A rule
/// gives between 0 and p, but for `bonus` and `malus`, which stand outside the full score, and for
/// a deduction without a floor. The kinds of rule that official tables use and that are not listed
/// here are a measure with a rule (coefficient of variation, survey, several raters, several
/// periods, ratio per capita) or an aggregate (k of n).
#ifndef DAOPAI_SCORING_RULE_HPP
#define DAOPAI_SCORING_RULE_HPP

#include <daopai/scoring/detail/one_of.hpp>
#include <daopai/scoring/effect.hpp>
#include <daopai/scoring/target.hpp>

#include <optional>
#include <string>
#include <vector>

namespace daopai::scoring {

/// Points that belong to a label: "A" -> 1, "provincial" -> 5.
struct level {
  std::string label;
  decimal points;
};

/// The assessor gives the points: x, cut to [0, p].
struct direct {};

/// Condition met (x is not 0) -> p, else 0.
struct met {};

/// The points of the label observed (A, B, C; 全部/部分/未). A number n means the n-th level,
/// counted from 1.
struct levels {
  std::vector<level> table;
};

/// Full marks, then fixed steps down: max(0, p - step x n), where x = n is the number of steps
/// (满分起依次递减).
struct graded_steps {
  decimal step;
};

/// A staircase: the points of the best stair whose bound x reaches; 0 below all. Bounds are
/// inclusive.
struct stairs {
  struct stair {
    decimal bound;
    decimal points;
  };
  std::vector<stair> table;
  direction better = direction::higher_is_better;
};

/// p - each x n, not below the floor, where n is how many `per` x falls short of (or, lower being
/// better, exceeds) `from`. Deduction per case: from 0, lower is better. Per miss: from the number
/// required.
struct deduction {
  enum class counting {
    proportional,  ///< half a `per` costs half (不足部分按比例)
    full,          ///< only whole ones count (每满)
    started,       ///< one begun counts as whole (不足一个按一个计)
  };
  decimal each = 1;
  decimal per = 1;
  target from = 0;
  direction better = direction::lower_is_better;
  counting count = counting::proportional;
  std::optional<decimal> floor = decimal{0};  ///< nothing: points may become negative
};

/// p where the comparison holds, else 0: threshold (达标), all or nothing (否则不得分), conditional
/// threshold.
struct threshold {
  comparison pass;
};

/// p x x/t (t/x where lower is better), at most p unless `capped` is off.
struct proportional {
  target goal;
  direction better = direction::higher_is_better;
  bool capped = true;
};

/// p x (1 - shortfall/t), within [0, p] (未完成按比例扣分).
struct proportional_deduction {
  target goal;
  direction better = direction::higher_is_better;
};

/// p x (x - from)/(to - from), within [0, p]; where lower is better `from` lies above `to`.
struct linear {
  decimal from;  ///< no points
  decimal to;    ///< full points
  direction better = direction::higher_is_better;
};

/// The efficacy coefficient (功效系数): p x (base + (1 - base)(x - low)/(high - low)), within [0,
/// p]; where lower is better `unsatisfactory` lies above `satisfactory`.
struct efficacy {
  decimal unsatisfactory;  ///< low: 不允许值
  decimal satisfactory;    ///< high: 满意值
  decimal base = decimal{6} / decimal{10};
  direction better = direction::higher_is_better;
};

/// The efficacy coefficient of several bands: p x the coefficient, interpolated between the
/// standards on either side of x; p x the first coefficient at or beyond the best standard, 0
/// beyond the worst. Standards run from best to worst, rising or falling.
struct efficacy_bands {
  struct standard {
    decimal value;
    decimal coefficient;
  };
  std::vector<standard> table;
};

/// What tied objects get.
enum class tie_rule {
  competition,  ///< 1, 2, 2, 4
  dense,        ///< 1, 2, 2, 3
  average,      ///< 1, 2.5, 2.5, 4: the mean of the places they share
};

/// The points of the place among the peers: table[place - 1]; beyond the table 0.
struct ranked {
  std::vector<decimal> table;
  direction better = direction::higher_is_better;
  tie_rule ties = tie_rule::competition;
};

/// p where the comparison holds; the others are ranked among themselves (达标满分，未达标按名次).
struct threshold_then_rank {
  comparison pass;
  ranked below;
};

/// p x x/best of the peers (best/x where lower is better).
struct relative_to_best {
  direction better = direction::higher_is_better;
};

/// Holding a title: the points of the label held, or p where x is not 0 and no levels are given;
/// else 0.
struct title {
  std::vector<level> table = {};
};

/// + each x x, or the points of the label, at most `cap`. Stands outside the full score.
struct bonus {
  decimal each = 1;
  std::optional<decimal> cap = std::nullopt;
  std::vector<level> table = {};
};

/// - each x x, or minus the points of the label, at most `cap` taken. Stands outside the full
/// score.
struct malus {
  decimal each = 1;
  std::optional<decimal> cap = std::nullopt;
  std::vector<level> table = {};
};

/// The superior's assessment carried over in proportion: p x x/upper_full; as a malus minus that.
struct scaled_import {
  decimal upper_full;
  bool as_malus = false;
};

/// p x min(1, x/q), where q is the object's part of `total`, split by largest remainder in
/// proportion to the objects' quantity `weight` (任务分解).
struct quota_share {
  decimal total;
  std::string weight = "population";
};

/// No points; where the comparison holds, the effect strikes (一票否决、降等、不得评优).
struct veto {
  comparison when = {comparison::relation::more_than, 0};
  effect then = fails{};
};

/// Recorded and shown, never scored (监测指标).
struct monitor_only {};

/// One of the rules above; copies share it. `is<threshold>()` tells the kind, `as<threshold>()`
/// gives the rule or null, and `visit` calls what takes all of them.
struct rule : detail::one_of<direct, met, levels, graded_steps, stairs, deduction, threshold,
                             proportional, proportional_deduction, linear, efficacy, efficacy_bands,
                             ranked, threshold_then_rank, relative_to_best, title, bonus, malus,
                             scaled_import, quota_share, veto, monitor_only> {
  using one_of::one_of;
};

/// Whether the indicator counts towards the full score.
[[nodiscard]] inline bool is_within_full_score(const rule& r) {
  const auto* import = r.as<scaled_import>();
  return !(r.is<bonus>() || r.is<malus>() || r.is<veto>() || r.is<monitor_only>() ||
           (import != nullptr && import->as_malus));
}

}  // namespace daopai::scoring

#endif  // DAOPAI_SCORING_RULE_HPP
