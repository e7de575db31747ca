#include "program/readiness/page.hpp"

namespace daopai::program {

void readiness_page::line(std::string_view text, style look) {
  for (const std::string& l : wrapped(text, page_width)) text_ += painted(l, look, colour_) + '\n';
}

void readiness_page::item(std::string_view text, style look) {
  std::string margin = "  ";
  for (const std::string& l : wrapped(text, page_width - 4)) {
    text_ += margin + painted(l, look, colour_) + '\n';
    margin = "    ";
  }
}

void readiness_page::section(std::string_view title) {
  blank_line();
  line(title, style::heading);
}

std::string readiness_page::short_date(const date& d) const {
  const bool this_year = d.year() == s.status().year();
  if (!w.year_month_day) return this_year ? to_string(d).substr(5) : to_string(d);
  const std::string day = std::to_string(d.month().as_number()) + "月" +
                          std::to_string(static_cast<int>(d.day())) + "日";
  return this_year ? day : std::to_string(static_cast<int>(d.year())) + "年" + day;
}

}  // namespace daopai::program
