/// Of all chains that set early dates, the one with the fewest links.
#ifndef DAOPAI_SCHEDULE_DETAIL_SHORTEST_CHAIN_HPP
#define DAOPAI_SCHEDULE_DETAIL_SHORTEST_CHAIN_HPP

#include <daopai/schedule/detail/chain.hpp>

namespace daopai::detail {

/// Looks back from a few events along tight links, breadth first.
class shortest_chain_finder {
public:
  shortest_chain_finder(const network& net, const event_dates& early, const date& status)
      : net_(net), early_(early), today_(to_day(status)), seen_(net.size(), 0) {}

  /// From the nearest event whose dates a fact sets to one of `ends`.
  [[nodiscard]] chain run(const std::vector<position>& ends) {
    for (const position p : ends) visit(p, none, {nowhere, 0, {}, false});
    std::size_t head = 0;
    while (!is_set_by_a_fact(visits_[head]) && look_behind(head)) ++head;
    return chain_from(head);
  }

private:
  static constexpr std::size_t none = ~std::size_t{0};
  struct step {
    position at;
    std::size_t towards;  // the visit from which this one was found
    network_link link;    // to that
  };

  void visit(position p, std::size_t towards, const network_link& link) {
    if (seen_[p] != 0) return;
    seen_[p] = 1;
    visits_.push_back({p, towards, link});
  }

  /// Whether a next visit waits after that at `head`, whose tight predecessors are visited.
  bool look_behind(std::size_t head) {
    const position p = visits_[head].at;
    const bool is_inspection = net_[p].kind == event_kind::inspection;
    const instant ready =
        is_inspection ? ready_for(net_, early_, net_.inspection_of(p)).value_or(always) : always;
    for (const network_link& l : net_.predecessors(p)) {
      const bool tight =
          is_inspection ? is_ready_at(p, l, ready) : is_tight_before(net_, early_, p, l);
      if (tight) visit(l.other, head, l);
    }
    return head + 1 < visits_.size();
  }

  [[nodiscard]] bool is_ready_at(position inspection, const network_link& l, instant ready) const {
    const calendar& c = net_.calendar_of(inspection);
    const link_end before = end_at(net_, early_, l.other);
    return c.number_of(earliest_start(l, before, open_end(net_, inspection))) == c.number_of(ready);
  }

  /// Progress, today, a not_before; an inspection that something waits for.
  [[nodiscard]] bool is_set_by_a_fact(const step& v) const {
    const position p = v.at;
    if (net_[p].kind == event_kind::inspection) return v.towards != none;
    if (net_[p].kind == event_kind::hub) return false;
    if (v.towards != none && is_spent(net_, p, v.link)) return true;
    if (is_done(net_, p)) return !is_held_up(net_, early_, p);
    return sets(net_, p, own_earliest(net_, p, today_), start_of_rest(net_, early_, p));
  }

  [[nodiscard]] chain chain_from(std::size_t head) const {
    chain c{{visits_[head].at}};
    for (std::size_t v = head; visits_[v].towards != none; v = visits_[v].towards) {
      c.links.push_back(visits_[v].link);
      c.at.push_back(visits_[visits_[v].towards].at);
    }
    return c;
  }

  const network& net_;
  const event_dates& early_;
  day_number today_;
  std::vector<char> seen_;
  std::vector<step> visits_{};
};

/// From the nearest fact to one of `ends`: tasks, or one inspection. O(tasks + dependencies).
[[nodiscard]] inline chain shortest_chain_before(const network& net, const event_dates& early,
                                                 const std::vector<position>& ends,
                                                 const date& status) {
  return shortest_chain_finder(net, early, status).run(ends);
}

}  // namespace daopai::detail

#endif  // DAOPAI_SCHEDULE_DETAIL_SHORTEST_CHAIN_HPP
