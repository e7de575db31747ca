/// How the pages call things that have an id and a name.
#ifndef DAOPAI_SRC_PROGRAM_TITLED_HPP
#define DAOPAI_SRC_PROGRAM_TITLED_HPP

#include <string>

namespace daopai::program {

/// "id name", or the id alone where the name says no more.
template <class Thing>
[[nodiscard]] std::string titled(const Thing& thing) {
  const std::string& id = thing.id.text();
  return thing.name.empty() || thing.name == id ? id : id + ' ' + thing.name;
}

/// The name; the id where there is none.
template <class Thing>
[[nodiscard]] std::string named(const Thing& thing) {
  return thing.name.empty() ? thing.id.text() : thing.name;
}

}  // namespace daopai::program

#endif  // DAOPAI_SRC_PROGRAM_TITLED_HPP
