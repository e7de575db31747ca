// Plans whose dates Microsoft Project computed. Four small ones, of the collection
// INSISOC/MPSPLIBtoMPP (CC BY 4.0) and others, are carried here; all of them are read where the
// collection is found.
#include "support.hpp"

#include <boost/json.hpp>

#include <filesystem>
#include <fstream>
#include <map>

using namespace daopai;
using namespace daopai::literals;
using daopai::tests::day;
namespace json = boost::json;

namespace {

calendar calendar_from(const json::object& o) {
  calendar_rules rules;
  const auto& week = o.at("week").as_string();
  for (std::size_t i = 0; i < 7; ++i) rules.week[i] = week[i] == '1';
  for (const auto& d : o.at("off").as_array())
    rules.off.push_back({day(d.as_string()), day(d.as_string())});
  for (const auto& d : o.at("worked").as_array()) {
    rules.worked.push_back({day(d.as_string()), day(d.as_string())});
  }
  return calendar(rules);
}

dependency_kind kind_from(std::string_view text) {
  if (text == "SS") return dependency_kind::start_to_start;
  if (text == "FF") return dependency_kind::finish_to_finish;
  if (text == "SF") return dependency_kind::start_to_finish;
  REQUIRE(text == "FS");
  return dependency_kind::finish_to_start;
}

int number(const json::value& v) { return static_cast<int>(v.as_int64()); }
std::string text(const json::value& v) { return std::string(v.as_string()); }

std::optional<date> date_in(const json::object& o, const char* name) {
  const json::value* v = o.if_contains(name);
  return v && v->is_string() ? std::optional(day(v->as_string())) : std::nullopt;
}

task task_from(const json::object& o) {
  task t{.id = task_key(text(o.at("id"))), .name = "", .duration = workdays(number(o.at("days")))};
  if (o.at("calendar").is_string()) t.calendar = calendar_key(text(o.at("calendar")));
  if (const auto d = date_in(o, "deadline")) t.deadline = deadline(*d);
  if (o.at("constraint") == "SNET") t.not_before = not_before(*date_in(o, "date"));
  return t;
}

/// The plan of one line, anchored at its finish by an inspection on the day after.
plan plan_from(const json::object& o) {
  plan_builder builder(calendar(), text(o.at("source")));
  for (const auto& [name, c] : o.at("calendars").as_object()) {
    builder.add(named_calendar{calendar_key(std::string(name)), calendar_from(c.as_object())});
  }
  std::map<std::string, task> tasks;
  std::vector<std::string> order;
  for (const auto& t : o.at("tasks").as_array()) {
    task made = task_from(t.as_object());
    order.push_back(made.id.text());
    tasks.emplace(order.back(), std::move(made));
  }
  for (const auto& l : o.at("links").as_array()) {
    tasks.at(text(l.at("succ")))
        .after.emplace_back(task_key(text(l.at("pred"))), kind_from(l.at("kind").as_string()),
                            workdays(number(l.at("lag"))));
  }
  for (const std::string& id : order) builder.add(tasks.at(id));
  const date eve = *date_in(o, "finish") + boost::gregorian::days(1);
  inspection end{.id = "the finish"_inspection, .name = "", .window = {eve, eve}};
  for (const std::string& id : order) end.after.emplace_back(task_key(id));
  return builder.add(end).build();
}

/// Compares every date and float that the line carries; returns how many it compared.
int compare(const json::object& o) {
  const plan p = plan_from(o);
  const schedule s = compute_schedule(p, status_date(*date_in(o, "start")));
  int compared = 0;
  for (const auto& v : o.at("tasks").as_array()) {
    const json::object& expected = v.as_object();
    const task_id t = p.find(task_key(text(expected.at("id")))).value();
    INFO(p.title() << " task " << p[t].id.text());
    const auto check = [&](const char* name, const date& actual) {
      const auto d = date_in(expected, name);
      if (!d) return;
      CHECK(to_string(actual) == to_string(*d));
      ++compared;
    };
    check("es", s.early_start(t));
    check("ef", s.early_finish(t));
    check("ls", s.late_start(t));
    check("lf", s.late_finish(t));
    if (const auto* total = expected.if_contains("total_float"); total && total->is_int64()) {
      CHECK(s.total_float(t).count() == number(*total));
      ++compared;
    }
  }
  return compared;
}

// Cases 15, 22, 27 and 103: lags, a start on a Sunday, a deadline with finish-to-finish, leads.
constexpr const char* own_cases[] = {
    R"({"source":"case 15","start":"2014-10-17","finish":"2014-11-03","calendars":{"1":{"week)"
    R"(":"1111100","off":[],"worked":[]}},"tasks":[{"id":"1","days":1,"calendar":"1","constra)"
    R"(int":"ASAP","date":null,"deadline":null,"total_float":10,"es":"2014-10-17","ef":"2014-)"
    R"(10-17","ls":"2014-10-31","lf":"2014-10-31"},{"id":"2","days":1,"calendar":"1","constra)"
    R"(int":"ASAP","date":null,"deadline":null,"total_float":10,"es":"2014-10-20","ef":"2014-)"
    R"(10-20","ls":"2014-11-03","lf":"2014-11-03"},{"id":"3","days":1,"calendar":"1","constra)"
    R"(int":"ASAP","date":null,"deadline":null,"total_float":9,"es":"2014-10-17","ef":"2014-1)"
    R"(0-17","ls":"2014-10-30","lf":"2014-10-30"},{"id":"4","days":1,"calendar":"1","constrai)"
    R"(nt":"ASAP","date":null,"deadline":null,"total_float":9,"es":"2014-10-21","ef":"2014-10)"
    R"(-21","ls":"2014-11-03","lf":"2014-11-03"},{"id":"5","days":1,"calendar":"1","constrain)"
    R"(t":"ASAP","date":null,"deadline":null,"total_float":8,"es":"2014-10-17","ef":"2014-10-)"
    R"(17","ls":"2014-10-29","lf":"2014-10-29"},{"id":"6","days":1,"calendar":"1","constraint)"
    R"(":"ASAP","date":null,"deadline":null,"total_float":8,"es":"2014-10-22","ef":"2014-10-2)"
    R"(2","ls":"2014-11-03","lf":"2014-11-03"},{"id":"7","days":1,"calendar":"1","constraint")"
    R"(:"ASAP","date":null,"deadline":null,"total_float":5,"es":"2014-10-17","ef":"2014-10-17)"
    R"(","ls":"2014-10-24","lf":"2014-10-24"},{"id":"8","days":1,"calendar":"1","constraint":)"
    R"("ASAP","date":null,"deadline":null,"total_float":5,"es":"2014-10-27","ef":"2014-10-27")"
    R"(,"ls":"2014-11-03","lf":"2014-11-03"},{"id":"9","days":1,"calendar":"1","constraint":")"
    R"(ASAP","date":null,"deadline":null,"total_float":0,"es":"2014-10-17","ef":"2014-10-17",)"
    R"("ls":"2014-10-17","lf":"2014-10-17"},{"id":"10","days":1,"calendar":"1","constraint":")"
    R"(ASAP","date":null,"deadline":null,"total_float":0,"es":"2014-11-03","ef":"2014-11-03",)"
    R"("ls":"2014-11-03","lf":"2014-11-03"},{"id":"11","days":1,"calendar":"1","constraint":")"
    R"(ASAP","date":null,"deadline":null,"total_float":10,"es":"2014-10-17","ef":"2014-10-17")"
    R"(,"ls":"2014-10-31","lf":"2014-10-31"},{"id":"12","days":1,"calendar":"1","constraint":)"
    R"("ASAP","date":null,"deadline":null,"total_float":10,"es":"2014-10-20","ef":"2014-10-20)"
    R"(","ls":"2014-11-03","lf":"2014-11-03"},{"id":"13","days":1,"calendar":"1","constraint")"
    R"(:"ASAP","date":null,"deadline":null,"total_float":9,"es":"2014-10-17","ef":"2014-10-17)"
    R"(","ls":"2014-10-30","lf":"2014-10-30"},{"id":"14","days":1,"calendar":"1","constraint")"
    R"(:"ASAP","date":null,"deadline":null,"total_float":9,"es":"2014-10-21","ef":"2014-10-21)"
    R"(","ls":"2014-11-03","lf":"2014-11-03"},{"id":"15","days":1,"calendar":"1","constraint")"
    R"(:"ASAP","date":null,"deadline":null,"total_float":9,"es":"2014-10-17","ef":"2014-10-17)"
    R"(","ls":"2014-10-30","lf":"2014-10-30"},{"id":"16","days":1,"calendar":"1","constraint")"
    R"(:"ASAP","date":null,"deadline":null,"total_float":9,"es":"2014-10-21","ef":"2014-10-21)"
    R"(","ls":"2014-11-03","lf":"2014-11-03"}],"links":[{"pred":"1","succ":"2","kind":"FS","l)"
    R"(ag":0},{"pred":"3","succ":"4","kind":"FS","lag":1},{"pred":"5","succ":"6","kind":"FS",)"
    R"("lag":2},{"pred":"7","succ":"8","kind":"FS","lag":5},{"pred":"9","succ":"10","kind":"F)"
    R"(S","lag":10},{"pred":"11","succ":"12","kind":"SF","lag":2},{"pred":"13","succ":"14","k)"
    R"(ind":"SS","lag":2},{"pred":"15","succ":"16","kind":"FF","lag":2}]})",
    R"({"source":"case 22","start":"2004-09-12","finish":"2004-09-24","calendars":{"1":{"week)"
    R"(":"1111100","off":[],"worked":[]}},"tasks":[{"id":"1","days":10,"calendar":"1","constr)"
    R"(aint":"ASAP","date":null,"deadline":null,"total_float":0,"es":"2004-09-13","ef":"2004-)"
    R"(09-24","ls":"2004-09-13","lf":"2004-09-24"}],"links":[]})",
    R"({"source":"case 27","start":"2005-04-10","finish":"2005-04-25","calendars":{"1":{"week)"
    R"(":"1111100","off":[],"worked":[]},"4":{"week":"1111100","off":[],"worked":[]}},"tasks")"
    R"(:[{"id":"1","days":0,"calendar":"4","constraint":"ASAP","date":null,"deadline":null,"t)"
    R"(otal_float":11},{"id":"2","days":4,"calendar":"1","constraint":"ASAP","date":null,"dea)"
    R"(dline":null,"total_float":null,"es":"2005-04-11","ef":"2005-04-14","ls":"2005-04-11",")"
    R"(lf":"2005-04-14"},{"id":"3","days":2,"calendar":"1","constraint":"ASAP","date":null,"d)"
    R"(eadline":null,"total_float":null,"es":"2005-04-15","ef":"2005-04-18","ls":"2005-04-15")"
    R"(,"lf":"2005-04-18"},{"id":"4","days":5,"calendar":"1","constraint":"ASAP","date":null,)"
    R"("deadline":"2005-04-25","total_float":null,"es":"2005-04-19","ef":"2005-04-25","ls":"2)"
    R"(005-04-19","lf":"2005-04-25"},{"id":"5","days":1,"calendar":"1","constraint":"ASAP","d)"
    R"(ate":null,"deadline":null,"total_float":null,"es":"2005-04-14","ef":"2005-04-14","ls":)"
    R"("2005-04-14","lf":"2005-04-14"}],"links":[{"pred":"5","succ":"3","kind":"FS","lag":0},)"
    R"({"pred":"2","succ":"4","kind":"FS","lag":0},{"pred":"3","succ":"4","kind":"FS","lag":0)"
    R"(},{"pred":"2","succ":"5","kind":"FF","lag":0}]})",
    R"({"source":"case 103","start":"2026-02-11","finish":"2026-02-20","calendars":{"1":{"wee)"
    R"(k":"1111100","off":[],"worked":[]},"3":{"week":"1111100","off":[],"worked":[]}},"tasks)"
    R"(":[{"id":"1","days":5,"calendar":"1","constraint":"ASAP","date":null,"deadline":null,")"
    R"(total_float":3,"es":"2026-02-11","ef":"2026-02-17","ls":"2026-02-16","lf":"2026-02-20")"
    R"(},{"id":"3","days":5,"calendar":"1","constraint":"ASAP","date":null,"deadline":null,"t)"
    R"(otal_float":null,"es":"2026-02-11","ef":"2026-02-17","ls":"2026-02-11","lf":"2026-02-1)"
    R"(7"},{"id":"4","days":5,"calendar":"1","constraint":"ASAP","date":null,"deadline":null,)"
    R"("total_float":null,"es":"2026-02-16","ef":"2026-02-20","ls":"2026-02-16","lf":"2026-02)"
    R"(-20"},{"id":"7","days":5,"calendar":"1","constraint":"ASAP","date":null,"deadline":nul)"
    R"(l,"total_float":null,"es":"2026-02-11","ef":"2026-02-17","ls":"2026-02-11","lf":"2026-)"
    R"(02-17"},{"id":"10","days":5,"calendar":"3","constraint":"ASAP","date":null,"deadline":)"
    R"(null,"total_float":null,"es":"2026-02-16","ef":"2026-02-20","ls":"2026-02-16","lf":"20)"
    R"(26-02-20"},{"id":"8","days":5,"calendar":"1","constraint":"ASAP","date":null,"deadline)"
    R"(":null,"total_float":3,"es":"2026-02-11","ef":"2026-02-17","ls":"2026-02-16","lf":"202)"
    R"(6-02-20"}],"links":[{"pred":"3","succ":"4","kind":"FS","lag":-2},{"pred":"7","succ":"1)"
    R"(0","kind":"FS","lag":-2}]})",
};

}  // namespace

TEST_CASE("Small plans agree with Microsoft Project", "[schedule]") {
  for (const char* line : own_cases) CHECK(compare(json::parse(line).as_object()) > 4);
}

TEST_CASE("All plans of the collection agree with Microsoft Project", "[schedule]") {
  const std::filesystem::path file =
      std::filesystem::path(DAOPAI_SHARED_DIR) / "golden/msproject_days.jsonl";
  if (!std::filesystem::exists(file)) {
    WARN("skipped: the collection of plans is not here");
    return;
  }
  std::ifstream lines(file);
  int plans = 0;
  int compared = 0;
  for (std::string line; std::getline(lines, line); ++plans) {
    compared += compare(json::parse(line).as_object());
  }
  CHECK(plans == 32);
  CHECK(compared > 40'000);
}
