/// Templates that take one type alone.
#ifndef DAOPAI_PLAN_ONLY_HPP
#define DAOPAI_PLAN_ONLY_HPP

#include <type_traits>

namespace daopai {

/// Exactly the type T. What computes is a template on such a type, so that a file that only reads
/// results does not compile the machinery (a third of the time of including schedule.hpp).
template <class Given, class T>
concept only = std::is_same_v<Given, T>;

}  // namespace daopai

#endif  // DAOPAI_PLAN_ONLY_HPP
