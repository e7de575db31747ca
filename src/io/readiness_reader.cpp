#include "io/readiness_reader.hpp"

#include "io/fields.hpp"
#include "io/scoring/fields.hpp"

#include <array>

namespace daopai::io {
namespace {

using namespace readiness;
using scoring::object_key;

/// What the tables of fields call their reader.
struct form_reader {
  findings& found;
};
using value = json::value;

template <class Key>
void read_key(form_reader& r, const place_in_file& at, const value& v, Key& key) {
  if (const auto text = read_id(r.found, at, v)) key = Key(std::string(*text));
}
template <class Key>
void read_key(form_reader& r, const place_in_file& at, const value& v, std::optional<Key>& key) {
  if (const auto text = read_id(r.found, at, v)) key.emplace(std::string(*text));
}
template <class Key>
void read_keys(form_reader& r, const place_in_file& at, const value& v, std::vector<Key>& keys) {
  for (std::string& text : read_ids(r.found, at, v)) keys.emplace_back(std::move(text));
}
void read_words(form_reader& r, const place_in_file& at, const value& v, std::string& text) {
  text = read_text(r.found, at, v).value_or("");
}
void read_number(form_reader& r, const place_in_file& at, const value& v,
                 std::optional<scoring::decimal>& number) {
  number = to_decimal(v);
  if (!number) report_type(r.found, at, "a number", v);
}

// --- raises --------------------------------------------------------------------------------------

constexpr std::array<std::string_view, 2> when_words{"on-finish", "in-proportion"};

/// A number, true or false, a text that is a number or a label.
void read_goal(form_reader& r, const place_in_file& at, const value& v, raise& to) {
  if (v.is_bool()) {
    to.to = v.get_bool() ? 1 : 0;
  } else if (const auto number = to_decimal(v)) {
    to.to = *number;
  } else if (v.is_string() && !v.get_string().empty()) {
    to.label = v.get_string();
  } else {
    report_type(r.found, at, "a number, true or false, or the label of a level", v);
  }
}

constexpr auto raise_fields = std::to_array<field<form_reader, raise>>({
    {"indicator",
     [](form_reader& r, const place_in_file& at, const value& v, raise& to) {
       read_key(r, at, v, to.indicator);
     },
     "the id of the indicator that the task raises"},
    {"object", [](form_reader& r, const place_in_file& at, const value& v,
                  raise& to) { read_key(r, at, v, to.object); }},
    {"to", read_goal, "the value that the indicator will have"},
    {"when",
     [](form_reader& r, const place_in_file& at, const value& v, raise& to) {
       to.when = static_cast<raised>(read_word(r.found, at, v, when_words).value_or(0));
     }},
    {"from", [](form_reader& r, const place_in_file& at, const value& v,
                raise& to) { read_number(r, at, v, to.from); }},
});

// --- evidence ------------------------------------------------------------------------------------

/// Whether it is there, or the day on which it came.
void read_presence(form_reader& r, const place_in_file& at, const value& v, evidence& e) {
  if (v.is_bool()) {
    e.is_there = v.get_bool();
  } else if (v.is_string()) {
    e.since = read_date(r.found, at, v);
  } else {
    report_type(r.found, at, "true, false, or the date on which it came", v);
  }
}

constexpr auto evidence_fields = std::to_array<field<form_reader, evidence>>({
    {"id",
     [](form_reader& r, const place_in_file& at, const value& v, evidence& e) {
       read_key(r, at, v, e.id);
     },
     "the id by which other fields name the piece of evidence"},
    {"name", [](form_reader& r, const place_in_file& at, const value& v,
                evidence& e) { read_words(r, at, v, e.name); }},
    {"kind", [](form_reader& r, const place_in_file& at, const value& v,
                evidence& e) { read_words(r, at, v, e.kind); }},
    {"proves", [](form_reader& r, const place_in_file& at, const value& v,
                  evidence& e) { read_keys(r, at, v, e.proves); }},
    {"supplier", [](form_reader& r, const place_in_file& at, const value& v,
                    evidence& e) { read_key(r, at, v, e.supplier); }},
    {"due", [](form_reader& r, const place_in_file& at, const value& v,
               evidence& e) { e.due = read_date_or_null(r.found, at, v); }},
    {"present", read_presence},
    {"period", [](form_reader& r, const place_in_file& at, const value& v,
                  evidence& e) { read_words(r, at, v, e.period); }},
});

// --- gates ---------------------------------------------------------------------------------------

constexpr auto gate_fields = std::to_array<field<form_reader, gate>>({
    {"id",
     [](form_reader& r, const place_in_file& at, const value& v, gate& g) {
       read_key(r, at, v, g.id);
     },
     "the id of the gate, unique among the gates"},
    {"name", [](form_reader& r, const place_in_file& at, const value& v,
                gate& g) { read_words(r, at, v, g.name); }},
    {"inspection",
     [](form_reader& r, const place_in_file& at, const value& v, gate& g) {
       read_key(r, at, v, g.inspection);
     },
     "the id of the inspection that it stands before"},
    {"after", [](form_reader& r, const place_in_file& at, const value& v,
                 gate& g) { read_keys(r, at, v, g.after); }},
    {"evidence", [](form_reader& r, const place_in_file& at, const value& v,
                    gate& g) { read_keys(r, at, v, g.evidence); }},
    {"passed", [](form_reader& r, const place_in_file& at, const value& v,
                  gate& g) { g.passed = read_date_or_null(r.found, at, v); }},
});

// --- problems ------------------------------------------------------------------------------------

constexpr std::array<std::string_view, 5> finding_states{"open", "in-hand", "submitted", "accepted",
                                                         "returned"};

constexpr auto acceptance_fields = std::to_array<field<form_reader, acceptance>>({
    {"by", [](form_reader& r, const place_in_file& at, const value& v,
              acceptance& a) { read_key(r, at, v, a.by); }},
    {"rule", [](form_reader& r, const place_in_file& at, const value& v,
                acceptance& a) { read_words(r, at, v, a.rule); }},
});

constexpr auto finding_step_fields = std::to_array<field<form_reader, finding_step>>({
    {"date",
     [](form_reader& r, const place_in_file& at, const value& v, finding_step& s) {
       if (const auto on = read_date(r.found, at, v)) s.on = *on;
     },
     "the date of the step"},
    {"state",
     [](form_reader& r, const place_in_file& at, const value& v, finding_step& s) {
       s.state = static_cast<finding_state>(read_word(r.found, at, v, finding_states).value_or(0));
     },
     "the state from that date on"},
    {"reason", [](form_reader& r, const place_in_file& at, const value& v,
                  finding_step& s) { read_words(r, at, v, s.reason); }},
});

void read_history(form_reader& r, const place_in_file& at, const value& v, finding& f) {
  const auto steps = read_array(r.found, at, v, "an array of steps");
  if (!steps) return;
  for (std::size_t i = 0; i < steps->size(); ++i) {
    finding_step step{to_date(0), finding_state::open};
    read_fields(r, at[i], (*steps)[i], finding_step_fields, step);
    f.history.push_back(std::move(step));
  }
}

constexpr auto finding_fields = std::to_array<field<form_reader, finding>>({
    {"id",
     [](form_reader& r, const place_in_file& at, const value& v, finding& f) {
       read_key(r, at, v, f.id);
     },
     "the id of the problem, unique among the problems"},
    {"name", [](form_reader& r, const place_in_file& at, const value& v,
                finding& f) { read_words(r, at, v, f.name); }},
    {"found",
     [](form_reader& r, const place_in_file& at, const value& v, finding& f) {
       if (const auto on = read_date(r.found, at, v)) f.found = *on;
     },
     "the date on which it was found"},
    {"source", [](form_reader& r, const place_in_file& at, const value& v,
                  finding& f) { read_words(r, at, v, f.source); }},
    {"units", [](form_reader& r, const place_in_file& at, const value& v,
                 finding& f) { read_keys(r, at, v, f.units); }},
    {"tasks", [](form_reader& r, const place_in_file& at, const value& v,
                 finding& f) { read_keys(r, at, v, f.tasks); }},
    {"acceptance", [](form_reader& r, const place_in_file& at, const value& v,
                      finding& f) { read_fields(r, at, v, acceptance_fields, f.accepted); }},
    {"history", read_history},
    {"due", [](form_reader& r, const place_in_file& at, const value& v,
               finding& f) { f.due = read_date_or_null(r.found, at, v); }},
});

// --- the file ------------------------------------------------------------------------------------

/// Reads each element of an array into a copy of `empty`; keeps those that are all right in form.
template <class Thing, std::size_t Size>
void read_list(form_reader& r, const place_in_file& at, const value& v,
               const std::array<field<form_reader, Thing>, Size>& fields, const Thing& empty,
               readiness_document::list<Thing>& things) {
  const auto array = read_array(r.found, at, v, "an array");
  if (!array) return;
  for (std::size_t i = 0; i < array->size(); ++i) {
    const std::size_t before = r.found.problems().size();
    Thing thing = empty;
    read_fields(r, at[i], (*array)[i], fields, thing);
    if (r.found.problems().size() == before) things.emplace_back(std::move(thing), at[i].text());
  }
}

/// A thing without a name is called by its id.
template <class Thing>
void name_by_id(readiness_document::list<Thing>& things) {
  for (auto& [thing, where] : things) {
    if (thing.name.empty()) thing.name = thing.id.text();
  }
}

void read_raises(form_reader& r, const place_in_file& at, const json::object& task,
                 readiness_document& document) {
  const value* id = task.if_contains("id");
  const value* raises = task.if_contains("raises");
  if (!raises || !id || !id->is_string()) return;
  const raise empty{.task = task_key(std::string(id->get_string())),
                    .indicator = indicator_key("")};
  read_list(r, at / "raises", *raises, raise_fields, empty, document.raises);
}

}  // namespace

void readiness_document::add_to(campaign_builder& builder) const {
  for (const auto& [thing, where] : pieces) builder.add(thing, where);
  for (const auto& [thing, where] : raises) builder.add(thing, where);
  for (const auto& [thing, where] : gates) builder.add(thing, where);
  for (const auto& [thing, where] : findings) builder.add(thing, where);
}

readiness_document read_readiness(findings& found, const value& root) {
  readiness_document document;
  const auto fields = root.if_object();
  if (!fields) return document;
  form_reader r{found};
  const place_in_file top;
  const auto read = [&](const char* name, const auto& table, const auto& empty, auto& things) {
    if (const value* v = fields->if_contains(name))
      read_list(r, top / name, *v, table, empty, things);
  };
  read("evidence", evidence_fields, evidence{.id = evidence_key("")}, document.pieces);
  read("gates", gate_fields, gate{.id = gate_key(""), .inspection = inspection_key("")},
       document.gates);
  read("problems", finding_fields, finding{.id = finding_key(""), .found = to_date(0)},
       document.findings);
  name_by_id(document.pieces);
  name_by_id(document.gates);
  name_by_id(document.findings);
  const value* tasks = fields->if_contains("tasks");
  if (!tasks || !tasks->is_array()) return document;
  const place_in_file all = top / "tasks";
  for (std::size_t t = 0; t < tasks->get_array().size(); ++t) {
    const auto task = tasks->get_array()[t].if_object();
    if (task) read_raises(r, all[t], *task, document);
  }
  return document;
}

}  // namespace daopai::io
