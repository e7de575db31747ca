/// Recurrences as RFC 5545 writes them: "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=20".
#ifndef DAOPAI_SCHEDULE_RECURRENCE_TEXT_HPP
#define DAOPAI_SCHEDULE_RECURRENCE_TEXT_HPP

#include <daopai/schedule/recurrence.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace daopai {

/// Reads the value of an RRULE in any case of letters. Known parts: FREQ (YEARLY, MONTHLY, WEEKLY,
/// DAILY), INTERVAL, BYMONTH, BYMONTHDAY, BYDAY, BYSETPOS, COUNT, UNTIL (YYYYMMDD), WKST.
/// @param from  DTSTART, which the text does not hold
/// @throws invalid_input with everything that is wrong; `where` is the part's name.
[[nodiscard]] recurrence parse_recurrence(std::string_view text, const date& from);

/// The text that parse_recurrence reads back to the same rule, without DTSTART.
[[nodiscard]] std::string to_string(const recurrence& r);

// ---------------------------------------------------------------------------------------------

namespace detail {

inline constexpr std::array<std::string_view, 4> frequency_words{"YEARLY", "MONTHLY", "WEEKLY",
                                                                 "DAILY"};
inline constexpr std::array<std::string_view, 7> weekday_words{"MO", "TU", "WE", "TH",
                                                               "FR", "SA", "SU"};

/// The index of a word in a list of words as the enumeration whose order it has.
template <class Enumeration, std::size_t Size>
[[nodiscard]] std::optional<Enumeration> find_word(const std::array<std::string_view, Size>& words,
                                                   std::string_view word) {
  const auto at = std::ranges::find(words, word);
  if (at == words.end()) return std::nullopt;
  return static_cast<Enumeration>(at - words.begin());
}

/// Up to six digits behind an optional sign.
[[nodiscard]] inline std::optional<int> parse_integer(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  if (text.empty() || text.size() > 6) return std::nullopt;
  const int value = parse_digits(text);
  if (value < 0) return std::nullopt;
  return negative ? -value : value;
}

/// Hands the pieces of `text` between separators to `take`.
template <class Take>
void split(std::string_view text, char separator, Take take) {
  for (;;) {
    const std::size_t at = std::min(text.find(separator), text.size());
    take(text.substr(0, at));
    if (at == text.size()) return;
    text.remove_prefix(at + 1);
  }
}

class recurrence_reader {
public:
  recurrence_reader(std::string_view text, const date& from)
      : rule_{.freq = frequency::yearly, .from = from} {
    std::string upper(text);
    for (char& c : upper) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    split(upper, ';', [&](std::string_view part) { read(part); });
    if (std::ranges::find(seen_, "FREQ") == seen_.end()) {
      report("FREQ", "is missing; expected YEARLY, MONTHLY, WEEKLY or DAILY");
    }
    const auto more = daopai::problems(rule_);
    problems_.insert(problems_.end(), more.begin(), more.end());
  }

  [[nodiscard]] recurrence take() {
    if (!problems_.empty()) throw invalid_input(std::move(problems_));
    return std::move(rule_);
  }

private:
  void read(std::string_view part) {
    const std::size_t equals = part.find('=');
    const std::string name(part.substr(0, equals));
    if (equals == part.npos) return report(name, "has no value; expected NAME=VALUE");
    if (std::ranges::find(seen_, name) != seen_.end()) return report(name, "stands twice");
    seen_.push_back(name);
    if (!read_value(name, part.substr(equals + 1))) {
      report(name,
             "is not known here; expected FREQ, INTERVAL, BYMONTH, BYMONTHDAY, BYDAY, "
             "BYSETPOS, COUNT, UNTIL or WKST");
    }
  }

  bool read_value(const std::string& name, std::string_view value) {
    if (name == "BYMONTH") return read_numbers(name, value, rule_.by_month);
    if (name == "BYMONTHDAY") return read_numbers(name, value, rule_.by_month_day);
    if (name == "BYSETPOS") return read_numbers(name, value, rule_.by_set_pos);
    if (name == "BYDAY") return read_days(value);
    if (name == "INTERVAL") return set(name, value, parse_integer(value), rule_.interval);
    if (name == "COUNT") return set(name, value, parse_integer(value), rule_.count);
    if (name == "UNTIL") return set(name, value, parse_until(value), rule_.until);
    if (name == "FREQ") {
      return set(name, value, find_word<frequency>(frequency_words, value), rule_.freq);
    }
    if (name != "WKST") return false;
    return set(name, value, find_word<weekday>(weekday_words, value), rule_.week_start);
  }

  template <class Value, class Field>
  bool set(const std::string& name, std::string_view text, const std::optional<Value>& value,
           Field& field) {
    if (value) field = *value;
    if (!value) report(name, "is \"" + std::string(text) + "\"; expected " + expected(name));
    return true;
  }

  static std::string expected(const std::string& name) {
    if (name == "FREQ") return "YEARLY, MONTHLY, WEEKLY or DAILY";
    if (name == "WKST") return "MO, TU, WE, TH, FR, SA or SU";
    if (name == "UNTIL") return "a date as YYYYMMDD";
    return "a whole number";
  }

  bool read_numbers(const std::string& name, std::string_view value, std::vector<int>& list) {
    split(value, ',', [&](std::string_view item) {
      int number = 0;
      const auto parsed = parse_integer(item);
      set(name, item, parsed, number);
      if (parsed) list.push_back(number);
    });
    return true;
  }

  bool read_days(std::string_view value) {
    split(value, ',', [&](std::string_view item) {
      const std::size_t tail = item.size() < 2 ? 0 : item.size() - 2;
      const auto day = find_word<weekday>(weekday_words, item.substr(tail));
      const auto nth = tail == 0 ? 0 : parse_integer(item.substr(0, tail));
      if (day && nth && (tail == 0 || *nth != 0)) {
        rule_.by_day.push_back({*day, *nth});
      } else {
        report("BYDAY",
               "holds \"" + std::string(item) + "\"; expected a weekday such as FR or -1FR");
      }
    });
    return true;
  }

  static std::optional<date> parse_until(std::string_view text) {
    if (text.size() != 8) return std::nullopt;
    const std::string digits(text);
    return parse_date(digits.substr(0, 4) + '-' + digits.substr(4, 2) + '-' + digits.substr(6));
  }

  void report(const std::string& name, const std::string& what) {
    const std::string part = name.empty() ? "a part" : name;
    problems_.push_back({"invalid-recurrence", name, part + ' ' + what});
  }

  recurrence rule_;
  std::vector<std::string> seen_{};
  std::vector<problem> problems_{};
};

inline void append_list(std::string& text, std::string_view name, const std::vector<int>& list) {
  if (list.empty()) return;
  text.append(";").append(name).append("=");
  for (std::size_t i = 0; i < list.size(); ++i) {
    text += (i == 0 ? "" : ",") + std::to_string(list[i]);
  }
}

[[nodiscard]] inline std::string without_dashes(std::string date_text) {
  std::erase(date_text, '-');
  return date_text;
}

}  // namespace detail

inline recurrence parse_recurrence(std::string_view text, const date& from) {
  return detail::recurrence_reader(text, from).take();
}

inline std::string to_string(const recurrence& r) {
  const auto word = [](weekday d) {
    return std::string(detail::weekday_words[static_cast<std::size_t>(d)]);
  };
  std::string text = "FREQ=";
  text += detail::frequency_words[static_cast<std::size_t>(r.freq)];
  if (r.interval != 1) text += ";INTERVAL=" + std::to_string(r.interval);
  detail::append_list(text, "BYMONTH", r.by_month);
  detail::append_list(text, "BYMONTHDAY", r.by_month_day);
  for (std::size_t i = 0; i < r.by_day.size(); ++i) {
    text += i == 0 ? ";BYDAY=" : ",";
    if (r.by_day[i].nth != 0) text += std::to_string(r.by_day[i].nth);
    text += word(r.by_day[i].day);
  }
  detail::append_list(text, "BYSETPOS", r.by_set_pos);
  if (r.count) text += ";COUNT=" + std::to_string(*r.count);
  if (r.until) text += ";UNTIL=" + detail::without_dashes(to_string(*r.until));
  if (r.week_start != weekday::monday) text += ";WKST=" + word(r.week_start);
  return text;
}

}  // namespace daopai

#endif  // DAOPAI_SCHEDULE_RECURRENCE_TEXT_HPP
