#include "io/scoring/fields.hpp"

#include "io/csv.hpp"

#include <boost/json/serialize.hpp>

namespace daopai::io {
namespace {

std::optional<decimal> ratio(std::string_view text, std::size_t colon) {
  const auto above = decimal::parse(text.substr(0, colon));
  const auto below = decimal::parse(text.substr(colon + 1));
  if (!above || !below || *below == 0) return std::nullopt;
  return *above / *below;
}

std::optional<decimal> from_text(std::string_view text) {
  if (const auto plain = decimal::parse(text)) return plain;
  if (const auto colon = text.find(':'); colon != std::string_view::npos) return ratio(text, colon);
  const auto typed = parse_number(text);
  return typed ? decimal::from_double(*typed) : std::nullopt;
}

/// As Boost.JSON writes numbers.
std::string digits_of(const json::value& v) {
  if (v.is_int64()) return std::to_string(v.get_int64());
  if (v.is_uint64()) return std::to_string(v.get_uint64());
  return boost::json::serialize(boost::json::value(v.get_double()));
}

}  // namespace

std::string kind_of(const json::value& v) {
  switch (v.kind()) {
    case json::kind::null: return "null";
    case json::kind::bool_: return v.get_bool() ? "true" : "false";
    case json::kind::string: return "the text \"" + std::string(v.get_string()) + "\"";
    case json::kind::array: return "an array";
    case json::kind::object: return "an object";
    default: return "the number " + digits_of(v);
  }
}

std::optional<decimal> to_decimal(const json::value& v) {
  if (v.is_int64()) return decimal{v.get_int64()};
  if (v.is_uint64()) return decimal{v.get_uint64()};
  if (v.is_double()) return decimal::from_double(v.get_double());
  if (v.is_string()) return from_text(v.get_string());
  return std::nullopt;
}

std::vector<json_place> json_place::items() const {
  std::vector<json_place> all;
  if (!value_->is_array()) {
    expected("an array");
    return all;
  }
  for (const auto& item : value_->get_array()) {
    all.emplace_back(item, path_ + "[" + std::to_string(all.size()) + "]", *problems_);
  }
  return all;
}

std::vector<std::pair<std::string, json_place>> json_place::entries() const {
  std::vector<std::pair<std::string, json_place>> all;
  if (!value_->is_object()) {
    expected("an object");
    return all;
  }
  for (const auto& field : value_->get_object()) {
    const std::string name(field.name);
    all.emplace_back(
        name, json_place(field.value, path_.empty() ? name : path_ + "." + name, *problems_));
  }
  return all;
}

std::optional<decimal> json_place::number() const {
  const auto found = to_decimal(*value_);
  if (!found) report("not-a-number", "expected a number, found " + kind_of(*value_));
  return found;
}

std::optional<std::int64_t> json_place::whole_number() const {
  if (value_->is_int64()) return value_->get_int64();
  expected("a whole number");
  return std::nullopt;
}

std::string json_place::text() const {
  if (value_->is_string()) return std::string(value_->get_string());
  expected("text");
  return {};
}

std::vector<std::string> json_place::texts() const {
  if (value_->is_string()) return {text()};
  std::vector<std::string> all;
  for (const json_place& item : items()) all.push_back(item.text());
  return all;
}

bool json_place::flag() const {
  if (value_->is_bool()) return value_->get_bool();
  expected("true or false");
  return false;
}

json_fields::json_fields(const json_place& place)
    : place_(place), object_(place.value().if_object()) {
  if (!object_) place.expected("an object");
  asked_.insert("comment");
}

json_fields::~json_fields() {
  if (!object_) return;
  for (const auto& field : *object_) {
    const std::string name(field.name);
    if (asked_.count(name) == 0)
      place_.report("unknown-field", "there is no field \"" + name + "\" here");
  }
}

bool json_fields::has(std::string_view name) { return find(name).has_value(); }

std::optional<json_place> json_fields::find(std::string_view name) {
  asked_.emplace(name);
  const json::value* found = object_ ? object_->if_contains(name) : nullptr;
  if (found == nullptr || found->is_null()) return std::nullopt;
  const std::string& above = place_.path();
  return json_place(*found, above.empty() ? std::string(name) : above + "." + std::string(name),
                    place_.problems());
}

std::optional<json_place> json_fields::require(std::string_view name) {
  auto found = find(name);
  if (!found && object_)
    place_.report("field-missing", "expected a field \"" + std::string(name) + "\"");
  return found;
}

std::optional<decimal> json_fields::number(std::string_view name) {
  const auto found = find(name);
  return found ? found->number() : std::nullopt;
}
decimal json_fields::number_or(std::string_view name, decimal otherwise) {
  return number(name).value_or(otherwise);
}
decimal json_fields::required_number(std::string_view name) {
  const auto found = require(name);
  return found ? found->number().value_or(0) : decimal{0};
}
std::optional<std::int64_t> json_fields::whole_number(std::string_view name) {
  const auto found = find(name);
  return found ? found->whole_number() : std::nullopt;
}
std::string json_fields::text(std::string_view name) {
  const auto found = find(name);
  return found ? found->text() : std::string();
}
std::string json_fields::required_text(std::string_view name) {
  const auto found = require(name);
  return found ? found->text() : std::string();
}
std::vector<std::string> json_fields::texts(std::string_view name) {
  const auto found = find(name);
  return found ? found->texts() : std::vector<std::string>();
}
bool json_fields::flag_or(std::string_view name, bool otherwise) {
  const auto found = find(name);
  return found ? found->flag() : otherwise;
}

}  // namespace daopai::io
