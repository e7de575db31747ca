/// Opens the room scoring: indicator systems, their rules, scores, lost points, grades, states,
/// quotas.
#ifndef DAOPAI_SCORING_HPP
#define DAOPAI_SCORING_HPP

#include <daopai/scoring/aggregate.hpp>
#include <daopai/scoring/assumed.hpp>
#include <daopai/scoring/bands.hpp>
#include <daopai/scoring/cell.hpp>
#include <daopai/scoring/decimal.hpp>
#include <daopai/scoring/difference.hpp>
#include <daopai/scoring/effect.hpp>
#include <daopai/scoring/goal.hpp>
#include <daopai/scoring/history.hpp>
#include <daopai/scoring/indicator.hpp>
#include <daopai/scoring/keys.hpp>
#include <daopai/scoring/lost.hpp>
#include <daopai/scoring/measure.hpp>
#include <daopai/scoring/missing.hpp>
#include <daopai/scoring/observation.hpp>
#include <daopai/scoring/passed_down.hpp>
#include <daopai/scoring/quota.hpp>
#include <daopai/scoring/ranks.hpp>
#include <daopai/scoring/reading.hpp>
#include <daopai/scoring/rule.hpp>
#include <daopai/scoring/scores.hpp>
#include <daopai/scoring/settings.hpp>
#include <daopai/scoring/standing.hpp>
#include <daopai/scoring/system.hpp>
#include <daopai/scoring/target.hpp>
#include <daopai/scoring/unmet.hpp>

#endif  // DAOPAI_SCORING_HPP
