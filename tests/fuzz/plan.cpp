/// libFuzzer: no text makes reading a plan, computing it or writing its schedule go wrong.
#include <daopai/io/plan.hpp>
#include <daopai/io/schedule.hpp>

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace daopai;
  constexpr std::size_t small = 2000;  // tasks
  try {
    const plan p = io::read_plan({reinterpret_cast<const char*>(data), size}, "fuzz.json");
    if (p.tasks().size() > small) return 0;
    const date today = p.today().value_or(to_date(20270));
    if (io::to_json(compute_schedule(p, status_date(today))).empty()) std::abort();
  } catch (const error&) {
    return 0;  // an answer
  }
  return 0;
}
