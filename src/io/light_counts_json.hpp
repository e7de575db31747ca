/// How many tasks have which light, as the field "lights" of an answer.
#ifndef DAOPAI_SRC_IO_LIGHT_COUNTS_JSON_HPP
#define DAOPAI_SRC_IO_LIGHT_COUNTS_JSON_HPP

#include "io/json_writer.hpp"
#include <daopai/schedule/light_text.hpp>

namespace daopai::io {

inline void write_light_counts(json_writer& json, const light_counts& counts) {
  json.name("lights").open('{');
  for (const light l : {light::red, light::yellow, light::green, light::blue}) {
    json.name(word_for(l, language::english)).number(counts[l]);
  }
  json.close('}');
}

}  // namespace daopai::io

#endif  // DAOPAI_SRC_IO_LIGHT_COUNTS_JSON_HPP
