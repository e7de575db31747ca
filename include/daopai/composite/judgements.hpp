/// Pairwise judgements of the analytic hierarchy process: how many times as important one thing is
/// as another.
#ifndef DAOPAI_COMPOSITE_JUDGEMENTS_HPP
#define DAOPAI_COMPOSITE_JUDGEMENTS_HPP

#include <daopai/composite/detail/eigen_solvers.hpp>
#include <daopai/composite/observations.hpp>

#include <cmath>
#include <string>
#include <vector>

namespace daopai::composite {

/// A reciprocal matrix of judgements: cell (i, j) says how many times as important i is as j; 1 on
/// the diagonal; (i, j) x (j, i) = 1. Judgements may be missing, then on both sides. Immutable and
/// valid.
class judgements {
public:
  /// From all cells. A cell given on one side alone fills the other; reciprocals may be off by the
  /// rounding of a printed table (0.33 for 1/3): within 5 %, the side above 1 counts.
  /// @throws invalid_input if not square or empty, or naming every cell that is not positive or not
  /// reciprocal.
  explicit judgements(const observations& cells);
  explicit judgements(const table& cells) : judgements(observations(cells)) {}

  [[nodiscard]] eigen_index size() const { return cells_.units(); }
  [[nodiscard]] bool is_complete() const { return cells_.is_complete(); }
  /// 0 where missing.
  [[nodiscard]] const table& values() const { return cells_.values(); }
  [[nodiscard]] bool has(eigen_index i, eigen_index j) const { return cells_.present()(i, j); }

private:
  observations cells_;
};

/// The missing judgements completed so that the largest eigenvalue, and with it the inconsistency,
/// is least (Bozoki, Fulop & Ronyai (2010), Mathematical and Computer Modelling 52, 318-333). The
/// optimum is unique where the known judgements connect everything. @throws invalid_input naming
/// what is not connected with the first.
[[nodiscard]] judgements complete(const judgements& incomplete);

/// One matrix from several experts': the geometric mean of each judgement, weighted by the experts'
/// weights, which keeps reciprocals (Aczel & Saaty (1983)). A judgement missing from some is the
/// others'.
/// @throws invalid_input if there is none, sizes differ, or the weights are not one for each and
/// positive in sum.
[[nodiscard]] judgements combine(const std::vector<judgements>& experts,
                                 const std::vector<double>& weights = {});

namespace detail {

/// The largest eigenvalue of a positive matrix with its right and left eigenvectors (Perron), each
/// summing to 1.
struct perron {
  double value = 0;
  column right;
  column left;
};

[[nodiscard]] inline column perron_vector(const Eigen::MatrixXd& positive, double& value) {
  const Eigen::EigenSolver<Eigen::MatrixXd> solver(positive);
  eigen_index largest = 0;
  solver.eigenvalues().real().maxCoeff(&largest);
  value = solver.eigenvalues()(largest).real();
  const column vector = solver.eigenvectors().col(largest).real().array().abs();
  return vector / vector.sum();
}

[[nodiscard]] inline perron perron_of(const table& positive) {
  perron result;
  result.right = perron_vector(positive.matrix(), result.value);
  result.left = perron_vector(positive.matrix().transpose(), result.value);
  return result;
}

/// "judgement (2, 0)", both counted from 0.
[[nodiscard]] inline std::string judgement_name(eigen_index i, eigen_index j) {
  return "judgement (" + std::to_string(i) + ", " + std::to_string(j) + ")";
}

/// Makes cells (i, j) and (j, i) one judgement.
inline void reconcile(eigen_index i, eigen_index j, table& values, mask& present,
                      std::vector<problem>& problems) {
  for (const auto& [a, b] : {std::pair{i, j}, std::pair{j, i}}) {
    if (present(a, b) && !(values(a, b) > 0)) {
      problems.push_back(
          {"bad-judgement", judgement_name(a, b), "the judgement must be greater than 0"});
      return;
    }
  }
  if (!present(i, j) && !present(j, i)) return;
  if (present(i, j) && present(j, i) && std::abs(values(i, j) * values(j, i) - 1) > 0.05) {
    problems.push_back(
        {"not-reciprocal", judgement_name(i, j),
         "(i, j) times (j, i) is " + std::to_string(values(i, j) * values(j, i)) + "; expected 1"});
  }
  const bool first = present(i, j) && (!present(j, i) || values(i, j) >= 1);
  const bool exact =
      present(i, j) && present(j, i) && std::abs(values(i, j) * values(j, i) - 1) < 1e-12;
  if (!exact && first) values(j, i) = 1 / values(i, j);
  if (!exact && !first) values(i, j) = 1 / values(j, i);
  present(i, j) = present(j, i) = true;
}

/// What the known judgements connect with thing 0.
[[nodiscard]] inline std::vector<bool> connected(const judgements& m) {
  std::vector<bool> seen(static_cast<std::size_t>(m.size()), false);
  std::vector<eigen_index> open{0};
  seen[0] = true;
  while (!open.empty()) {
    const eigen_index i = open.back();
    open.pop_back();
    for (eigen_index j = 0; j < m.size(); ++j) {
      if (seen[static_cast<std::size_t>(j)] || !m.has(i, j)) continue;
      seen[static_cast<std::size_t>(j)] = true;
      open.push_back(j);
    }
  }
  return seen;
}

/// @throws invalid_input naming what no known judgements lead to.
inline void require_connected(const judgements& m) {
  std::vector<problem> problems;
  const std::vector<bool> reached = connected(m);
  for (std::size_t i = 0; i < reached.size(); ++i) {
    if (reached[i]) continue;
    problems.push_back(
        {"unconnected", std::to_string(i), "no known judgements lead from it to the first"});
  }
  throw_if_any(std::move(problems));
}

/// The logarithmic least squares weights of an incomplete matrix: where completing starts.
[[nodiscard]] inline column start_weights(const judgements& m) {
  const eigen_index n = m.size();
  Eigen::MatrixXd laplacian = Eigen::MatrixXd::Constant(n, n, 1.0 / static_cast<double>(n));
  Eigen::VectorXd right = Eigen::VectorXd::Zero(n);
  for (eigen_index i = 0; i < n; ++i) {
    for (eigen_index j = 0; j < n; ++j) {
      if (i == j || !m.has(i, j)) continue;
      laplacian(i, i) += 1;
      laplacian(i, j) -= 1;
      right(i) += std::log(m.values()(i, j));
    }
  }
  return laplacian.ldlt().solve(right).array().exp();
}

/// How log(a_ij) must move for the largest eigenvalue to stop falling: half the log of the ratio of
/// its two derivatives. Of the sign of the descent, and 0 at the optimum.
[[nodiscard]] inline double step_of(const table& a, eigen_index i, eigen_index j) {
  const perron p = perron_of(a);
  return 0.5 * std::log(a(j, i) * p.left(j) * p.right(i) / (a(i, j) * p.left(i) * p.right(j)));
}

/// Moves one missing judgement to the optimum, the others held: secant steps on a monotone
/// derivative. Returns the way.
[[nodiscard]] inline double settle(table& a, eigen_index i, eigen_index j) {
  const double start = std::log(a(i, j));
  double at = start;
  double step = step_of(a, i, j);
  double slope = 1;
  for (int round = 0; round < 50 && std::abs(step) > 1e-15; ++round) {
    const double move = step * slope;
    at += move;
    a(i, j) = std::exp(at);
    a(j, i) = std::exp(-at);
    const double next = step_of(a, i, j);
    slope = std::clamp(move / (step - next), 0.1, 20.0);
    if (!(std::abs(step - next) > 1e-16)) break;
    step = next;
  }
  return std::abs(at - start);
}

}  // namespace detail

inline judgements::judgements(const observations& cells) {
  const eigen_index n = cells.units();
  if (n == 0 || n != cells.indicators()) {
    throw invalid_input(
        {{"not-square", "", "a judgement matrix has as many rows as columns, and at least one"}});
  }
  std::vector<problem> problems;
  table values = cells.values();
  mask present = cells.present();
  for (eigen_index i = 0; i < n; ++i) {
    if (present(i, i) && std::abs(values(i, i) - 1) > 1e-9) {
      problems.push_back(
          {"bad-diagonal", detail::judgement_name(i, i), "a thing against itself must be 1"});
    }
    values(i, i) = 1;
    present(i, i) = true;
    for (eigen_index j = i + 1; j < n; ++j) detail::reconcile(i, j, values, present, problems);
  }
  detail::throw_if_any(std::move(problems));
  cells_ = observations(std::move(values), std::move(present));
}

inline judgements complete(const judgements& incomplete) {
  if (incomplete.is_complete()) return incomplete;
  detail::require_connected(incomplete);
  table a = incomplete.values();
  const column w = detail::start_weights(incomplete);
  std::vector<std::pair<eigen_index, eigen_index>> missing;
  for (eigen_index i = 0; i < a.rows(); ++i) {
    for (eigen_index j = 0; j < a.rows(); ++j) {
      if (incomplete.has(i, j)) continue;
      a(i, j) = w(i) / w(j);
      if (i < j) missing.emplace_back(i, j);
    }
  }
  double moved = 1;
  for (int round = 0; round < 200 && moved > 1e-13; ++round) {
    moved = 0;
    for (const auto& [i, j] : missing) moved = std::max(moved, detail::settle(a, i, j));
  }
  return judgements(a);
}

inline judgements combine(const std::vector<judgements>& experts,
                          const std::vector<double>& weights) {
  const auto bad = [&](const judgements& m) { return m.size() != experts.front().size(); };
  if (experts.empty() || std::any_of(experts.begin(), experts.end(), bad)) {
    throw invalid_input({{"experts", "", "expected at least one matrix, all of one size"}});
  }
  const bool usable = std::all_of(weights.begin(), weights.end(),
                                  [](double w) { return w >= 0 && std::isfinite(w); });
  if (!weights.empty() && (weights.size() != experts.size() || !usable)) {
    throw invalid_input({{"expert-weights", "", "expected one weight >= 0 for each expert"}});
  }
  const eigen_index n = experts.front().size();
  table logs = table::Zero(n, n);
  table total = table::Zero(n, n);
  for (std::size_t e = 0; e < experts.size(); ++e) {
    const double weight = weights.empty() ? 1 : weights[e];
    const auto& given = experts[e].values();
    logs += (given > 0).select(weight * given.max(1e-300).log(), 0.0);
    total += weight * (given > 0).cast<double>();
  }
  const mask known = total > 0;
  return judgements(observations(known.select((logs / total.max(1e-300)).exp(), 0.0), known));
}

}  // namespace daopai::composite

#endif  // DAOPAI_COMPOSITE_JUDGEMENTS_HPP
