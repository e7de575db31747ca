/// What can be asked of an index once it is computed: how sure its ranks are, and why they are so.
#ifndef DAOPAI_SRC_PROGRAM_INDEX_ANALYSES_HPP
#define DAOPAI_SRC_PROGRAM_INDEX_ANALYSES_HPP

#include "program/computed_index.hpp"

namespace daopai::program {

[[nodiscard]] bool wants_analyses(const index_options& options);

/// A file in the folder `out` for each analysis asked for. @throws as run_index()
void write_analyses(const computed_index& index);

}  // namespace daopai::program

#endif  // DAOPAI_SRC_PROGRAM_INDEX_ANALYSES_HPP
