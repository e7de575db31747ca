/// The analytic hierarchy process (Saaty): weights from pairwise judgements, and how consistent
/// these are.
#ifndef DAOPAI_COMPOSITE_AHP_HPP
#define DAOPAI_COMPOSITE_AHP_HPP

#include <daopai/composite/judgements.hpp>

#include <array>
#include <cmath>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace daopai::composite {

/// How weights are taken from a matrix.
enum class ahp_method {
  eigenvector,     ///< of the largest eigenvalue (Saaty's; 特征值法)
  geometric_mean,  ///< of each row (logarithmic least squares; 方根法)
  column_mean      ///< of the columns made to sum to 1 (和法)
};

/// The random consistency index by which CI is divided. Published tables differ: a CR must say
/// which was used.
enum class random_index {
  saaty_1980,         ///< 0.58, 0.90, 1.12, 1.24, ... up to 10; usual in Chinese textbooks
  saaty_2000s,        ///< 0.52, 0.89, 1.11, 1.25, ... up to 15; Saaty's later ones
  donegan_dodd_1991,  ///< AHPy's default
  tummala_ling_1998,  ///< pymcdm's
  chinese_textbook    ///< 0.58, 0.90, 1.12, 1.24, ... 1.51, 1.48, 1.56, 1.57, 1.59, up to 15
};

/// Its name in sentences, such as "Saaty 1980".
[[nodiscard]] std::string name_of(random_index which);

/// The index for n things; 0 for n <= 2, nothing for n beyond the table.
[[nodiscard]] std::optional<double> random_index_of(random_index which, eigen_index n);

/// The judgement that is farthest, by ratio, from what the weights say.
struct doubtful_judgement {
  eigen_index row = 0;
  eigen_index column = 0;
  double given = 1;
  double implied = 1;  ///< weight of the row / weight of the column
};

struct ahp_result {
  column weights;  ///< sum to 1
  /// The largest eigenvalue; for the other methods its usual estimate, the mean of (A w)_i / w_i.
  double lambda_max = 0;
  double consistency_index = 0;  ///< (lambda_max - n) / (n - 1); 0 for n <= 2
  std::optional<double>
      consistency_ratio;  ///< CI / RI; 0 for n <= 2; nothing where the table has no RI for n
  /// 2 / ((n-1)(n-2)) x the sum over pairs of log(a_ij w_j / w_i)^2 (Aguaron & Moreno-Jimenez
  /// 2003); 0 for n <= 2.
  double geometric_consistency_index = 0;
  std::string table;                     ///< the name of the table RI is from
  doubtful_judgement most_inconsistent;  ///< judgement 1 of thing 0 against itself for n <= 2
};

/// Weights and consistency of a matrix; missing judgements are completed first. O(n^3).
/// @throws invalid_input as complete().
[[nodiscard]] ahp_result ahp(const judgements& matrix, ahp_method method = ahp_method::eigenvector,
                             random_index table = random_index::saaty_1980);

/// A hierarchy of two levels: criteria, and what is judged under each of them.
struct ahp_hierarchy {
  ahp_result criteria;
  std::vector<ahp_result> below;  ///< one for each criterion, all over the same things
  column total;                   ///< the things' weights over all criteria; sum to 1
  /// Sum of criterion weight x CI over sum of criterion weight x RI; nothing where a matrix has no
  /// RI.
  std::optional<double> consistency_ratio;
};

/// @throws invalid_input as ahp(), or if there is not one matrix of equal size for each criterion.
[[nodiscard]] ahp_hierarchy ahp_of_hierarchy(const judgements& criteria,
                                             std::span<const judgements> below,
                                             ahp_method method = ahp_method::eigenvector,
                                             random_index table = random_index::saaty_1980);

namespace detail {

[[nodiscard]] inline std::span<const double> random_indices(random_index which) {
  static constexpr std::array<double, 10> saaty_1980{0,    0,    0.58, 0.90, 1.12,
                                                     1.24, 1.32, 1.41, 1.45, 1.49};
  static constexpr std::array<double, 15> saaty_2000s{
      0, 0, 0.52, 0.89, 1.11, 1.25, 1.35, 1.40, 1.45, 1.49, 1.52, 1.54, 1.56, 1.58, 1.59};
  static constexpr std::array<double, 15> donegan_dodd{0,      0,      0.4914, 0.8286, 1.0591,
                                                       1.1797, 1.2519, 1.3171, 1.3733, 1.4055,
                                                       1.4213, 1.4497, 1.4643, 1.4822, 1.4969};
  static constexpr std::array<double, 15> tummala_ling{0,      0,      0.5799, 0.8921, 1.1159,
                                                       1.2358, 1.3322, 1.3952, 1.4537, 1.4882,
                                                       1.5117, 1.5356, 1.5571, 1.5714, 1.5831};
  static constexpr std::array<double, 15> textbook{0,    0,    0.58, 0.90, 1.12, 1.24, 1.32, 1.41,
                                                   1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59};
  switch (which) {
    case random_index::saaty_1980: return saaty_1980;
    case random_index::saaty_2000s: return saaty_2000s;
    case random_index::donegan_dodd_1991: return donegan_dodd;
    case random_index::tummala_ling_1998: return tummala_ling;
    case random_index::chinese_textbook: break;
  }
  return textbook;
}

[[nodiscard]] inline column ahp_weights(const table& a, ahp_method method) {
  column w;
  double value = 0;
  switch (method) {
    case ahp_method::eigenvector: return perron_vector(a.matrix(), value);
    case ahp_method::geometric_mean: w = a.log().rowwise().mean().exp(); break;
    case ahp_method::column_mean: w = (a.rowwise() / a.colwise().sum()).rowwise().mean(); break;
  }
  return w / w.sum();
}

[[nodiscard]] inline doubtful_judgement most_doubtful(const table& a, const column& w) {
  doubtful_judgement worst;
  double farthest = 0;
  for (eigen_index i = 0; i < a.rows(); ++i) {
    for (eigen_index j = i + 1; j < a.rows(); ++j) {
      const double off = std::abs(std::log(a(i, j) * w(j) / w(i)));
      if (off <= farthest) continue;
      farthest = off;
      worst = {i, j, a(i, j), w(i) / w(j)};
    }
  }
  return worst;
}

/// 2 / ((n-1)(n-2)) times the sum of squared errors of the pairs.
[[nodiscard]] inline double geometric_consistency(const table& a, const column& w) {
  const auto n = static_cast<double>(a.rows());
  double sum = 0;
  for (eigen_index j = 1; j < a.rows(); ++j) {
    sum += (a.col(j).head(j) * w(j) / w.head(j)).log().square().sum();
  }
  return 2 * sum / ((n - 1) * (n - 2));
}

}  // namespace detail

inline std::string name_of(random_index which) {
  switch (which) {
    case random_index::saaty_1980: return "Saaty 1980";
    case random_index::saaty_2000s: return "Saaty 2000s";
    case random_index::donegan_dodd_1991: return "Donegan & Dodd 1991";
    case random_index::tummala_ling_1998: return "Tummala & Ling 1998";
    case random_index::chinese_textbook: break;
  }
  return "Chinese textbook";
}

inline std::optional<double> random_index_of(random_index which, eigen_index n) {
  const auto values = detail::random_indices(which);
  if (n <= 2) return 0;
  if (n > static_cast<eigen_index>(values.size())) return std::nullopt;
  return values[static_cast<std::size_t>(n - 1)];
}

inline ahp_result ahp(const judgements& matrix, ahp_method method, random_index table_of) {
  const table a = complete(matrix).values();
  const eigen_index n = a.rows();
  ahp_result result;
  result.table = name_of(table_of);
  result.weights = detail::ahp_weights(a, method);
  const column& w = result.weights;
  const column products = a.matrix() * w.matrix();
  result.lambda_max = (products / w).mean();
  result.consistency_ratio = 0;
  if (n <= 2) return result;
  result.consistency_index =
      (result.lambda_max - static_cast<double>(n)) / static_cast<double>(n - 1);
  const std::optional<double> ri = random_index_of(table_of, n);
  result.consistency_ratio = ri ? std::optional(result.consistency_index / *ri) : std::nullopt;
  result.geometric_consistency_index = detail::geometric_consistency(a, w);
  result.most_inconsistent = detail::most_doubtful(a, w);
  return result;
}

inline ahp_hierarchy ahp_of_hierarchy(const judgements& criteria, std::span<const judgements> below,
                                      ahp_method method, random_index table_of) {
  const auto other_size = [&](const judgements& m) { return m.size() != below.front().size(); };
  if (static_cast<eigen_index>(below.size()) != criteria.size() ||
      std::any_of(below.begin(), below.end(), other_size)) {
    throw invalid_input(
        {{"hierarchy", "", "expected one matrix of equal size for each criterion"}});
  }
  ahp_hierarchy result{ahp(criteria, method, table_of), {}, column::Zero(below.front().size()), {}};
  double ci = 0;
  std::optional<double> ri = 0;
  for (std::size_t c = 0; c < below.size(); ++c) {
    const double weight = result.criteria.weights(static_cast<eigen_index>(c));
    result.below.push_back(ahp(below[c], method, table_of));
    result.total += weight * result.below.back().weights;
    ci += weight * result.below.back().consistency_index;
    const std::optional<double> own = random_index_of(table_of, below[c].size());
    ri = ri && own ? std::optional(*ri + weight * *own) : std::nullopt;
  }
  if (ri) result.consistency_ratio = *ri > 0 ? ci / *ri : 0;
  return result;
}

}  // namespace daopai::composite

#endif  // DAOPAI_COMPOSITE_AHP_HPP
