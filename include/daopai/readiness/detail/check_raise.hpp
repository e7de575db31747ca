/// Checks one raise against the indicator system.
#ifndef DAOPAI_READINESS_DETAIL_CHECK_RAISE_HPP
#define DAOPAI_READINESS_DETAIL_CHECK_RAISE_HPP

#include <daopai/plan/detail/words.hpp>
#include <daopai/readiness/campaign.hpp>
#include <daopai/readiness/detail/goodness.hpp>

namespace daopai::readiness::detail {

class raise_checker {
public:
  struct resolved {
    object_id object;
    indicator_id indicator;
    decimal to;
  };

  raise_checker(const assessed& scored, std::vector<problem>& found, const std::string& where)
      : system_(scored.system), table_(scored.table), found_(found), where_(where) {}

  [[nodiscard]] std::optional<resolved> resolve(const raise& r) {
    const std::size_t before = found_.size();
    const auto object = object_of(r);
    const auto leaf = leaf_of(r);
    if (leaf) check_values(r, *leaf);
    if (!object || !leaf || found_.size() != before) return std::nullopt;
    return resolved{*object, *leaf, value_of(r, *leaf)};
  }

private:
  void report(const char* code, const char* field, std::string message) {
    found_.push_back({code, where_ + field, std::move(message)});
  }

  [[nodiscard]] std::optional<object_id> object_of(const raise& r) {
    using daopai::detail::in_quotes;
    if (!r.object) {
      if (table_.objects() == 1) return object_id(0);
      report("object-missing", "",
             "there are " + std::to_string(table_.objects()) +
                 " objects; expected \"object\" to say whose indicator is raised");
      return std::nullopt;
    }
    const auto found = table_.find(*r.object);
    if (!found) {
      report("unknown-object", ".object", "there is no object " + in_quotes(r.object->text()));
    }
    return found;
  }

  [[nodiscard]] std::optional<indicator_id> leaf_of(const raise& r) {
    const std::string name = daopai::detail::in_quotes(r.indicator.text());
    const auto found = system_.find(r.indicator);
    if (!found) {
      report("unknown-indicator", ".indicator", "there is no indicator " + name);
      return std::nullopt;
    }
    if (!system_.is_leaf(*found)) {
      report("raise-of-heading", ".indicator",
             name + " is a heading; expected one of the indicators below it");
      return std::nullopt;
    }
    return found;
  }

  void check_values(const raise& r, indicator_id leaf) {
    check_one(r, leaf, r.to, r.label, ".to");
    if (r.from) check_one(r, leaf, *r.from, "", ".from");
    if (r.from && improves(system_.at(leaf), std::nullopt, r.to, *r.from)) {
      report("raise-backwards", ".from",
             to_string(*r.from) + " is better than " + to_string(r.to) + " for " +
                 daopai::detail::in_quotes(r.indicator.text()) + "; expected a worse start");
    }
    if (r.when == raised::in_proportion && !is_gradual(system_.at(leaf))) {
      report("not-gradual", ".when",
             daopai::detail::in_quotes(r.indicator.text()) +
                 " knows nothing between its levels; expected \"on-finish\"");
    }
  }

  /// As an observation of that value would be checked.
  void check_one(const raise& r, indicator_id leaf, decimal value, const std::string& label,
                 const char* field) {
    scoring::observation as_seen{.object = scoring::object_key(""), .indicator = r.indicator};
    if (label.empty()) {
      as_seen.value = value;
      scoring::detail::check_value(as_seen, system_, leaf, where_ + field, found_);
    } else {
      scoring::detail::check_label(
          as_seen = {.object = as_seen.object, .indicator = r.indicator, .label = label},
          system_.at(leaf), where_ + field, found_);
    }
  }

  [[nodiscard]] decimal value_of(const raise& r, indicator_id leaf) const {
    if (r.label.empty()) return r.to;
    const auto& table = *scoring::detail::labels_of(system_.at(leaf).rule);
    return decimal{scoring::detail::find_level(table, r.label) - table.data() + 1};
  }

  const scoring::indicator_system& system_;
  const scoring::observation_table& table_;
  std::vector<problem>& found_;
  const std::string& where_;
};

}  // namespace daopai::readiness::detail

#endif  // DAOPAI_READINESS_DETAIL_CHECK_RAISE_HPP
