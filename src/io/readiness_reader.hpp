/// Reads what a plan file says about readiness: raises, evidence, gates, problems.
#ifndef DAOPAI_SRC_IO_READINESS_READER_HPP
#define DAOPAI_SRC_IO_READINESS_READER_HPP

#include "io/findings.hpp"
#include "io/json_value.hpp"
#include <daopai/readiness/campaign.hpp>

#include <string>
#include <utility>
#include <vector>

namespace daopai::io {

/// The things of a file that could be read, each with its place.
struct readiness_document {
  template <class Thing>
  using list = std::vector<std::pair<Thing, std::string>>;
  list<readiness::raise> raises{};
  list<readiness::evidence> pieces{};
  list<readiness::gate> gates{};
  list<readiness::finding> findings{};

  void add_to(readiness::campaign_builder& builder) const;
};

/// What is wrong with the form of anything is reported, and the thing left out. Other fields of the
/// root and of tasks are other readers' to read.
[[nodiscard]] readiness_document read_readiness(findings& found, const json::value& root);

}  // namespace daopai::io

#endif  // DAOPAI_SRC_IO_READINESS_READER_HPP
