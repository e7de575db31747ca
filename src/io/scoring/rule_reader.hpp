/// Rules, measures, aggregates, targets and policies from JSON; the words are those of the plan
/// file's schema.
#ifndef DAOPAI_SRC_IO_SCORING_RULE_READER_HPP
#define DAOPAI_SRC_IO_SCORING_RULE_READER_HPP

#include "io/scoring/fields.hpp"
#include <daopai/scoring/indicator.hpp>

#include <optional>

namespace daopai::io {

/// Each reports what it cannot read and returns something harmless in its place.
[[nodiscard]] std::optional<scoring::rule> read_rule(const json_place& place);
[[nodiscard]] scoring::measure read_measure(const json_place& place);
[[nodiscard]] scoring::aggregate read_aggregate(const json_place& place);
[[nodiscard]] scoring::missing::policy read_missing(const json_place& place);
[[nodiscard]] scoring::effect read_effect(const json_place& place);
[[nodiscard]] scoring::target read_target(const json_place& place);

}  // namespace daopai::io

#endif  // DAOPAI_SRC_IO_SCORING_RULE_READER_HPP
