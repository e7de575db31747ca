/// A value of one type out of a closed set.
#ifndef DAOPAI_SCORING_DETAIL_ONE_OF_HPP
#define DAOPAI_SCORING_DETAIL_ONE_OF_HPP

#include <concepts>
#include <cstdint>
#include <memory>
#include <type_traits>
#include <utility>

namespace daopai::scoring::detail {

/// Holds a value of one of `Kinds`, which never changes and which copies share: copying copies a
/// pointer. What std::variant does, but for changing the value in place, at a fraction of the
/// compile time: nothing but `visit` is made for each of the kinds.
template <class... Kinds>
class one_of {
public:
  /// Implicit: a kind is one of the set.
  template <class Kind>
  requires(std::same_as<Kind, Kinds> || ...)
      one_of(Kind value)  // NOLINT(google-explicit-constructor)
      : value_(std::make_shared<const Kind>(std::move(value))), place_(place_of<Kind>()) {}

  template <class Kind>
  [[nodiscard]] bool is() const {
    return place_ == place_of<Kind>();
  }

  /// The value, or null where it is of another kind.
  template <class Kind>
  [[nodiscard]] const Kind* as() const {
    return is<Kind>() ? static_cast<const Kind*>(value_.get()) : nullptr;
  }

  /// What the visitor, which takes every kind, says of the value.
  template <class Visitor>
  auto visit(Visitor&& visitor) const {
    using result = std::common_type_t<std::invoke_result_t<Visitor&, const Kinds&>...>;
    using call = result (*)(Visitor&, const void*);
    static constexpr call calls[] = {&one_of::template ask<result, Visitor, Kinds>...};
    return calls[place_](visitor, value_.get());
  }

private:
  template <class Kind>
  [[nodiscard]] static constexpr std::uint8_t place_of() {
    std::uint8_t place = 0;
    static_cast<void>(((std::same_as<Kind, Kinds> || (++place, false)) || ...));
    return place;
  }
  template <class Result, class Visitor, class Kind>
  static Result ask(Visitor& visitor, const void* value) {
    return visitor(*static_cast<const Kind*>(value));
  }

  std::shared_ptr<const void> value_;
  std::uint8_t place_;
};

}  // namespace daopai::scoring::detail

#endif  // DAOPAI_SCORING_DETAIL_ONE_OF_HPP
