/// Checking a tree of indicators and laying it out in pre-order.
#ifndef DAOPAI_SCORING_DETAIL_BUILD_SYSTEM_HPP
#define DAOPAI_SCORING_DETAIL_BUILD_SYSTEM_HPP

#include <daopai/scoring/detail/check_indicator.hpp>
#include <daopai/scoring/detail/check_rule.hpp>
#include <daopai/scoring/system.hpp>

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace daopai::scoring {
namespace detail {

/// The whole as an indicator, so that it is scored as any heading is.
[[nodiscard]] inline indicator whole_of(const settings& s) {
  indicator whole{.id = indicator_key(""), .name = s.title};
  whole.points = s.points;
  whole.combine = s.combine;
  whole.at_most = s.at_most;
  whole.at_least = s.at_least;
  return whole;
}

/// Who stands below whom, by position in the list given; the whole stands at its end.
class forest {
public:
  forest(const std::vector<indicator>& given, const std::vector<std::string>& where,
         std::vector<problem>& problems)
      : given_(given), where_(where), parts_(given.size() + 1) {
    index_keys(problems);
    link(problems);
    walk();
    report_loops(problems);
  }

  /// The positions in pre-order, the whole first; indicators in a loop are left out.
  [[nodiscard]] const std::vector<std::size_t>& order() const { return order_; }
  [[nodiscard]] const std::vector<std::size_t>& parts(std::size_t i) const { return parts_[i]; }
  [[nodiscard]] std::size_t whole() const { return given_.size(); }

private:
  void index_keys(std::vector<problem>& problems) {
    for (std::size_t i = 0; i < given_.size(); ++i) {
      const std::string& id = given_[i].id.text();
      if (id.empty()) problems.push_back({"id-missing", where_[i], "an indicator needs an id"});
      if (!by_key_.emplace(id, i).second && !id.empty()) {
        problems.push_back({"id-twice", where_[i],
                            "indicator " + id + " stands twice; first at " + where_[by_key_[id]]});
      }
    }
  }

  void link(std::vector<problem>& problems) {
    for (std::size_t i = 0; i < given_.size(); ++i) {
      if (!given_[i].parent) {
        parts_[whole()].push_back(i);
        continue;
      }
      const auto parent = by_key_.find(given_[i].parent->text());
      if (parent != by_key_.end()) {
        parts_[parent->second].push_back(i);
      } else {
        problems.push_back(
            {"unknown-indicator", where_[i] + ".parent",
             given_[i].id.text() + ": there is no indicator " + given_[i].parent->text()});
      }
    }
  }

  void walk() {
    std::vector<std::size_t> open{whole()};
    while (!open.empty()) {
      const std::size_t next = open.back();
      open.pop_back();
      order_.push_back(next);
      open.insert(open.end(), parts_[next].rbegin(), parts_[next].rend());
    }
  }

  /// What hangs on a known parent and is not reached from the whole stands in or below a loop.
  void report_loops(std::vector<problem>& problems) const {
    std::vector<char> seen(given_.size() + 1);
    for (const std::size_t i : order_) seen[i] = 1;
    for (std::size_t start = 0; start < given_.size(); ++start) {
      std::string loop;
      std::size_t at = start;
      while (!seen[at] && given_[at].parent && by_key_.count(given_[at].parent->text()) != 0) {
        seen[at] = 1;
        loop += given_[at].id.text() + " -> ";
        at = by_key_.at(given_[at].parent->text());
      }
      if (at == start && !loop.empty()) {
        problems.push_back({"indicator-loop", where_[start],
                            "an indicator stands below itself: " + loop + given_[at].id.text()});
      }
    }
  }

  const std::vector<indicator>& given_;
  const std::vector<std::string>& where_;
  std::unordered_map<std::string, std::size_t> by_key_;
  std::vector<std::vector<std::size_t>> parts_;
  std::vector<std::size_t> order_;
};

}  // namespace detail

inline indicator_system_builder& indicator_system_builder::add(indicator given, std::string where) {
  if (where.empty()) where = "indicators[" + std::to_string(given_.size()) + "]";
  given_.push_back(std::move(given));
  where_.push_back(std::move(where));
  return *this;
}

namespace detail {

[[nodiscard]] inline std::vector<const indicator*> parts_of(const forest& tree, std::size_t i,
                                                            const std::vector<indicator>& given) {
  std::vector<const indicator*> parts;
  for (const std::size_t p : tree.parts(i)) parts.push_back(&given[p]);
  return parts;
}

[[nodiscard]] inline bool sums(const indicator& heading) {
  return std::holds_alternative<sum_of_points>(heading.combine);
}

}  // namespace detail

inline std::vector<problem> indicator_system_builder::problems() const {
  std::vector<problem> found = detail::check_settings(settings_);
  const detail::forest tree(given_, where_, found);
  const indicator whole = detail::whole_of(settings_);
  for (const std::size_t i : tree.order()) {
    const bool is_whole = i == tree.whole();
    detail::check_heading(is_whole ? whole : given_[i], detail::parts_of(tree, i, given_),
                          is_whole ? "indicators" : where_[i], found);
    if (!detail::sums(is_whole ? whole : given_[i])) continue;
    for (const std::size_t p : tree.parts(i))
      detail::check_points_in_sum(given_[p], where_[p], found);
  }
  for (std::size_t i = 0; i < given_.size(); ++i) {
    detail::check_indicator(given_[i], !tree.parts(i).empty(), {where_[i], settings_.bands}, found);
  }
  return found;
}

inline indicator_system indicator_system_builder::build() const {
  if (auto found = problems(); !found.empty()) throw invalid_input(std::move(found));
  return draft();
}

inline indicator_system indicator_system_builder::draft() const {
  std::vector<problem> known;
  const detail::forest tree(given_, where_, known);
  indicator_system built;
  built.settings_ = settings_;
  std::vector<std::size_t> parent_of(given_.size() + 1, 0);
  for (const std::size_t i : tree.order()) {
    const std::size_t at = built.nodes_.size();
    const bool is_whole = i == tree.whole();
    built.place(is_whole ? detail::whole_of(settings_) : given_[i], parent_of[i]);
    for (const std::size_t p : tree.parts(i)) parent_of[p] = at;
    const auto parts = detail::parts_of(tree, i, given_);
    detail::note_sums(built.given_[at], parts, is_whole ? "indicators" : where_[i], built.notes_);
    detail::note_weights(built.given_[at], parts, is_whole ? "indicators" : where_[i],
                         built.notes_);
  }
  return built;
}

inline void indicator_system::place(indicator given, std::size_t below) {
  const std::size_t at = nodes_.size();
  node next;
  if (at > 0) {
    nodes_[below].parts.emplace_back(at);
    next.parent = below;
    next.depth = nodes_[below].depth + 1;
    next.responsible = given.units.empty() ? nodes_[below].responsible : at;
    by_key_.emplace(given.id.text(), at);
  }
  const bool in_mean = !detail::sums(at == 0 ? given : given_[below]);
  next.points = given.points.value_or(detail::default_points(given, in_mean));
  next.weight = given.weight.value_or(given.points.value_or(1));
  nodes_.push_back(std::move(next));
  given_.push_back(std::move(given));
}

}  // namespace daopai::scoring

#endif  // DAOPAI_SCORING_DETAIL_BUILD_SYSTEM_HPP
