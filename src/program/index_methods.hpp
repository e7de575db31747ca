/// How the methods of an index are named on the command line.
#ifndef DAOPAI_SRC_PROGRAM_INDEX_METHODS_HPP
#define DAOPAI_SRC_PROGRAM_INDEX_METHODS_HPP

#include <daopai/composite/pipeline.hpp>
#include <daopai/composite/uncertainty.hpp>
#include <daopai/io/index_model.hpp>

#include <optional>
#include <string>
#include <vector>

namespace daopai::program {

/// A method as typed: "min-max:0,100" is the name min-max with the numbers 0 and 100; a word that
/// is no number (a unit's code) is kept as text.
struct method_text {
  std::string name;
  std::vector<double> numbers;
  std::string word;
};

/// Each of these throws std::invalid_argument, its text naming what was typed and what is expected.
[[nodiscard]] method_text parse_method(const std::string& text);

/// none, mean, median, mean-group, median-group, mean-branch, median-branch; groups are those of
/// `group`.
[[nodiscard]] composite::imputation parse_imputation(const std::string& text,
                                                     const io::index_files& files,
                                                     const std::string& group, int branch_level);

/// none, winsorise, log, log1 and box-cox:LAMBDA (the last three winsorise first).
[[nodiscard]] std::optional<composite::treatment> parse_treatment(const std::string& text);

/// One rule for each indicator; without numbers, those of iMeta's columns where the method has
/// such.
[[nodiscard]] std::vector<composite::normalisation> parse_normalisation(
    const std::string& text, const io::index_files& files, const composite::indicator_tree& tree);

/// arithmetic, geometric, harmonic, generalised:P, owa:EXPONENT, minimum, copeland.
[[nodiscard]] composite::aggregation parse_aggregation(const std::string& text);

/// LEVEL:FACTOR
[[nodiscard]] composite::weight_noise parse_noise(const std::string& text);

}  // namespace daopai::program

#endif  // DAOPAI_SRC_PROGRAM_INDEX_METHODS_HPP
