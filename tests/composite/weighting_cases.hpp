/// Published examples of weighting, read from the shared folder where it is at hand.
#ifndef DAOPAI_TESTS_COMPOSITE_WEIGHTING_CASES_HPP
#define DAOPAI_TESTS_COMPOSITE_WEIGHTING_CASES_HPP

#include "golden.hpp"

#include <boost/json.hpp>

#include <fstream>
#include <iterator>
#include <string>

namespace weighting {

inline std::filesystem::path path() { return golden::file("weighting_cases.json"); }

inline boost::json::object find(const std::string& id) {
  std::ifstream in(path());
  const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  const boost::json::value all = boost::json::parse(text);
  for (const auto& c : all.at("cases").as_array()) {
    if (c.at("id").as_string() == id) return c.as_object();
  }
  throw std::out_of_range(id);
}

inline daopai::composite::column list(const boost::json::value& values) {
  daopai::composite::column result(
      static_cast<daopai::composite::eigen_index>(values.as_array().size()));
  for (std::size_t i = 0; i < values.as_array().size(); ++i) {
    result(static_cast<daopai::composite::eigen_index>(i)) = values.at(i).to_number<double>();
  }
  return result;
}

inline daopai::composite::table rows(const boost::json::value& values) {
  daopai::composite::table result;
  for (std::size_t i = 0; i < values.as_array().size(); ++i) {
    const daopai::composite::column row = list(values.at(i));
    if (i == 0)
      result.resize(static_cast<daopai::composite::eigen_index>(values.as_array().size()),
                    row.size());
    result.row(static_cast<daopai::composite::eigen_index>(i)) = row.transpose();
  }
  return result;
}

/// The largest absolute difference.
inline double difference(const daopai::composite::column& a, const boost::json::value& b) {
  return (a - list(b)).abs().maxCoeff();
}

}  // namespace weighting

#endif  // DAOPAI_TESTS_COMPOSITE_WEIGHTING_CASES_HPP
