/// Explanations: why a date is what it is, what cannot be met and what would help, near-critical
/// paths, and all of it as sentences. Apart from schedule.hpp to keep that light.
#ifndef DAOPAI_EXPLAIN_HPP
#define DAOPAI_EXPLAIN_HPP

#include <daopai/schedule/explain.hpp>
#include <daopai/schedule/explain_text.hpp>
#include <daopai/schedule/explanation.hpp>
#include <daopai/schedule/near_critical.hpp>
#include <daopai/schedule/shortfall.hpp>

#endif  // DAOPAI_EXPLAIN_HPP
