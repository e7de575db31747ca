#include "io/references.hpp"

#include "io/place.hpp"
#include "io/quote.hpp"

#include <algorithm>
#include <charconv>

namespace daopai::io {
namespace {

namespace json = boost::json;

constexpr std::size_t most_comparisons = 3'000'000;

/// The text of a field of an object, or nothing.
std::string_view text_of(const json::value* v, std::string_view field) {
  const json::object* object = v ? v->if_object() : nullptr;
  const json::value* text = object ? object->if_contains(field) : nullptr;
  return text && text->is_string() ? std::string_view(text->get_string()) : std::string_view();
}

/// The id that stands at a reference: bare, or the `task` of a dependency.
std::string_view id_at(const json::value* v) {
  if (v && v->is_string()) return v->get_string();
  return text_of(v, "task");
}

void add_ids(const json::value& root, const char* list, std::vector<std::string_view>& ids) {
  const json::value* things = root.as_object().if_contains(list);
  const json::array* array = things ? things->if_array() : nullptr;
  if (!array) return;
  for (const json::value& thing : *array) {
    if (const std::string_view id = text_of(&thing, "id"); !id.empty()) ids.push_back(id);
  }
}

/// The id of the thing that refers: tasks[3] of tasks[3].after[1].
std::string_view owner_of(const json::value& root, std::string_view where) {
  return text_of(value_at(root, where.substr(0, where.find(']') + 1)), "id");
}

}  // namespace

const json::value* value_at(const json::value& root, std::string_view where) {
  const json::value* at = &root;
  while (at && !where.empty()) {
    const bool is_index = where[0] == '[';
    if (is_index || where[0] == '.') where.remove_prefix(1);
    const std::size_t end = std::min(where.find_first_of(is_index ? "]" : ".["), where.size());
    const std::string_view step = where.substr(0, end);
    std::size_t index = 0;
    std::from_chars(step.data(), step.data() + step.size(), index);
    if (is_index) {
      at = at->is_array() ? at->get_array().if_contains(index) : nullptr;
    } else {
      at = at->is_object() ? at->get_object().if_contains(step) : nullptr;
    }
    where.remove_prefix(std::min(end + (is_index ? 1 : 0), where.size()));
  }
  return at;
}

void explain_unknown_ids(std::vector<problem>& problems, const json::value& root) {
  std::vector<std::string_view> units;
  std::vector<std::string_view> tasks;
  add_ids(root, "units", units);
  add_ids(root, "tasks", tasks);
  std::vector<std::string_view> events = tasks;
  add_ids(root, "inspections", events);
  std::size_t comparisons = 0;
  for (problem& p : problems) {
    const bool is_unit = p.code == "unknown-unit";
    if (!is_unit && p.code != "unknown-task" && p.code != "unknown-inspection") continue;
    const std::string_view id = id_at(value_at(root, p.where));
    if (id.empty()) continue;
    const bool is_event = p.where.find(".after[") != std::string::npos;
    const auto& ids = is_unit ? units : is_event ? events : tasks;
    comparisons += ids.size();
    p.message = std::string("there is no ") +
                (is_unit    ? "unit "
                 : is_event ? "task or inspection "
                            : "task ") +
                quoted(id) +
                (comparisons <= most_comparisons ? did_you_mean(id, ids) : std::string());
    if (const auto owner = owner_of(root, p.where); !owner.empty()) {
      p.message += " (in " + quoted(owner) + ')';
    }
  }
}

}  // namespace daopai::io
