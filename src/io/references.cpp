#include "io/references.hpp"

#include "io/place.hpp"
#include "io/quote.hpp"

#include <algorithm>
#include <charconv>

namespace daopai::io {
namespace {

constexpr std::size_t most_comparisons = 3'000'000;

/// The text of a field of an object, or nothing.
std::string_view field_text(const json::value& v, std::string_view field) {
  const auto object = v.if_object();
  const json::value* text = object ? object->if_contains(field) : nullptr;
  return text && text->is_string() ? text->get_string() : std::string_view();
}

/// The id that stands at a reference: bare, or the `task` of a dependency.
std::string_view id_at(const json::value* v) {
  if (!v) return {};
  return v->is_string() ? v->get_string() : field_text(*v, "task");
}

void add_ids(const json::value& root, const char* list, std::vector<std::string_view>& ids) {
  const json::value* things = root.get_object().if_contains(list);
  if (!things || !things->is_array()) return;
  for (const json::value& thing : things->get_array()) {
    if (const std::string_view id = field_text(thing, "id"); !id.empty()) ids.push_back(id);
  }
}

/// The id of the thing that refers: tasks[3] of tasks[3].after[1].
std::string_view owner_of(const json::value& root, std::string_view where) {
  const json::value* owner = value_at(root, where.substr(0, where.find(']') + 1));
  return owner ? field_text(*owner, "id") : std::string_view();
}

const json::value* element_of(const json::value& v, std::string_view digits) {
  std::size_t index = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), index);
  const auto array = v.if_array();
  return array ? array->if_contains(index) : nullptr;
}

const json::value* field_of(const json::value& v, std::string_view name) {
  const auto object = v.if_object();
  return object ? object->if_contains(name) : nullptr;
}

/// Knows the ids of a file by what may refer to them.
class explainer {
public:
  explicit explainer(const json::value& root) : root_(root) {
    add_ids(root, "units", units_);
    add_ids(root, "tasks", tasks_);
    events_ = tasks_;
    add_ids(root, "inspections", events_);
  }

  void operator()(problem& p) {
    const bool is_unit = p.code == "unknown-unit";
    if (!is_unit && p.code != "unknown-task" && p.code != "unknown-inspection") return;
    const std::string_view id = id_at(value_at(root_, p.where));
    if (id.empty()) return;
    if (is_unit) {
      p.message = "there is no unit " + quoted(id) + near(id, units_);
    } else if (p.where.find(".after[") != std::string::npos) {
      p.message = "there is no task or inspection " + quoted(id) + near(id, events_);
    } else {
      p.message = "there is no task " + quoted(id) + near(id, tasks_);
    }
    const std::string_view owner = owner_of(root_, p.where);
    if (!owner.empty()) p.message += " (in " + quoted(owner) + ')';
  }

private:
  std::string near(std::string_view id, const std::vector<std::string_view>& ids) {
    comparisons_ += ids.size();
    return comparisons_ <= most_comparisons ? did_you_mean(id, ids) : std::string();
  }

  const json::value& root_;
  std::vector<std::string_view> units_{};
  std::vector<std::string_view> tasks_{};
  std::vector<std::string_view> events_{};
  std::size_t comparisons_ = 0;
};

}  // namespace

const json::value* value_at(const json::value& root, std::string_view where) {
  const json::value* at = &root;
  while (at && !where.empty()) {
    const bool is_index = where[0] == '[';
    if (is_index || where[0] == '.') where.remove_prefix(1);
    const std::size_t end = std::min(where.find_first_of(is_index ? "]" : ".["), where.size());
    at = is_index ? element_of(*at, where.substr(0, end)) : field_of(*at, where.substr(0, end));
    where.remove_prefix(std::min(end + (is_index ? 1 : 0), where.size()));
  }
  return at;
}

void explain_unknown_ids(std::vector<problem>& problems, const json::value& root) {
  explainer explain(root);
  for (problem& p : problems) explain(p);
}

}  // namespace daopai::io
