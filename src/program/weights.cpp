#include "io/csv.hpp"
#include "io/write_file.hpp"
#include "program/index_output.hpp"
#include <daopai/composite.hpp>

#include <CLI/CLI.hpp>

#include <iostream>
#include <map>
#include <memory>
#include <stdexcept>

namespace daopai::program {
namespace {

using namespace composite;

struct weights_options {
  std::vector<std::string> judgements;
  std::string data;
  std::string method;
  std::string table = "saaty-1980";
  std::string directions;
  bool normalise = false;
};

/// A table of numbers with a label before each row; empty cells are missing.
struct labelled_table {
  std::vector<std::string> rows;
  std::vector<std::string> columns;
  observations cells;
};

/// Reads a matrix whose first column holds labels. A judgement may be a fraction such as 1/3.
labelled_table read_table(const std::string& file) {
  const io::csv_table csv = io::read_csv(file);
  labelled_table result;
  result.columns.assign(csv.header.cells.begin() + 1, csv.header.cells.end());
  composite::table values = composite::table::Zero(static_cast<eigen_index>(csv.rows.size()),
                                                   static_cast<eigen_index>(result.columns.size()));
  mask present = mask::Constant(values.rows(), values.cols(), false);
  std::vector<problem> problems;
  for (std::size_t r = 0; r < csv.rows.size(); ++r) {
    const auto& cells = csv.rows[r].cells;
    result.rows.push_back(cells[0]);
    for (std::size_t c = 1; c < cells.size(); ++c) {
      if (io::is_missing(cells[c])) continue;
      const std::size_t slash = cells[c].find('/');
      const auto above = io::parse_number(cells[c].substr(0, slash));
      const auto below = slash == std::string::npos ? std::optional(1.0)
                                                    : io::parse_number(cells[c].substr(slash + 1));
      if (!above || !below || *below == 0) {
        problems.push_back(
            csv.problem_at(csv.rows[r], c, "not-a-number", "\"" + cells[c] + "\" is not a number"));
        continue;
      }
      values(static_cast<eigen_index>(r), static_cast<eigen_index>(c - 1)) = *above / *below;
      present(static_cast<eigen_index>(r), static_cast<eigen_index>(c - 1)) = true;
    }
  }
  composite::detail::throw_if_any(std::move(problems));
  result.cells = observations(std::move(values), std::move(present));
  return result;
}

const std::map<std::string, random_index>& tables() {
  static const std::map<std::string, random_index> all{
      {"saaty-1980", random_index::saaty_1980},
      {"saaty-2000s", random_index::saaty_2000s},
      {"donegan-dodd", random_index::donegan_dodd_1991},
      {"tummala-ling", random_index::tummala_ling_1998},
      {"textbook", random_index::chinese_textbook}};
  return all;
}

void print_weights(const std::vector<std::string>& labels, const composite::column& weights) {
  csv_text out({"name", "weight"});
  for (std::size_t i = 0; i < labels.size(); ++i)
    out.row({labels[i], cell(weights(static_cast<eigen_index>(i)))});
  std::cout << out.text();
}

/// Weights to standard output, what is to be known of their consistency to standard error.
void weigh_judgements(const weights_options& o) {
  static const std::map<std::string, ahp_method> methods{
      {"eigenvector", ahp_method::eigenvector},
      {"geometric-mean", ahp_method::geometric_mean},
      {"column-mean", ahp_method::column_mean}};
  const auto method = methods.find(o.method.empty() ? "eigenvector" : o.method);
  if (method == methods.end()) {
    throw std::invalid_argument(
        "judgements are weighed by eigenvector, geometric-mean or column-mean");
  }
  std::vector<judgements> experts;
  std::vector<std::string> labels;
  for (const std::string& file : o.judgements) {
    const labelled_table read = read_table(file);
    if (!labels.empty() && read.columns != labels)
      throw error(file + ": its columns differ from the first file's");
    labels = read.columns;
    experts.emplace_back(read.cells);
  }
  const ahp_result result = ahp(combine(experts), method->second, tables().at(o.table));
  print_weights(labels, result.weights);
  std::cerr << "lambda max " << result.lambda_max << ", CI " << result.consistency_index << ", CR ";
  if (result.consistency_ratio)
    std::cerr << *result.consistency_ratio << " by the random index of " << result.table;
  if (!result.consistency_ratio)
    std::cerr << "not known: " << result.table << " has no random index for this size";
  std::cerr << '\n';
  const doubtful_judgement& worst = result.most_inconsistent;
  if (worst.row == worst.column) return;
  std::cerr << "most inconsistent: " << labels[static_cast<std::size_t>(worst.row)] << " against "
            << labels[static_cast<std::size_t>(worst.column)] << " is " << worst.given
            << ", the weights say " << worst.implied << '\n';
}

composite::column directions_of(const std::string& text, eigen_index count) {
  if (text.empty()) return composite::column::Ones(count);
  if (static_cast<eigen_index>(text.size()) != count) {
    throw std::invalid_argument("--directions: expected one + or - for each of " +
                                std::to_string(count) + " columns");
  }
  composite::column directions(count);
  for (std::size_t i = 0; i < text.size(); ++i)
    directions(static_cast<eigen_index>(i)) = text[i] == '-' ? -1 : 1;
  return directions;
}

void weigh_data(const weights_options& o) {
  const labelled_table read = read_table(o.data);
  if (!read.cells.is_complete())
    throw error(o.data + ": a cell is empty; expected a table without gaps");
  const composite::column directions = directions_of(o.directions, read.cells.indicators());
  const composite::table x =
      o.normalise ? normalise(min_max{0, 1}, read.cells, directions).values() : read.cells.values();
  const std::string method = o.method.empty() ? "entropy" : o.method;
  if (method == "entropy") return print_weights(read.columns, entropy_weights(x));
  if (method == "critic")
    return print_weights(read.columns,
                         critic_weights(x, o.normalise ? composite::column() : directions));
  if (method == "deviation") return print_weights(read.columns, deviation_weights(x));
  if (method == "variation") return print_weights(read.columns, variation_weights(x));
  if (method == "pca") return print_weights(read.columns, pca_weights(x));
  if (method == "equal") return print_weights(read.columns, equal_weights(x.cols()));
  throw std::invalid_argument(
      "data is weighed by entropy, critic, deviation, variation, pca or equal");
}

}  // namespace

/// Adds `daopai weights` to the program; `exit_code` becomes 1 for bad data.
void add_weights_command(CLI::App& app, int& exit_code) {
  CLI::App* command =
      app.add_subcommand("weights", "Derive weights from pairwise judgements or from data");
  const auto o = std::make_shared<weights_options>();
  auto* judged = command->add_option(
      "--judgements", o->judgements,
      "CSV of a judgement matrix, labels in the first row and column, fractions such as "
      "1/3 allowed, unknown cells empty; several experts' files are combined");
  auto* measured = command->add_option(
      "--data", o->data, "CSV of units x indicators, labels in the first row and column");
  judged->excludes(measured);
  command->add_option("--method", o->method,
                      "Of judgements: eigenvector (default), geometric-mean, column-mean; of data: "
                      "entropy (default), "
                      "critic, deviation, variation, pca, equal");
  command->add_option("--random-index", o->table, "Table of the consistency ratio")
      ->check(
          CLI::IsMember({"saaty-1980", "saaty-2000s", "donegan-dodd", "tummala-ling", "textbook"}))
      ->capture_default_str();
  command->add_option("--directions", o->directions,
                      "+ or - for each column of --data, such as ++-+");
  command->add_flag("--normalise", o->normalise,
                    "Bring the columns of --data to [0, 1] by their directions first");
  command->callback([o, &exit_code] {
    try {
      if (o->judgements.empty() == o->data.empty())
        throw std::invalid_argument("expected --judgements or --data");
      if (o->data.empty()) {
        weigh_judgements(*o);
      } else {
        weigh_data(*o);
      }
    } catch (const std::invalid_argument& wrong) {
      throw CLI::ValidationError("weights", wrong.what());
    } catch (const error& bad) {
      std::cerr << bad.what() << '\n';
      exit_code = 1;
    }
  });
}

}  // namespace daopai::program
