# The preset `tidy`: clang-tidy reads a header only through a file that includes it, so each header
# that opens a room gets one.
file(GLOB umbrellas CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}/include include/daopai/*.hpp include/daopai/io/*.hpp)
foreach(header IN LISTS umbrellas)
  string(MAKE_C_IDENTIFIER ${header} name)
  file(CONFIGURE OUTPUT tidy/${name}.cpp CONTENT "#include <@header@>\n" @ONLY)
  list(APPEND tidy_sources ${CMAKE_CURRENT_BINARY_DIR}/tidy/${name}.cpp)
endforeach()
add_library(daopai_tidy OBJECT ${tidy_sources})
target_link_libraries(daopai_tidy PRIVATE daopai)
