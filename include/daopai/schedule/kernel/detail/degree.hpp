/// Loops over the links of a task whose number the compiler knows.
#ifndef DAOPAI_SCHEDULE_KERNEL_DETAIL_DEGREE_HPP
#define DAOPAI_SCHEDULE_KERNEL_DETAIL_DEGREE_HPP

#include <cstdint>
#include <type_traits>

namespace daopai::kernel::detail {

template <std::uint32_t N>
using constant = std::integral_constant<std::uint32_t, N>;

/// Calls f with `degree`, as a compile-time constant where it is one of the usual ones: a loop up
/// to it then has no end to be guessed. Nothing else matters as much: with 2.8 links a task the
/// plain loop over them mispredicts 0.75 times a task and pass, 27 cycles each, which is 3 to 4.5
/// times the time of the passes without.
///
/// Always inlined: what `f` captures would else go through memory for each run.
template <class F>
[[gnu::always_inline]] inline void with_degree(std::uint32_t degree, const F& f) {
  switch (degree) {
    case 0: return f(constant<0>{});
    case 1: return f(constant<1>{});
    case 2: return f(constant<2>{});
    case 3: return f(constant<3>{});
    case 4: return f(constant<4>{});
    case 5: return f(constant<5>{});
    case 6: return f(constant<6>{});
    case 7: return f(constant<7>{});
    case 8: return f(constant<8>{});
    default: return f(degree);
  }
}

}  // namespace daopai::kernel::detail

#endif  // DAOPAI_SCHEDULE_KERNEL_DETAIL_DEGREE_HPP
