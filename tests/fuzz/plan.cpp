/// Any text at all is either a plan, which can then be scheduled and written, or a daopai::error.
#include <daopai/error.hpp>
#include <daopai/io/plan.hpp>
#include <daopai/io/schedule.hpp>
#include <daopai/schedule.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

void read_schedule_and_write(std::string_view text) {
  const daopai::plan plan = daopai::io::read_plan(text, "fuzz.json");
  const daopai::status_date today(plan.today().value_or(daopai::date(2025, 7, 1)));
  if (daopai::io::to_json(daopai::compute_schedule(plan, today)).empty()) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    read_schedule_and_write({reinterpret_cast<const char*>(data), size});
  } catch (const daopai::error& e) {
    if (std::string_view(e.what()).empty()) std::abort();  // an error must say what is wrong
  }
  return 0;  // any other exception ends the program, and the fuzzer reports its input
}
