/// Directed graphs as flat lists of successors.
#ifndef DAOPAI_PLAN_DETAIL_SUCCESSOR_LISTS_HPP
#define DAOPAI_PLAN_DETAIL_SUCCESSOR_LISTS_HPP

#include <daopai/plan/detail/row_view.hpp>

#include <cstdint>
#include <vector>

namespace daopai::detail {

struct arc {
  std::uint32_t from;
  std::uint32_t to;
};

/// Successors of each node as one flat list (compressed sparse rows).
class successor_lists {
public:
  /// @tparam Arc  has the members `from` and `to`
  template <class Arc>
  successor_lists(std::size_t nodes, const std::vector<Arc>& arcs)
      : first_(nodes + 1, 0), successor_(arcs.size()) {
    for (const Arc& a : arcs) ++first_[a.from + 1];
    for (std::size_t n = 0; n < nodes; ++n) first_[n + 1] += first_[n];
    std::vector<std::uint32_t> at = first_;
    for (const Arc& a : arcs) successor_[at[a.from]++] = a.to;
  }
  [[nodiscard]] std::size_t size() const { return first_.size() - 1; }
  [[nodiscard]] row_view<std::uint32_t> operator[](std::uint32_t n) const {
    return {successor_.data() + first_[n], first_[n + 1] - first_[n]};
  }

private:
  std::vector<std::uint32_t> first_;
  std::vector<std::uint32_t> successor_;
};

}  // namespace daopai::detail

#endif  // DAOPAI_PLAN_DETAIL_SUCCESSOR_LISTS_HPP
