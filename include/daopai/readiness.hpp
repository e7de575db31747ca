/// The room readiness: schedule and indicators together. The score to expect on inspection day,
/// what to do first, evidence, gates, close-out.
#ifndef DAOPAI_READINESS_HPP
#define DAOPAI_READINESS_HPP

#include <daopai/readiness/archive.hpp>
#include <daopai/readiness/below.hpp>
#include <daopai/readiness/campaign.hpp>
#include <daopai/readiness/close_out.hpp>
#include <daopai/readiness/evidence.hpp>
#include <daopai/readiness/expected.hpp>
#include <daopai/readiness/finding.hpp>
#include <daopai/readiness/gate.hpp>
#include <daopai/readiness/gates.hpp>
#include <daopai/readiness/goal.hpp>
#include <daopai/readiness/inspection_light.hpp>
#include <daopai/readiness/keys.hpp>
#include <daopai/readiness/late.hpp>
#include <daopai/readiness/outlook.hpp>
#include <daopai/readiness/pace.hpp>
#include <daopai/readiness/priorities.hpp>
#include <daopai/readiness/raise.hpp>
#include <daopai/readiness/timeline.hpp>
#include <daopai/readiness/unmet_then.hpp>
#include <daopai/readiness/what_if.hpp>

#endif  // DAOPAI_READINESS_HPP
