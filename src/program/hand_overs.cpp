#include "program/hand_overs.hpp"

namespace daopai::program {
namespace {

/// The open task that sets the start of another, through those that are done but still wait for
/// it. Remembers what it finds on its way, as many tasks may come after one long chain.
class holder_finder {
public:
  explicit holder_finder(const schedule& s) : s_(s), found_(s.plan().tasks().size()) {}

  [[nodiscard]] std::optional<task_id> operator()(task_id t) {
    std::vector<task_id> done;
    std::optional<task_id> at = driver_task(t);
    while (at && s_.plan()[*at].progress.finished && !found_[at->index()]) {
      done.push_back(*at);
      at = driver_task(*at);
    }
    if (at && s_.plan()[*at].progress.finished) at = *found_[at->index()];
    for (const task_id passed : done) found_[passed.index()] = at;
    return at;
  }

private:
  [[nodiscard]] std::optional<task_id> driver_task(task_id t) const {
    const driver d = s_.early_driver(t);
    return d.by == driven_by::task && d.what ? std::optional(d.what->task()) : std::nullopt;
  }

  const schedule& s_;
  std::vector<std::optional<std::optional<task_id>>> found_;  // by task that is done
};

}  // namespace

std::vector<hand_over> hand_overs_of(const schedule& s) {
  const plan& p = s.plan();
  std::vector<hand_over> found;
  holder_finder holder_of(s);
  for (std::size_t i = 0; i < p.tasks().size(); ++i) {
    const task_id to(i);
    if (p.is_phase(to) || p.is_restatement(to) || p[to].progress.finished) continue;
    const auto from = holder_of(to);
    if (from && p.lead(*from) && p.lead(to) && *p.lead(*from) != *p.lead(to)) {
      found.push_back({*from, to});
    }
  }
  return found;
}

}  // namespace daopai::program
