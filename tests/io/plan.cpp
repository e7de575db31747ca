#include "support.hpp"
#include <daopai/io/plan.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>

using namespace daopai;
using namespace daopai::tests;

namespace {

std::string content_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  REQUIRE(in);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

plan read(const std::string& text) { return io::read_plan(text, "plan.json"); }

/// A plan of the given fields beside those that must be there.
plan read_with(const std::string& fields) {
  return read(R"({"daopai": 1, "calendar": "monday-to-friday", )" + fields + "}");
}

std::string message_of(const std::string& text) {
  try {
    static_cast<void>(io::read_plan(text, "plan.json"));
  } catch (const io::malformed_file& e) {
    CHECK(e.positions().size() == e.problems().size());
    return e.what();
  }
  return "no problem";
}

const calendar& calendar_named(const plan& p, const std::string& name) {
  for (const named_calendar& c : p.calendars()) {
    if (c.id.text() == name) return c.calendar;
  }
  FAIL("there is no calendar " << name);
  return p.calendars()[0].calendar;
}

}  // namespace

TEST_CASE("Each broken plan gives the messages written beside it", "[io]") {
  const std::filesystem::path folder = DAOPAI_SOURCE_DIR "/tests/io/broken";
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".json") continue;
    ++files;
    auto expected = entry.path();
    expected.replace_extension(".expected");
    const std::string name = entry.path().filename().string();
    INFO(name);
    try {
      static_cast<void>(io::read_plan(content_of(entry.path()), name));
      FAIL("it was taken for a good plan");
    } catch (const io::malformed_file& e) {
      CHECK(std::string(e.what()) + '\n' == content_of(expected));
    }
  }
  CHECK(files >= 30);
}

TEST_CASE("Everything that the format knows is read", "[io]") {
  const plan p = read(R"({
    "$schema": "plan.schema.json", "daopai": 1, "title": "复检", "today": "2025-07-01", "comment": "c",
    "calendar": {"week": "1111110", "off": ["2025-07-05"], "comment": "c"},
    "calendars": {"all": {"week": "1111111"}},
    "units": [{"id": "edu", "name": "教育局", "capacity": 2, "calendar": "all"},
              {"id": "towns", "members": ["edu"], "parent": "edu", "comment": "c"}],
    "inspections": [{"id": "moe", "name": "复检", "window": ["2025-08-01", "2025-09-30"], "after": ["a"]},
                    {"id": "later", "date": "2025-10-10"}],
    "tasks": [{"id": "h", "lead": "edu", "assist": ["towns"], "evidence": ["照片"], "deadline": null},
              {"id": "a", "name": "档案", "duration": 8, "lead": "edu", "assist": ["towns"], "parent": "h",
               "deadline": "2025-07-30", "not_before": "2025-07-02", "calendar": "china",
               "started": "2025-07-03", "finished": null, "remaining": 5, "evidence": ["台账"],
               "indicators": ["B1"], "comment": "c"},
              {"id": "b", "duration": 3, "after": ["moe", {"task": "a", "kind": "start-to-start",
               "lag": -2, "lag_in": "calendar-days", "comment": "c"}]}],
    "indicators": [{}], "observations": {}})");
  CHECK(p.title() == "复检");
  CHECK(p.today() == day("2025-07-01"));
  CHECK(p.calendars()[0].calendar.is_worked(day("2025-07-12")));
  CHECK_FALSE(p.calendars()[0].calendar.is_worked(day("2025-07-05")));

  CHECK(p.units()[0].name == "教育局");
  CHECK(p.units()[0].capacity == 2);
  CHECK(p.units()[0].calendar->text() == "all");
  CHECK(p.members(unit_id(1)).front() == unit_id(0));
  CHECK(p.units()[1].parent->text() == "edu");

  CHECK(p.inspections()[0].window == date_window{day("2025-08-01"), day("2025-09-30")});
  CHECK(p.inspections()[1].window == date_window{day("2025-10-10"), day("2025-10-10")});

  CHECK(p.is_phase(task_id(0)));
  CHECK(p.tasks()[0].evidence == std::vector<std::string>{"照片"});
  const task& a = p.tasks()[1];
  CHECK(a.duration == workdays(8));
  CHECK(p.lead(task_id(1)) == unit_id(0));
  CHECK(p.parent(task_id(1)) == task_id(0));
  CHECK(a.deadline->last_day == day("2025-07-30"));
  CHECK(a.not_before->first_day == day("2025-07-02"));
  CHECK(p[p.calendar_of(task_id(1))] == china_calendar());
  CHECK(a.progress.started == day("2025-07-03"));
  CHECK_FALSE(a.progress.finished);
  CHECK(a.progress.remaining == workdays(5));
  CHECK(a.indicators.front().text() == "B1");

  const auto& after = p.tasks()[2].after;
  CHECK_FALSE(after[0].is_task());
  CHECK(after[0].text() == "moe");
  CHECK(after[1].is_task());
  CHECK(after[1].text() == "a");
  CHECK(after[1].kind == dependency_kind::start_to_start);
  CHECK(after[1].lag == lag(calendar_days(-2)));
}

TEST_CASE("What has no name is called by its id, and a title may be missing", "[io]") {
  const plan p = read_with(R"("units": [{"id": "edu"}], "tasks": [{"id": "a", "duration": 1}])");
  CHECK(p.title().empty());
  CHECK(p.units()[0].name == "edu");
  CHECK(p.tasks()[0].name == "a");
}

TEST_CASE("Fields may come in any order, and a byte-order mark before them", "[io]") {
  const plan p = read(
      "\xEF\xBB\xBF"
      R"({"tasks": [{"after": ["a"], "duration": 2, "id": "b"},
    {"calendar": "late", "duration": 1, "id": "a"}], "calendar": "late",
    "calendars": {"late": {"based_on": "later"}, "later": {"week": "0000011"}}, "daopai": 1})");
  CHECK(p.tasks()[0].id.text() == "b");
  CHECK(p.calendars()[0].calendar.is_worked(day("2025-07-05")));
  CHECK_FALSE(p.calendars()[0].calendar.is_worked(day("2025-07-04")));
}

TEST_CASE("A calendar wins over the one it is based on", "[io]") {
  const plan p = read_with(R"("tasks": [], "calendars": {
    "school": {"based_on": "china", "off": ["2025-09-27/2025-09-30"], "worked": ["2025-10-01"],
               "published": [2027]},
    "weekend": {"based_on": "school", "week": "0000011"}})");
  const calendar& school = calendar_named(p, "school");
  CHECK_FALSE(school.is_worked(day("2025-09-28")));  // a make-up day of the base, off here
  CHECK(school.is_worked(day("2025-10-01")));        // a holiday of the base, worked here
  CHECK_FALSE(school.is_worked(day("2025-10-02")));
  CHECK(school.is_worked(day("2025-10-11")));
  CHECK(school.is_published(2026));
  CHECK(school.is_published(2027));
  CHECK_FALSE(school.is_published(2028));
  const calendar& weekend = calendar_named(p, "weekend");
  CHECK(weekend.is_worked(day("2025-07-05")));
  CHECK_FALSE(weekend.is_worked(day("2025-07-07")));
  CHECK(weekend.is_worked(day("2025-10-11")));
}

TEST_CASE("Holidays published since reach the calendar china", "[io]") {
  const std::string text =
      R"({"daopai": 1, "calendar": "china", "tasks": [{"id": "a", "duration": 1}]})";
  const date_window new_year{day("2027-01-01"), day("2027-01-03")};
  const date_window make_up{day("2027-01-09"), day("2027-01-09")};
  const holiday_notice notice{2027, {new_year}, {make_up}};
  const io::reading_options options{.holidays = {notice}};
  const plan p = io::read_plan(text, "plan.json", options);
  CHECK_FALSE(p.calendars()[0].calendar.is_worked(day("2027-01-01")));
  CHECK(p.calendars()[0].calendar.is_published(2027));
  CHECK_FALSE(read(text).calendars()[0].calendar.is_published(2027));
}

TEST_CASE("Columns count characters and lines may end as on Windows", "[io]") {
  CHECK(message_of(
            "{\"daopai\": 1,\r\n \"calendar\": \"china\", \"title\": \"复检\", \"task\": [],\r\n"
            " \"tasks\": []}") ==
        "plan.json:2:38: task: there is no field \"task\" here; did you mean \"tasks\"?");
}

TEST_CASE("A problem that follows from another is not reported beside it", "[io]") {
  CHECK(message_of(R"({"daopai": 1, "calendar": "china", "tasks": [
{"id": "a", "duration": "8", "parent": 3}, {"id": "phase"}, {"duration": 1, "after": ["a"]}]})") ==
        "plan.json:2:25: tasks[0].duration: expected a whole number from 0 to 100000, found \"8\" "
        "(in \"a\")\n"
        "plan.json:2:40: tasks[0].parent: expected a text in double quotes, found 3 (in \"a\")\n"
        "plan.json:2:61: tasks[2]: the field \"id\" is missing; expected the id by which other "
        "fields name the task, unique in the file");
}

TEST_CASE("The problems of a million characters are found in one walk", "[io]") {
  std::string tasks;
  for (int i = 0; i < 20'000; ++i) tasks += "{\"id\": 1, \"after\": [\"x\"]},";
  tasks.pop_back();
  const std::string text = R"({"daopai": 1, "calendar": "china", "tasks": [)" + tasks + "]}";
  const std::string message = message_of(text);
  CHECK(std::ranges::count(message, '\n') == 10'000);  // the first ten thousand, and a last word
  CHECK(message.find("there are more than 10000 problems") != std::string::npos);
}
