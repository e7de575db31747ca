#include "io/plan/goal_references.hpp"

#include "io/quote.hpp"

#include <unordered_set>

namespace daopai::io {
namespace {

using daopai::detail::place;
using id_set = std::unordered_set<std::string_view>;

const json::value* member(const json::value& v, std::string_view name) {
  const auto object = v.if_object();
  return object ? object->if_contains(name) : nullptr;
}

/// The ids in the list of that name, and in the lists of that name below its elements.
id_set ids_in(const json::value& root, std::string_view list) {
  id_set ids;
  std::vector<const json::value*> open{&root};
  while (!open.empty()) {
    const json::value* below = member(*open.back(), list);
    open.pop_back();
    if (below && below->is_object()) open.push_back(below);
    const auto array = below ? below->if_array() : std::nullopt;
    if (!array) continue;
    for (const json::value& thing : *array) {
      const json::value* id = member(thing, "id");
      if (id && id->is_string()) ids.insert(id->get_string());
      if (list == "indicators") open.push_back(&thing);
    }
  }
  return ids;
}

class checker {
public:
  explicit checker(const json::value& root)
      : tasks_(ids_in(root, "tasks")),
        units_(ids_in(root, "units")),
        indicators_(ids_in(root, "indicators")) {}

  template <class Thing>
  void check_doubles(const std::vector<Thing>& things, const char* list) {
    id_set seen;
    for (std::size_t i = 0; i < things.size(); ++i) {
      const std::string& id = things[i].id.text();
      if (id.empty() || seen.insert(id).second) continue;
      found_.push_back(
          {"duplicate-id", place(list, i),
           "the id " + quoted(id) + " stands twice in \"" + list + "\"; ids must be unique"});
    }
  }

  void check(const scoring::goal& g, const std::string& where) {
    for (std::size_t t = 0; t < g.tasks.size(); ++t) {
      check_name(tasks_, g.tasks[t].text(), "task", place(where + ".tasks", t));
    }
    if (indicators_.empty()) return;
    for (std::size_t i = 0; i < g.indicators.size(); ++i) {
      check_name(indicators_, g.indicators[i].text(), "indicator", place(where + ".indicators", i));
    }
  }

  void check(const scoring::quota& q, const std::string& where) {
    id_set given;
    for (std::size_t s = 0; s < q.shares.size(); ++s) {
      const std::string& to = q.shares[s].to.text();
      const std::string here = place(where + ".shares", s) + ".to";
      check_name(units_, to, "unit", here);
      if (to.empty() || given.insert(to).second) continue;
      found_.push_back({"doubled-id", here, quoted(to) + " is given two shares; expected one"});
    }
  }

  [[nodiscard]] std::vector<problem> take() { return std::move(found_); }

private:
  void check_name(const id_set& known, const std::string& name, const std::string& kind,
                  const std::string& where) {
    if (name.empty() || known.contains(name)) return;
    found_.push_back({"unknown-" + kind, where, "there is no " + kind + ' ' + quoted(name)});
  }

  id_set tasks_;
  id_set units_;
  id_set indicators_;
  std::vector<problem> found_{};
};

}  // namespace

std::vector<problem> check_references(const std::vector<scoring::goal>& goals,
                                      const std::vector<scoring::quota>& quotas,
                                      const json::value& root) {
  if (goals.empty() && quotas.empty()) return {};
  checker c(root);
  c.check_doubles(goals, "goals");
  c.check_doubles(quotas, "quotas");
  for (std::size_t g = 0; g < goals.size(); ++g) c.check(goals[g], place("goals", g));
  for (std::size_t q = 0; q < quotas.size(); ++q) c.check(quotas[q], place("quotas", q));
  return c.take();
}

}  // namespace daopai::io
