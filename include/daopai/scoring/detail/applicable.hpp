/// Which objects an indicator is for.
#ifndef DAOPAI_SCORING_DETAIL_APPLICABLE_HPP
#define DAOPAI_SCORING_DETAIL_APPLICABLE_HPP

#include <daopai/scoring/observation.hpp>

#include <utility>
#include <vector>

namespace daopai::scoring::detail {

/// Which objects each indicator is for, its headings' restrictions included.
class applicable {
public:
  applicable(const indicator_system& system, const observation_table& table) : own_(system.size()) {
    for (std::size_t i = 1; i < system.size(); ++i) {
      const applicability& to = system.at(indicator_id{i}).applies_to;
      const std::size_t above = system.parent(indicator_id{i})->index();
      own_[i] = own_[above];
      if (!to.to_all()) restrict(own_[i], to, table);
    }
  }
  [[nodiscard]] bool operator()(object_id o, indicator_id i) const {
    return own_[i.index()].empty() || own_[i.index()][o.index()];
  }
  [[nodiscard]] bool to_all(indicator_id i) const { return own_[i.index()].empty(); }

private:
  static void restrict(std::vector<bool>& to_whom, const applicability& to,
                       const observation_table& table) {
    std::vector<bool> listed(table.objects());
    for (const auto& id : to.objects) {
      if (const auto o = table.find(id)) listed[o->index()] = true;
    }
    for (std::size_t o = 0; o < listed.size(); ++o) {
      const auto& known = table.at(object_id{o}).attributes;
      for (const auto& a : to.attributes) {
        const auto found = known.find(a.name);
        if (found != known.end() && found->second == a.equals) listed[o] = true;
      }
      if (!to_whom.empty() && !to_whom[o]) listed[o] = false;
    }
    to_whom = std::move(listed);
  }

  std::vector<std::vector<bool>> own_;  ///< empty: all
};

}  // namespace daopai::scoring::detail

#endif  // DAOPAI_SCORING_DETAIL_APPLICABLE_HPP
