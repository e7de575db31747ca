# What `cmake --install` and `cpack -G DEB` put where. Four packages, so that nobody gets what he did not ask for:
#   libdaopai-dev      the headers, daopai::daopai, daopai.pc     needs Boost and Eigen headers, nothing to link
#   libdaopai-io-dev   daopai::io, daopai-io.pc                   needs Boost.JSON when the library is static
#   libdaopai-io<ABI>  the shared library, with BUILD_SHARED_LIBS
#   daopai             the program, the JSON Schema of the plan file
include(CMakePackageConfigHelpers)
set(daopai_cmake_dir ${CMAKE_INSTALL_LIBDIR}/cmake/daopai)
set(daopai_pc_dir ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
set(daopai_components headers)

# --- the headers --------------------------------------------------------------------------------
set(daopai_io_type "")
if(TARGET daopai_io)
  get_target_property(daopai_io_type daopai_io TYPE)
endif()
install(TARGETS daopai EXPORT daopaiTargets
  FILE_SET HEADERS COMPONENT headers
  FILE_SET details COMPONENT headers)
install(EXPORT daopaiTargets NAMESPACE daopai:: DESTINATION ${daopai_cmake_dir} COMPONENT headers)
configure_package_config_file(cmake/daopaiConfig.cmake.in daopaiConfig.cmake
  INSTALL_DESTINATION ${daopai_cmake_dir})
write_basic_package_version_file(daopaiConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/daopaiConfig.cmake
              ${CMAKE_CURRENT_BINARY_DIR}/daopaiConfigVersion.cmake
  DESTINATION ${daopai_cmake_dir} COMPONENT headers)

# pkg-config files find their prefix from where they lie, so an unpacked package works anywhere.
file(RELATIVE_PATH daopai_pc_to_prefix /${daopai_pc_dir} /)
function(daopai_install_pc name component)
  configure_file(cmake/${name}.pc.in ${name}.pc @ONLY)
  install(FILES ${CMAKE_CURRENT_BINARY_DIR}/${name}.pc
    DESTINATION ${daopai_pc_dir} COMPONENT ${component})
endfunction()

set(daopai_pc_requires "")
if(TARGET Eigen3::Eigen)
  set(daopai_pc_requires eigen3)
endif()
set(daopai_pc_boost "")  # Boost has no .pc file of its own; name its folder unless every compiler looks there
get_target_property(boost_include_dir Boost::headers INTERFACE_INCLUDE_DIRECTORIES)
if(NOT boost_include_dir IN_LIST CMAKE_CXX_IMPLICIT_INCLUDE_DIRECTORIES)
  set(daopai_pc_boost " -I${boost_include_dir}")
endif()
daopai_install_pc(daopai headers)

# --- daopai::io ---------------------------------------------------------------------------------
if(TARGET daopai_io)
  set_target_properties(daopai_io PROPERTIES
    VERSION ${PROJECT_VERSION} SOVERSION ${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR})
  install(TARGETS daopai_io EXPORT daopai_ioTargets
    ARCHIVE COMPONENT io
    LIBRARY COMPONENT shared_io NAMELINK_COMPONENT io)
  install(EXPORT daopai_ioTargets NAMESPACE daopai:: DESTINATION ${daopai_cmake_dir} COMPONENT io)
  set(daopai_pc_io_libs "")
  if(daopai_io_type STREQUAL STATIC_LIBRARY)
    set(daopai_pc_io_libs " -lboost_json")  # a shared libdaopai_io brings it along by itself
  endif()
  daopai_install_pc(daopai-io io)
  list(APPEND daopai_components io)
  if(daopai_io_type STREQUAL SHARED_LIBRARY)
    list(APPEND daopai_components shared_io)
  endif()
endif()

# --- the program --------------------------------------------------------------------------------
if(TARGET daopai_program)
  install(TARGETS daopai_program RUNTIME COMPONENT program)
  file(GLOB daopai_schemas src/*.schema.json)
  install(FILES ${daopai_schemas} DESTINATION ${CMAKE_INSTALL_DATADIR}/daopai COMPONENT program)
  list(APPEND daopai_components program)
endif()

if(PROJECT_IS_TOP_LEVEL)
  include(cmake/pack.cmake)
endif()
