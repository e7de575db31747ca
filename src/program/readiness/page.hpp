/// The readiness page under way: what it is about, its text so far, and how it writes names, dates
/// and lists.
#ifndef DAOPAI_SRC_PROGRAM_READINESS_PAGE_HPP
#define DAOPAI_SRC_PROGRAM_READINESS_PAGE_HPP

#include "program/counts.hpp"
#include "program/joined.hpp"
#include "program/readiness_words.hpp"
#include "program/table.hpp"
#include "program/titled.hpp"
#include <daopai/readiness/outlook.hpp>

#include <algorithm>
#include <string>
#include <string_view>

namespace daopai::program {

/// What stands between the names of a list.
inline constexpr const char* between_names = "、";

class readiness_page {
public:
  readiness_page(const readiness::campaign& what, const readiness::outlook& when,
                 const readiness_words& how, bool colour)
      : c(what), o(when), plan(c.plan()), s(o.dates), w(how), colour_(colour) {}

  const readiness::campaign& c;
  const readiness::outlook& o;
  const daopai::plan& plan;
  const schedule& s;
  const readiness_words& w;

  // --- lines ---

  void line(std::string_view text, style look = style::plain);
  /// Set in below a line or a table.
  void item(std::string_view text, style look = style::plain);
  void blank_line() { text_ += '\n'; }
  void section(std::string_view title);
  void put(const table& rows) { text_ += rows.text(colour_, 2); }

  /// The first rows of a list, and how many more there are.
  /// @param add_row  called with the table and each thing shown
  template <class Things, class AddRow>
  void list(table rows, const Things& things, AddRow add_row) {
    constexpr std::size_t most_rows = 10;
    for (std::size_t i = 0; i < std::min(things.size(), most_rows); ++i) add_row(rows, things[i]);
    put(rows);
    if (things.size() > most_rows) item(say(w.more, std::to_string(things.size() - most_rows)));
  }

  [[nodiscard]] std::string text() && { return std::move(text_); }

  // --- names ---

  [[nodiscard]] std::string name(task_id t) const { return named(plan[t]); }
  [[nodiscard]] std::string name(readiness::indicator_id i) const {
    return named(c.system().at(i));
  }
  [[nodiscard]] std::string name(unit_id u) const { return named(plan[u]); }
  [[nodiscard]] std::string name(const std::optional<unit_id>& u) const {
    return u ? name(*u) : std::string(w.nobody);
  }
  [[nodiscard]] std::string name(const unit_key& u) const {
    const auto known = plan.find(u);
    return known ? name(*known) : u.text();
  }
  [[nodiscard]] std::string lead(task_id t) const { return name(plan.lead(t)); }
  /// All of them, "nobody named" for none.
  template <class Units>
  [[nodiscard]] std::string names_of(const Units& units) const {
    if (units.empty()) return std::string(w.nobody);
    return joined(units, between_names, [this](const auto& u) { return this->name(u); });
  }

  // --- dates ---

  /// Without the year, where it is the year of the page; "-" for none.
  [[nodiscard]] std::string short_date(const date& d) const;
  [[nodiscard]] std::string short_date(const std::optional<date>& d) const {
    return d ? short_date(*d) : std::string("-");
  }
  [[nodiscard]] std::string weekday(const date& d) const {
    return std::string(w.plain.weekdays[static_cast<std::size_t>(weekday_of(to_day(d)))]);
  }
  /// The day that the scores to expect are of.
  [[nodiscard]] std::string goal_day() const {
    return short_date(o.towards ? o.towards->day : o.score->morning);
  }
  [[nodiscard]] std::string goal_name() const {
    const event_id what = o.towards->what;
    return what.is_task() ? name(what.task()) : named(plan[what.inspection()]);
  }

private:
  bool colour_;
  std::string text_{};
};

// --- columns ---

[[nodiscard]] inline column plain_column(std::string_view title) { return {std::string(title)}; }
[[nodiscard]] inline column number_column(std::string_view title) {
  return {std::string(title), align::right};
}
[[nodiscard]] inline column name_column(std::string_view title) {
  return {std::string(title), align::left, 16};
}
[[nodiscard]] inline column unit_column(std::string_view title) {
  return {std::string(title), align::left, 10, 24};
}

}  // namespace daopai::program

#endif  // DAOPAI_SRC_PROGRAM_READINESS_PAGE_HPP
