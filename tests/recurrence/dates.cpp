// Answers each line "FROM LAST RULE" of its input with the rule's dates from FROM to LAST, in one
// line of output.
#include <daopai/schedule/recurrence_text.hpp>

#include <iostream>

int main() {
  std::string from;
  std::string last;
  std::string rule;
  while (std::cin >> from >> last >> rule) {
    const daopai::date first = daopai::parse_date(from).value();
    const daopai::recurrence r = daopai::parse_recurrence(rule, first);
    std::string line;
    for (const daopai::date& d : dates_of(r, {first, daopai::parse_date(last).value()})) {
      line += (line.empty() ? "" : " ") + daopai::to_string(d);
    }
    std::cout << line << '\n';
  }
}
