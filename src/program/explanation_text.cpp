#include "program/explanation_text.hpp"

#include "program/counts.hpp"
#include "program/terminal.hpp"
#include "program/text_width.hpp"
#include "program/words.hpp"
#include <daopai/schedule/near_critical.hpp>

#include <algorithm>

namespace daopai::program {
namespace {

/// `%1`, `%2`, ... stand for what say() puts there.
struct page_words {
  std::string_view seen_from;  ///< date
  std::string_view dates;      ///< early start and finish, late start and finish, float
  std::string_view critical;
  std::string_view longer;      ///< the longer chain comes
  std::string_view least_room;  ///< event, working days of room
  std::string_view is_late;     ///< event, working days too late
  std::string_view waits_for_nothing;
  std::string_view chains;      ///< number of working days
  std::string_view chain_room;  ///< working days, tasks
  std::string_view would_help;
  std::string_view nothing_helps;
  std::string_view all_met;  ///< least float
  std::string_view all_met_undated;
  std::string_view more;  ///< number
};

constexpr page_words english_page{
    .seen_from = "Seen from %1",
    .dates = "Earliest %1 to %2, latest %3 to %4; float: %5",
    .critical = "It is critical: no chain to what holds it is longer than the one it is on",
    .longer = "The longer chain:",
    .least_room = "so %1 has only %2 of room",
    .is_late = "so %1 is too late by %2",
    .waits_for_nothing = "It waits for nothing",
    .chains = "Chains within %1 working days of the longest, and the float each would leave:",
    .chain_room = "%1: %2",
    .would_help = "What would help, the most helpful first:",
    .nothing_helps = "All tasks on this chain are done or take no time",
    .all_met = "Every inspection and every deadline can be met; the least float of a task is %1",
    .all_met_undated = "There is nothing to be met",
    .more = "... and %1 more that cannot be met",
};

constexpr page_words chinese_page{
    .seen_from = "从 %1 算起",
    .dates = "最早 %1 至 %2，最迟 %3 至 %4；机动 %5 个工作日",
    .critical = "在关键路径上：通向所等日期的各条路径里没有更长的",
    .longer = "更长的路径：",
    .least_room = "所以%1只有 %2的机动",
    .is_late = "所以%1晚了 %2",
    .waits_for_nothing = "没有需要等待的任务",
    .chains = "与最长路径相差不超过 %1 个工作日的路径，以及各自留下的机动：",
    .chain_room = "%1：%2",
    .would_help = "在哪里赶时间最有用：",
    .nothing_helps = "这条路径上的任务都已完成或不占时间",
    .all_met = "各项检查和期限都来得及，任务的机动最少 %1 个工作日",
    .all_met_undated = "没有需要赶上的日期",
    .more = "……另有 %1 项来不及",
};

class explanation_page {
public:
  explanation_page(const schedule& s, const telling& how)
      : s_(s),
        plan_(s.plan()),
        how_(how),
        w_(how.lang == language::chinese ? chinese_page : english_page),
        tell_(plan_, how.lang) {
    if (!plan_.title().empty()) paragraph(plan_.title(), 0, style::heading);
    paragraph(say(w_.seen_from, to_string(s.status())), 0);
  }

  void write_event(event_id e) {
    if (e.is_inspection()) return write_inspection(e.inspection());
    const task_id t = e.task();
    heading(tell_.name(t));
    paragraph(
        say(w_.dates, to_string(s_.early_start(t)), to_string(s_.early_finish(t)),
            to_string(s_.late_start(t)), to_string(s_.late_finish(t)), count(s_.total_float(t))),
        2);
    write_explanation(why_early_start(s_, t));
    write_explanation(why_late_start(s_, t));
    write_criticality(t);
  }

  void write_shortfalls() {
    const auto all = worst_shortfalls(s_);
    if (all.empty()) return write_all_met();
    for (const shortfall& f : all) write_shortfall(f);
    const std::size_t others = shortfalls(s_).size() - all.size();
    if (others > 0) paragraph(say(w_.more, std::to_string(others)), 0);
  }

  [[nodiscard]] std::string take() { return std::move(text_); }

private:
  void write_explanation(const explanation& e) {
    heading(headline(s_, e, how_.lang));
    list(reasons(s_, e, how_.lang));
  }

  void write_criticality(task_id t) {
    if (s_.is_critical(t)) return heading(std::string(w_.critical));
    const auto why = why_not_critical(s_, t);
    if (!why) return;
    heading(headline(s_, *why, how_.lang));
    paragraph(std::string(w_.longer), 2);
    auto told = reasons(s_, why->longer, how_.lang);
    const bool late = why->least_room.count() < 0;
    const std::string room = count(late ? -why->least_room : why->least_room);
    told.push_back(say(late ? w_.is_late : w_.least_room, tell_.name(why->longer.of), room));
    list(told);
  }

  void write_inspection(inspection_id i) {
    for (const shortfall& f : shortfalls(s_)) {
      if (f.of == event_id(i)) {
        write_shortfall(f);
        return write_chains(i);
      }
    }
    const auto why = why_ready(s_, i);
    if (!why) {
      heading(tell_.name(i));
      return paragraph(std::string(w_.waits_for_nothing), 2);
    }
    write_explanation(*why);
    write_chains(i);
  }

  void write_chains(inspection_id i) {
    text_ += '\n';
    paragraph(say(w_.chains, count(how_.within)), 2);
    std::vector<std::string> chains;
    for (const auto& path : near_critical_paths(s_, i, how_.within, most_chains)) {
      std::string tasks;
      for (const task_id t : path.tasks) {
        tasks += (tasks.empty() ? "" : " → ") + plan_[t].id.text();
      }
      chains.push_back(say(w_.chain_room, count(path.total_float), tasks));
    }
    list(chains);
  }

  void write_shortfall(const shortfall& f) {
    heading(headline(s_, f, how_.lang), style::late);
    const explanation why = why_not_met(s_, f);
    list(reasons(s_, why, how_.lang));
    const auto helps = levers(s_, f, why);
    text_ += '\n';
    paragraph(std::string(helps.empty() ? w_.nothing_helps : w_.would_help), 2);
    std::vector<std::string> told;
    for (const lever& x : helps) told.push_back(sentence(s_, x, f, how_.lang));
    list(told);
  }

  void write_all_met() {
    text_ += '\n';
    const auto least = s_.least_float();
    const bool dated = s_.network().last_anchor.has_value();
    paragraph(least && dated ? say(w_.all_met, std::to_string(least->count()))
                             : std::string(w_.all_met_undated),
              0);
  }

  void heading(const std::string& title, style look = style::heading) {
    text_ += '\n';
    paragraph(title, 0, look);
  }

  void paragraph(const std::string& text, std::size_t indent, style look = style::plain) {
    for (const std::string& line : wrapped(text, page_width - indent)) {
      text_ += std::string(indent, ' ') + painted(line, look, how_.colour) + '\n';
    }
  }

  void list(const std::vector<std::string>& items) {
    constexpr std::size_t indent = 6;
    for (std::size_t n = 0; n < items.size(); ++n) {
      const std::string number = std::to_string(n + 1) + ". ";
      bool first = true;
      for (const std::string& line : wrapped(items[n], page_width - indent)) {
        text_ += (first ? fitted(number, indent, align::right) : std::string(indent, ' ')) + line;
        text_ += '\n';
        first = false;
      }
    }
  }

  const schedule& s_;
  const plan& plan_;
  const telling& how_;
  const page_words& w_;
  daopai::detail::event_words tell_;
  std::string text_{};
};

}  // namespace

std::vector<shortfall> worst_shortfalls(const schedule& s) {
  std::vector<shortfall> all = shortfalls(s);
  if (all.size() <= most_shortfalls) return all;
  std::vector<std::size_t> order;
  for (std::size_t n = 0; n < all.size(); ++n) order.push_back(n);
  std::ranges::stable_sort(
      order, [&](std::size_t a, std::size_t b) { return all[a].short_by > all[b].short_by; });
  order.resize(most_shortfalls);
  std::ranges::sort(order);
  std::vector<shortfall> worst;
  for (const std::size_t n : order) worst.push_back(all[n]);
  return worst;
}

std::string explanation_text(const schedule& s, event_id e, const telling& how) {
  explanation_page page(s, how);
  page.write_event(e);
  return page.take();
}

std::string shortfalls_text(const schedule& s, const telling& how) {
  explanation_page page(s, how);
  page.write_shortfalls();
  return page.take();
}

}  // namespace daopai::program
