/// Composite indices and weights over many units; needs Eigen, so it is opened by whoever wants it,
/// not by daopai.hpp.
#ifndef DAOPAI_COMPOSITE_HPP
#define DAOPAI_COMPOSITE_HPP

#include <daopai/composite/aggregate.hpp>
#include <daopai/composite/ahp.hpp>
#include <daopai/composite/correlation.hpp>
#include <daopai/composite/data_weights.hpp>
#include <daopai/composite/decompose.hpp>
#include <daopai/composite/denominate.hpp>
#include <daopai/composite/fuzzy.hpp>
#include <daopai/composite/impute.hpp>
#include <daopai/composite/indicator_tree.hpp>
#include <daopai/composite/judgements.hpp>
#include <daopai/composite/leave_out.hpp>
#include <daopai/composite/normalise.hpp>
#include <daopai/composite/observations.hpp>
#include <daopai/composite/panel.hpp>
#include <daopai/composite/pipeline.hpp>
#include <daopai/composite/random.hpp>
#include <daopai/composite/rank.hpp>
#include <daopai/composite/rank_sum_ratio.hpp>
#include <daopai/composite/sobol.hpp>
#include <daopai/composite/statistics.hpp>
#include <daopai/composite/topsis.hpp>
#include <daopai/composite/treat.hpp>
#include <daopai/composite/uncertainty.hpp>

#endif  // DAOPAI_COMPOSITE_HPP
