#include "io/write_file.hpp"
#include "program/computed_index.hpp"
#include "program/index_analyses.hpp"
#include "program/index_options.hpp"
#include "program/index_output.hpp"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <numeric>
#include <stdexcept>

namespace daopai::program {
namespace {

using namespace composite;

/// Writes the stages of an index.
class stage_writer {
public:
  explicit stage_writer(const computed_index& index) : index_(index) {}

  /// Says which indicators score nothing at all, and how many units the target misses.
  void warn_of_gaps() const {
    for (eigen_index i = 0; i < index_.tree().indicators(); ++i) {
      if (!index_.stages().normalised.present().col(i).any()) {
        std::cerr << index_.options().data << ": indicator " << index_.tree().code(i)
                  << " tells no unit apart and scores nothing\n";
      }
    }
    const eigen_index known = index_.stages().aggregated.present().col(index_.target()).count();
    if (known < index_.stages().aggregated.units()) {
      std::cerr << index_.options().data << ": " << index_.stages().aggregated.units() - known
                << " rows have no score of " << index_.tree().code(index_.target()) << '\n';
    }
  }

  void write_stages() const {
    const auto indicators = index_.node_codes(index_.tree().indicators());
    const auto nodes = index_.node_codes(index_.tree().size());
    write("denominated.csv",
          unit_table(index_.files().units, indicators, index_.stages().denominated));
    write("imputed.csv", unit_table(index_.files().units, indicators, index_.stages().imputed));
    write("treated.csv", unit_table(index_.files().units, indicators, index_.stages().treated));
    write("normalised.csv",
          unit_table(index_.files().units, indicators, index_.stages().normalised));
    write("aggregated.csv", unit_table(index_.files().units, nodes, index_.stages().aggregated));
    write("ranks.csv", unit_table(index_.files().units, nodes, index_.stages().ranks));
    write("results.csv", results());
    csv_text weights({"iCode", "Level", "Weight", "EffWeight"});
    const composite::column effective = effective_weights(index_.tree(), index_.tree().weights());
    for (eigen_index n = 0; n < index_.tree().size(); ++n) {
      weights.row({index_.tree().code(n), std::to_string(index_.tree().level(n)),
                   cell(index_.tree().weights()(n)), cell(effective(n))});
    }
    write("weights.csv", weights.text());
  }
  /// Units by year and rank, with all aggregates from the top down.
  [[nodiscard]] std::string results() const {
    std::vector<std::size_t> order(index_.files().units.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto rank_of = [&](std::size_t u) {
      return index_.stages().ranks.at(static_cast<eigen_index>(u), index_.target()).value_or(1e18);
    };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return std::pair(index_.files().units[a].time, rank_of(a)) <
             std::pair(index_.files().units[b].time, rank_of(b));
    });
    std::vector<std::string> titles{"uCode", "uName", "Time", "Rank"};
    for (eigen_index n = index_.tree().size() - 1; n >= index_.tree().indicators(); --n)
      titles.push_back(index_.tree().code(n));
    csv_text out(titles);
    for (const std::size_t u : order) {
      const auto row = static_cast<eigen_index>(u);
      std::vector<std::string> cells{index_.files().units[u].code, index_.files().units[u].name,
                                     cell(index_.files().units[u].time),
                                     cell(index_.stages().ranks.at(row, index_.target()))};
      for (eigen_index n = index_.tree().size() - 1; n >= index_.tree().indicators(); --n)
        cells.push_back(cell(index_.stages().aggregated.at(row, n)));
      out.row(cells);
    }
    return out.text();
  }

private:
  void write(const std::string& name, const std::string& text) const {
    io::write_file(std::filesystem::path(index_.options().out) / name, text);
  }

  const computed_index& index_;
};

}  // namespace

void run_index(const index_options& options) {
  if (options.out.empty() && wants_analyses(options))
    throw std::invalid_argument("the analyses write files; expected --out FOLDER");
  const computed_index index(options);
  const stage_writer stages(index);
  stages.warn_of_gaps();
  if (options.out.empty()) {
    std::cout << stages.results();
    return;
  }
  std::filesystem::create_directories(options.out);
  stages.write_stages();
  write_analyses(index);
}

}  // namespace daopai::program
