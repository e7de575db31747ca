/// Chains of links that set dates, as positions in a network, and as explanations of them.
#ifndef DAOPAI_SCHEDULE_DETAIL_CHAIN_HPP
#define DAOPAI_SCHEDULE_DETAIL_CHAIN_HPP

#include <daopai/schedule/critical_path.hpp>
#include <daopai/schedule/explanation.hpp>

namespace daopai::detail {

/// Events in the order of time; `links[n]` joins `at[n]` to `at[n + 1]`.
struct chain {
  std::vector<position> at;
  std::vector<network_link> links{};
};

inline void reverse(chain& c) {
  std::reverse(c.at.begin(), c.at.end());
  std::reverse(c.links.begin(), c.links.end());
}

/// From what sets the early dates at `p` to `p`, along the first tight link of each event. A start
/// that has happened is a fact: nothing before it matters.
[[nodiscard]] inline chain chain_before(const network& net, const event_dates& early, position p) {
  chain c{{p}};
  while (!is_fixed(net, p)) {
    const network_link* l = tight_predecessor(net, early, p);
    if (!l) break;
    c.links.push_back(*l);
    c.at.push_back(p = l->other);
    if (is_spent(net, p, *l)) break;
  }
  reverse(c);
  return c;
}

/// From `p` to what sets its late dates, along the first tight link for which `takes(link)`.
template <class Takes>
[[nodiscard]] chain chain_behind(const network& net, const event_dates& late, position p,
                                 Takes takes) {
  chain c{{p}};
  while (!is_fixed(net, p)) {
    const network_link* next = nullptr;
    for (const network_link& l : net.successors(p)) {
      if (!next && is_tight_after(net, late, p, l) && takes(l)) next = &l;
    }
    if (!next) break;
    c.links.push_back(*next);
    c.at.push_back(p = next->other);
  }
  return c;
}

/// Writes chains down as explanations.
template <class Schedule>
class chain_writer {
public:
  explicit chain_writer(const Schedule& s) : s_(s), net_(s.network()), plan_(s.plan()) {}

  [[nodiscard]] explanation early(event_id of, const chain& c) const {
    return write(date_side::early, of, early_fact_at(c), c);
  }

  /// Where no link but the plan's last inspection holds the last event, it joins the chain.
  [[nodiscard]] explanation late(event_id of, chain c) const {
    const driver fact = late_fact_at(c);
    const position last = c.at.back();
    if (fact.by == driven_by::inspection && net_.at(fact.what->inspection()) != last) {
      c.links.push_back({nowhere, 0, dependency_kind::finish_to_start, false});
      c.at.push_back(net_.at(fact.what->inspection()));
    }
    return write(date_side::late, of, fact, c);
  }

private:
  [[nodiscard]] explanation write(date_side side, event_id of, const driver& fact,
                                  const chain& c) const {
    explanation e{side, of, fact, {}, {}};
    for (const position p : c.at) e.events.push_back(event_at(side, p));
    for (std::size_t n = 0; n < c.links.size(); ++n) {
      const network_link& l = c.links[n];
      const lag length = l.elapsed ? lag(calendar_days(l.lag)) : lag(workdays(l.lag));
      e.links.push_back({l.kind, length, origin_of(c, n)});
    }
    return e;
  }

  [[nodiscard]] chain_event event_at(date_side side, position p) const {
    const event_dates& dates = side == date_side::early ? s_.early_dates() : s_.late_dates();
    const bool as_done = side == date_side::late && is_let_go(p);
    const bool is_inspection = net_[p].kind == event_kind::inspection;
    const event_id event =
        is_inspection ? event_id(net_.inspection_of(p)) : event_id(net_.task_of(p));
    const calendar_id c = is_inspection ? calendar_id(0) : plan_.calendar_of(net_.task_of(p));
    return {.event = event,
            .role = role_of(p),
            .calendar = c,
            .work = workdays(net_[p].duration),
            .shown = shown(side, p, dates),
            .start = to_date(as_done ? work_done(net_, p).start : dates.start[p]),
            .finish = to_date(as_done ? work_done(net_, p).finish : dates.finish[p])};
  }

  /// Whether the task at `p` is done and nothing holds what it may still pass on.
  [[nodiscard]] bool is_let_go(position p) const {
    return is_done(net_, p) && s_.late_dates().finish[p] == never;
  }

  [[nodiscard]] chain_role role_of(position p) const {
    if (net_[p].kind != event_kind::hub) return chain_role::itself;
    if (net_.graph.gathers(net_[p].node)) {
      const bool starts = leaves_start(net_.predecessors(p).begin()->kind);
      return starts ? chain_role::phase_has_started : chain_role::phase_has_finished;
    }
    const bool start = holds_start(net_.successors(p).begin()->kind);
    return start ? chain_role::phase_may_start : chain_role::phase_may_finish;
  }

  [[nodiscard]] date_window shown(date_side side, position p, const event_dates& dates) const {
    if (net_[p].kind == event_kind::inspection) {
      return {to_date(dates.start[p]), to_date(dates.start[p])};
    }
    if (net_[p].kind == event_kind::hub) {
      const calendar& c = net_.calendar_of(p);
      const std::int32_t number = c.number_of(dates.start[p]);
      const bool morning = role_of(p) == chain_role::phase_may_start;
      const date day = to_date(c.day_of(morning ? number : number - 1));
      return {day, day};
    }
    const task_id t = net_.task_of(p);
    if (side == date_side::early) return {s_.early_start(t), s_.early_finish(t)};
    return {s_.late_start(t), s_.late_finish(t)};
  }

  [[nodiscard]] link_origin origin_of(const chain& c, std::size_t n) const {
    const position before = c.at[n];
    const position after = c.at[n + 1];
    const link joint{net_[before].node, net_[after].node, c.links[n].kind, workdays(0)};
    if (net_.graph.is_structural(joint)) return link_origin::phase;
    if (c.links[n].other == nowhere) return link_origin::last_date;
    const bool stated = net_[after].kind != event_kind::inspection || !net_.is_task(before) ||
                        waits_for(net_.inspection_of(after), net_.task_of(before));
    return stated ? link_origin::dependency : link_origin::last_date;
  }

  [[nodiscard]] bool waits_for(inspection_id i, task_id t) const {
    const std::string& key = plan_[t].id.text();
    const auto& after = plan_[i].after;
    return std::any_of(after.begin(), after.end(),
                       [&](const predecessor& p) { return p.is_task() && p.text() == key; });
  }

  [[nodiscard]] driver early_fact_at(const chain& c) const {
    const position p = c.at.front();
    if (net_[p].kind == event_kind::inspection) return driver_at(net_, p);
    if (!c.links.empty() && is_spent(net_, p, c.links.front())) {
      return {driven_by::progress, std::nullopt, to_date(s_.early_dates().start[p])};
    }
    if (is_done(net_, p)) return done_at(p);
    const day_number today = to_day(s_.status());
    driver fact = early_fact(net_, p, today);
    const auto& limit = net_[p].earliest;
    if (!fact.on) fact.on = to_date(limit ? std::max(today, limit->day) : today);
    return fact;
  }

  [[nodiscard]] driver late_fact_at(const chain& c) const {
    const position p = c.at.back();
    if (net_[p].kind == event_kind::inspection) return driver_at(net_, p);
    const bool is_settled = is_done(net_, p) && !is_held_up(net_, s_.early_dates(), p);
    if (is_let_go(p) || (is_settled && c.at.size() == 1)) return done_at(p);
    driver fact = late_fact(net_, p);
    if (!fact.on) fact.on = s_.finish();
    return fact;
  }

  [[nodiscard]] driver done_at(position p) const {
    return {driven_by::progress, std::nullopt, progress_at(net_, p).finished};
  }

  const Schedule& s_;
  const daopai::network& net_;
  const plan& plan_;
};

}  // namespace daopai::detail

#endif  // DAOPAI_SCHEDULE_DETAIL_CHAIN_HPP
