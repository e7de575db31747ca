/// The values of a JSON text, to be read only: 16 bytes each, texts where the file has them.
#ifndef DAOPAI_SRC_IO_JSON_VALUE_HPP
#define DAOPAI_SRC_IO_JSON_VALUE_HPP

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

/// Named as in Boost.JSON, which parses the text (see json_document); but nothing here owns
/// anything, so arrays, objects and texts are views of what the document holds.
namespace daopai::io::json {

enum class kind : std::uint8_t { null, bool_, int64, uint64, double_, string, array, object };

class value;
struct member;

/// The elements of an array.
class array {
public:
  constexpr array() = default;
  constexpr array(const value* first, std::size_t size) : first_(first), size_(size) {}

  [[nodiscard]] const value* begin() const { return first_; }
  [[nodiscard]] const value* end() const;
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] const value& operator[](std::size_t i) const;
  /// Nothing if the array is too short.
  [[nodiscard]] const value* if_contains(std::size_t i) const;

private:
  const value* first_ = nullptr;
  std::size_t size_ = 0;
};

/// The members of an object in the order of the text, each name once.
class object {
public:
  /// Beyond this many members a copy of them, sorted by name, must follow them in memory: looking
  /// one up is then O(log members), whatever names a hostile file has.
  static constexpr std::size_t most_unsorted = 16;

  constexpr object() = default;
  constexpr object(const member* first, std::size_t size) : first_(first), size_(size) {}

  [[nodiscard]] const member* begin() const { return first_; }
  [[nodiscard]] const member* end() const;
  [[nodiscard]] std::size_t size() const { return size_; }
  /// Nothing if no member has the name.
  [[nodiscard]] const value* if_contains(std::string_view name) const;
  [[nodiscard]] bool contains(std::string_view name) const { return if_contains(name) != nullptr; }

private:
  const member* first_ = nullptr;
  std::size_t size_ = 0;
};

class value {
public:
  value() : whole_(0), size_(0), kind_(json::kind::null) {}
  explicit value(bool b) : truth_(b), size_(0), kind_(json::kind::bool_) {}
  explicit value(std::int64_t n) : whole_(n), size_(0), kind_(json::kind::int64) {}
  explicit value(std::uint64_t n) : large_(n), size_(0), kind_(json::kind::uint64) {}
  explicit value(double d) : real_(d), size_(0), kind_(json::kind::double_) {}
  explicit value(std::string_view s)
      : text_(s.data()), size_(s.size() & most), kind_(json::kind::string) {}
  explicit value(json::array a)
      : elements_(a.begin()), size_(a.size() & most), kind_(json::kind::array) {}
  explicit value(json::object o)
      : members_(o.begin()), size_(o.size() & most), kind_(json::kind::object) {}
  value(const char*) = delete;  // would be a bool

  [[nodiscard]] json::kind kind() const { return kind_; }
  [[nodiscard]] bool is_null() const { return kind_ == json::kind::null; }
  [[nodiscard]] bool is_bool() const { return kind_ == json::kind::bool_; }
  /// A number without fraction or exponent that fits.
  [[nodiscard]] bool is_int64() const { return kind_ == json::kind::int64; }
  /// One too large for int64.
  [[nodiscard]] bool is_uint64() const { return kind_ == json::kind::uint64; }
  [[nodiscard]] bool is_double() const { return kind_ == json::kind::double_; }
  [[nodiscard]] bool is_number() const { return is_int64() || is_uint64() || is_double(); }
  [[nodiscard]] bool is_string() const { return kind_ == json::kind::string; }
  [[nodiscard]] bool is_array() const { return kind_ == json::kind::array; }
  [[nodiscard]] bool is_object() const { return kind_ == json::kind::object; }
  [[nodiscard]] bool is_structured() const { return is_array() || is_object(); }

  // Of a value of that kind.
  [[nodiscard]] bool get_bool() const { return assert(is_bool()), truth_; }
  [[nodiscard]] std::int64_t get_int64() const { return assert(is_int64()), whole_; }
  [[nodiscard]] std::uint64_t get_uint64() const { return assert(is_uint64()), large_; }
  [[nodiscard]] double get_double() const { return assert(is_double()), real_; }
  [[nodiscard]] std::string_view get_string() const {
    assert(is_string());
    return {text_, size_};
  }
  [[nodiscard]] json::array get_array() const {
    assert(is_array());
    return {elements_, size_};
  }
  [[nodiscard]] json::object get_object() const {
    assert(is_object());
    return {members_, size_};
  }

  /// The nearest double of a number.
  [[nodiscard]] double to_double() const {
    if (is_int64()) return static_cast<double>(whole_);
    return is_uint64() ? static_cast<double>(large_) : real_;
  }

  // Nothing for another kind.
  [[nodiscard]] std::optional<json::array> if_array() const {
    return is_array() ? std::optional(get_array()) : std::nullopt;
  }
  [[nodiscard]] std::optional<json::object> if_object() const {
    return is_object() ? std::optional(get_object()) : std::nullopt;
  }

private:
  static constexpr std::uint64_t most = (std::uint64_t{1} << 56U) - 1;
  union {
    bool truth_;
    std::int64_t whole_;
    std::uint64_t large_;
    double real_;
    const char* text_;
    const value* elements_;
    const member* members_;
  };
  std::uint64_t size_ : 56;  ///< bytes, elements or members
  json::kind kind_ : 8;
};

/// A field of an object.
struct member {
  std::string_view name;
  json::value value;
};

inline const value* array::end() const { return first_ + size_; }
inline const value& array::operator[](std::size_t i) const { return first_[i]; }
inline const value* array::if_contains(std::size_t i) const {
  return i < size_ ? first_ + i : nullptr;
}

inline const member* object::end() const { return first_ + size_; }
inline const value* object::if_contains(std::string_view name) const {
  if (size_ > most_unsorted) {
    const auto* const at = std::ranges::lower_bound(end(), end() + size_, name, {}, &member::name);
    return at != end() + size_ && at->name == name ? &at->value : nullptr;
  }
  const auto* const at = std::ranges::find(begin(), end(), name, &member::name);
  return at != end() ? &at->value : nullptr;
}

}  // namespace daopai::io::json

#endif  // DAOPAI_SRC_IO_JSON_VALUE_HPP
