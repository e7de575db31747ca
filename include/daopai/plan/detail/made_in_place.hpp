/// Elements that are made where a list keeps them.
#ifndef DAOPAI_PLAN_DETAIL_MADE_IN_PLACE_HPP
#define DAOPAI_PLAN_DETAIL_MADE_IN_PLACE_HPP

#include <utility>

namespace daopai::detail {

/// Becomes what `Make` returns in the place it is asked for: `list.emplace_back(made_in_place(f))`.
/// What push_back() is given is written once more, and read before its writing is done.
template <class Make>
class made_in_place {
public:
  explicit made_in_place(Make make) : make_(make) {}
  operator decltype(std::declval<const Make&>()())() const { return make_(); }

private:
  Make make_;
};

}  // namespace daopai::detail

#endif  // DAOPAI_PLAN_DETAIL_MADE_IN_PLACE_HPP
