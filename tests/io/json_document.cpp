#include "io/json_document.hpp"

#include "catch.hpp"

#include <string>
#include <vector>

using namespace daopai::io;

namespace {

/// {"f0":0,"f1":1,...} with what stands before the closing bracket.
std::string object_of(std::size_t members, const std::string& end = "") {
  std::string text = "{";
  for (std::size_t i = 0; i < members; ++i) {
    text += (i > 0 ? "," : "") + ("\"f" + std::to_string(i)) + "\":" + std::to_string(i);
  }
  return text + end + "}";
}

std::vector<std::string> names_of(const json::object& object) {
  std::vector<std::string> names;
  for (const json::member& m : object) names.emplace_back(m.name);
  return names;
}

}  // namespace

TEST_CASE("A JSON text is read into values of its kinds", "[io]") {
  const json_document document(
      R"([null, true, -5, 18446744073709551615, 1.5, 1e2, "任务", [], {}, 1e400])");
  REQUIRE(document.is_valid());
  const json::array all = document.root().get_array();
  REQUIRE(all.size() == 10);
  CHECK(all[0].is_null());
  CHECK(all[1].get_bool());
  CHECK(all[2].get_int64() == -5);
  CHECK(all[3].get_uint64() == 18446744073709551615U);
  CHECK(all[4].get_double() == 1.5);
  CHECK(all[5].is_double());
  CHECK(all[6].get_string() == "任务");
  CHECK(all[7].get_array().size() == 0);
  CHECK(all[8].get_object().size() == 0);
  CHECK(all[9].get_double() > 1e308);
  CHECK(all.if_contains(10) == nullptr);
}

TEST_CASE("A text without escapes stays where the file has it", "[io]") {
  const std::string text = R"({"name": "plain", "other": "two\nlines \u4efb\ud83d\ude00"})";
  const json_document document(text);
  const json::object root = document.root().get_object();
  CHECK(root.if_contains("name")->get_string().data() == text.data() + text.find("plain"));
  CHECK(root.if_contains("other")->get_string() == "two\nlines 任😀");
}

TEST_CASE("A name with escapes is the name it means", "[io]") {
  const json_document document(R"({"na\u006de": 1, "name": 2})");
  CHECK(document.has_doubled_fields());
  CHECK(document.root().get_object().if_contains("name")->get_int64() == 2);
}

TEST_CASE("Members are found by name in objects of any size", "[io]") {
  for (const std::size_t members : {0U, 1U, 16U, 17U, 1000U}) {
    const std::string text = object_of(members);
    const json_document document(text);
    const json::object object = document.root().get_object();
    CHECK_FALSE(document.has_doubled_fields());
    REQUIRE(object.size() == members);
    for (std::size_t i = 0; i < members; ++i) {
      const std::string name = "f" + std::to_string(i);
      CHECK(object.begin()[i].name == name);
      REQUIRE(object.contains(name));
      CHECK(object.if_contains(name)->get_int64() == static_cast<std::int64_t>(i));
    }
    CHECK_FALSE(object.contains("f"));
    CHECK_FALSE(object.contains("g"));
  }
}

TEST_CASE("Of doubled fields the last counts, at the place of the first", "[io]") {
  for (const std::size_t members : {2U, 16U, 17U, 18U, 1000U}) {
    const std::string text = object_of(members, R"(,"f1":"last","f0":"end")");
    const json_document document(text);
    CHECK(document.has_doubled_fields());
    const std::string plain = object_of(members);
    const json_document expected(plain);
    const json::object object = document.root().get_object();
    CHECK(names_of(object) == names_of(expected.root().get_object()));
    CHECK(object.if_contains("f0")->get_string() == "end");
    CHECK(object.if_contains("f1")->get_string() == "last");
    CHECK(object.begin()[1].value.get_string() == "last");
  }
}

TEST_CASE("What is no JSON says where it breaks", "[io]") {
  CHECK(json_document("[1, 2").error_offset() == 5);
  CHECK_FALSE(json_document("").is_valid());
  CHECK_FALSE(json_document("{} {}").is_valid());
  CHECK_FALSE(json_document("\"\xff\"").is_valid());
  CHECK(json_document(std::string(32, '[') + std::string(32, ']')).is_valid());
  CHECK_FALSE(json_document(std::string(33, '[') + std::string(33, ']')).is_valid());
}
