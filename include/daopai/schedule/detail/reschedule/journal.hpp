/// What changes of a schedule overwrote: enough to undo them, and to say what they changed.
#ifndef DAOPAI_SCHEDULE_DETAIL_RESCHEDULE_JOURNAL_HPP
#define DAOPAI_SCHEDULE_DETAIL_RESCHEDULE_JOURNAL_HPP

#include <daopai/schedule/detail/reschedule/totals.hpp>
#include <daopai/schedule/plan_change.hpp>

namespace daopai::detail {

struct saved_event {
  position at;
  event_state was;
};

struct saved_phase {
  task_id phase;
  phase_span was;
};

/// What a task showed before.
struct shown_before {
  task_id task;
  shown_row row;
};

/// Arrays that a pass over the whole plan replaced; empty where it did not.
struct saved_arrays {
  event_dates early{};
  event_dates late{};
  instant_sides sides{};
  std::vector<instant> harmless{};
};

/// One transaction: where its entries begin, and what it replaced as a whole.
struct transaction {
  std::size_t first_event;
  std::size_t first_phase;
  std::size_t first_change;
  plan_totals totals;
  std::optional<date_limit> last_anchor;
  std::unique_ptr<saved_arrays> arrays{};       ///< after the events were saved
  std::unique_ptr<schedule_content> content{};  ///< after all else; its plan is left out
};

/// A stack of transactions. Each holds an event once at most.
class journal {
public:
  void resize(std::size_t nodes) { seen_in_.resize(nodes, 0); }

  [[nodiscard]] std::size_t size() const { return transactions_.size(); }
  [[nodiscard]] transaction& last() { return transactions_.back(); }
  [[nodiscard]] const transaction& last() const { return transactions_.back(); }

  void open(const plan_totals& totals, const std::optional<date_limit>& last_anchor) {
    transactions_.push_back({events_.size(), phases_.size(), changes_.size(), totals, last_anchor});
  }

  /// Forgets what could be undone.
  void forget() {
    transactions_.clear();
    events_.clear();
    phases_.clear();
    changes_.clear();
  }

  void save(const saved_event& e) { events_.push_back(e); }
  void save(const saved_phase& p) { phases_.push_back(p); }
  void save(const plan_change& opposite) { changes_.push_back(opposite); }

  /// The entries of the last transaction.
  [[nodiscard]] row_view<saved_event> events() const {
    return from(events_, transactions_.back().first_event);
  }
  [[nodiscard]] row_view<saved_phase> phases() const {
    return from(phases_, transactions_.back().first_phase);
  }
  [[nodiscard]] row_view<plan_change> changes() const {
    return from(changes_, transactions_.back().first_change);
  }

  /// Takes the last transaction off the stack.
  void drop() {
    events_.resize(transactions_.back().first_event, {0, {}});
    phases_.erase(phases_.begin() + offset(transactions_.back().first_phase), phases_.end());
    changes_.erase(changes_.begin() + offset(transactions_.back().first_change), changes_.end());
    transactions_.pop_back();
  }

  // --- what is shown before a change ----------------------------------------------------------

  void start_comparing() {
    ++now_;
    before_.clear();
  }
  /// Whether the event of that node is met for the first time since start_comparing().
  [[nodiscard]] bool is_new(node n) const { return seen_in_[n] != now_; }
  void see(node n) { seen_in_[n] = now_; }
  void show(task_id t, const shown_row& row) { before_.push_back({t, row}); }
  [[nodiscard]] const std::vector<shown_before>& before() const { return before_; }

private:
  template <class T>
  static row_view<T> from(const std::vector<T>& all, std::size_t first) {
    return {all.data() + first, all.size() - first};
  }
  static std::ptrdiff_t offset(std::size_t n) { return static_cast<std::ptrdiff_t>(n); }

  std::vector<transaction> transactions_{};
  std::vector<saved_event> events_{};
  std::vector<saved_phase> phases_{};
  std::vector<plan_change> changes_{};
  std::vector<std::uint64_t> seen_in_{};  // by node
  std::uint64_t now_ = 0;
  std::vector<shown_before> before_{};
};

/// Notes what the event at `p` shows, if it is met for the first time; whether it is.
inline bool show_now(journal& j, const schedule_content& c, position p) {
  const node n = c.net[p].node;
  if (!j.is_new(n)) return false;
  j.see(n);
  if (is_open_task(c.net, p) || is_done(c.net, p)) j.show(c.net.task_of(p), row_at(c, p));
  return true;
}

/// Keeps the event at `p` as it is, before it changes.
inline void keep(journal& j, const schedule_content& c, position p) {
  if (show_now(j, c, p)) j.save(saved_event{p, state_at(c, p)});
}

}  // namespace daopai::detail

#endif  // DAOPAI_SCHEDULE_DETAIL_RESCHEDULE_JOURNAL_HPP
