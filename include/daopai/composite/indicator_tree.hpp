/// The tree an index is built on: indicators at the leaves, aggregates above, weights and
/// directions.
#ifndef DAOPAI_COMPOSITE_INDICATOR_TREE_HPP
#define DAOPAI_COMPOSITE_INDICATOR_TREE_HPP

#include <daopai/composite/observations.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace daopai::composite {

enum class direction : signed char { lower_is_better = -1, higher_is_better = 1 };

/// One indicator or aggregate, as the user lists it. Whatever no other entry names as its parent is
/// an indicator.
struct indicator_entry {
  std::string code;    ///< unique
  std::string parent;  ///< the code of the aggregate it belongs to; empty at the top
  double weight = 1;   ///< relative to its siblings; not negative
  direction sense = direction::higher_is_better;  ///< of an indicator; aggregates have none
};

/// A valid tree (or several, each with its own top), immutable. Nodes are numbered: first the
/// indicators in the order they were listed, so that node i < indicators() is column i of the
/// observations; then the aggregates, lower levels first and by code within a level, so that
/// children come before their parents. Branches may differ in depth: the level of an indicator is
/// 1, that of an aggregate one above its highest child.
class indicator_tree {
public:
  indicator_tree() = default;
  /// O(n log n). @throws invalid_input with every empty or repeated code, unknown parent, weight
  /// that is negative or not finite, and loop.
  explicit indicator_tree(const std::vector<indicator_entry>& entries);

  [[nodiscard]] eigen_index size() const { return static_cast<eigen_index>(codes_.size()); }
  [[nodiscard]] eigen_index indicators() const { return indicators_; }
  [[nodiscard]] eigen_index aggregates() const { return size() - indicators_; }
  [[nodiscard]] int levels() const {
    return levels_.empty() ? 0 : *std::max_element(levels_.begin(), levels_.end());
  }

  [[nodiscard]] const std::string& code(eigen_index node) const { return codes_[at(node)]; }
  [[nodiscard]] int level(eigen_index node) const { return levels_[at(node)]; }
  /// The aggregate a node belongs to, or nothing at the top.
  [[nodiscard]] std::optional<eigen_index> parent(eigen_index node) const {
    if (parents_[at(node)] < 0) return std::nullopt;
    return parents_[at(node)];
  }
  /// The members of an aggregate in the order they were listed; empty for an indicator.
  [[nodiscard]] std::span<const eigen_index> children(eigen_index node) const {
    return std::span(children_).subspan(starts_[at(node)],
                                        starts_[at(node) + 1] - starts_[at(node)]);
  }
  [[nodiscard]] std::optional<eigen_index> find(const std::string& code) const {
    const auto found = nodes_.find(code);
    if (found == nodes_.end()) return std::nullopt;
    return found->second;
  }
  /// The ancestor of a node (or itself) at a level; nothing where its branch skips that level.
  [[nodiscard]] std::optional<eigen_index> ancestor(eigen_index node, int level) const;
  /// The indicators below a node in node order; an indicator is below itself.
  [[nodiscard]] std::vector<eigen_index> indicators_below(eigen_index node) const;

  /// As listed, one for each node.
  [[nodiscard]] const column& weights() const { return weights_; }
  /// +1 or -1, one for each indicator.
  [[nodiscard]] const column& directions() const { return directions_; }

private:
  using entries_span = std::span<const indicator_entry>;
  [[nodiscard]] static std::size_t at(eigen_index node) { return static_cast<std::size_t>(node); }
  std::vector<eigen_index> entry_parents(entries_span entries, std::vector<problem>& problems);
  static std::vector<int> entry_levels(entries_span entries,
                                       const std::vector<eigen_index>& parents,
                                       std::vector<problem>& problems);
  void number_nodes(entries_span entries, const std::vector<eigen_index>& parents,
                    const std::vector<int>& levels);

  std::vector<std::string> codes_;
  std::vector<int> levels_;
  std::vector<eigen_index> parents_;
  std::vector<std::size_t> starts_;
  std::vector<eigen_index> children_;
  std::unordered_map<std::string, eigen_index> nodes_;
  column weights_;
  column directions_;
  eigen_index indicators_ = 0;
};

inline indicator_tree::indicator_tree(const std::vector<indicator_entry>& entries) {
  std::vector<problem> problems;
  const std::vector<eigen_index> parents = entry_parents(entries, problems);
  const std::vector<int> levels = entry_levels(entries, parents, problems);
  detail::throw_if_any(std::move(problems));
  number_nodes(entries, parents, levels);
}

/// The parent of each entry as its place in the list, -1 at the top; checks what each entry says by
/// itself.
inline std::vector<eigen_index> indicator_tree::entry_parents(entries_span entries,
                                                              std::vector<problem>& problems) {
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const auto& [code, parent, weight, sense] = entries[i];
    if (code.empty()) {
      problems.push_back({"empty-code", "entry " + std::to_string(i), "an indicator needs a code"});
    } else if (!nodes_.emplace(code, static_cast<eigen_index>(i)).second) {
      problems.push_back({"duplicate-code", code, "the code stands twice; expected each once"});
    }
    if (!(weight >= 0) || std::isinf(weight)) {
      problems.push_back({"bad-weight", code, "the weight must be finite and not negative"});
    }
  }
  std::vector<eigen_index> parents;
  for (const indicator_entry& entry : entries) {
    const auto found = nodes_.find(entry.parent);
    parents.push_back(entry.parent.empty() || found == nodes_.end() ? -1 : found->second);
    if (!entry.parent.empty() && found == nodes_.end()) {
      problems.push_back(
          {"unknown-parent", entry.code, "its parent " + entry.parent + " is not among the codes"});
    }
  }
  return parents;
}

/// Peels the tree from the leaves upwards; what cannot be peeled hangs on a loop.
inline std::vector<int> indicator_tree::entry_levels(entries_span entries,
                                                     const std::vector<eigen_index>& parents,
                                                     std::vector<problem>& problems) {
  std::vector<int> levels(entries.size(), 1);
  std::vector<std::size_t> open_children(entries.size(), 0);
  for (const eigen_index parent : parents) {
    if (parent >= 0) ++open_children[at(parent)];
  }
  std::vector<eigen_index> ready;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (open_children[i] == 0) ready.push_back(static_cast<eigen_index>(i));
  }
  for (std::size_t next = 0; next < ready.size(); ++next) {
    const eigen_index parent = parents[at(ready[next])];
    if (parent < 0) continue;
    levels[at(parent)] = std::max(levels[at(parent)], levels[at(ready[next])] + 1);
    if (--open_children[at(parent)] == 0) ready.push_back(parent);
  }
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (open_children[i] > 0) {
      problems.push_back(
          {"loop", entries[i].code, "the chain of its parents leads back to it; expected a tree"});
    }
  }
  return levels;
}

inline void indicator_tree::number_nodes(entries_span entries,
                                         const std::vector<eigen_index>& parents,
                                         const std::vector<int>& levels) {
  std::vector<std::size_t> order(entries.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    if (levels[a] != levels[b]) return levels[a] < levels[b];
    return levels[a] > 1 && entries[a].code < entries[b].code;
  });
  indicators_ = std::count(levels.begin(), levels.end(), 1);
  weights_.resize(static_cast<eigen_index>(entries.size()));
  directions_.resize(indicators_);
  std::vector<std::vector<eigen_index>> members(entries.size());
  std::vector<eigen_index> node_of(entries.size());
  for (std::size_t n = 0; n < order.size(); ++n) node_of[order[n]] = static_cast<eigen_index>(n);
  for (std::size_t e = 0; e < entries.size(); ++e) {
    if (parents[e] >= 0) members[at(node_of[at(parents[e])])].push_back(node_of[e]);
  }
  for (std::size_t n = 0; n < order.size(); ++n) {
    const indicator_entry& entry = entries[order[n]];
    const eigen_index parent = parents[order[n]];
    const auto node = static_cast<eigen_index>(n);
    codes_.push_back(entry.code);
    nodes_[entry.code] = node;
    levels_.push_back(levels[order[n]]);
    parents_.push_back(parent < 0 ? -1 : node_of[at(parent)]);
    weights_(node) = entry.weight;
    if (node < indicators_) directions_(node) = static_cast<double>(entry.sense);
    starts_.push_back(children_.size());
    children_.insert(children_.end(), members[n].begin(), members[n].end());
  }
  starts_.push_back(children_.size());
}

inline std::optional<eigen_index> indicator_tree::ancestor(eigen_index node, int level) const {
  std::optional<eigen_index> at_level = node;
  while (at_level && this->level(*at_level) < level) at_level = parent(*at_level);
  if (!at_level || this->level(*at_level) != level) return std::nullopt;
  return at_level;
}

inline std::vector<eigen_index> indicator_tree::indicators_below(eigen_index node) const {
  std::vector<eigen_index> found;
  std::vector<eigen_index> open{node};
  while (!open.empty()) {
    const eigen_index next = open.back();
    open.pop_back();
    if (next < indicators_) found.push_back(next);
    const auto below = children(next);
    open.insert(open.end(), below.begin(), below.end());
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace daopai::composite

#endif  // DAOPAI_COMPOSITE_INDICATOR_TREE_HPP
