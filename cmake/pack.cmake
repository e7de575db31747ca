# `cpack -G DEB`: one package for each component of install.cmake.
set(CPACK_PACKAGE_NAME daopai)
set(CPACK_PACKAGE_VENDOR "daopai")
set(CPACK_PACKAGE_CONTACT "daopai maintainers <maintainers@daopai.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_PACKAGE_DIRECTORY ${PROJECT_BINARY_DIR}/packages)
set(CPACK_STRIP_FILES ON)
set(CPACK_GENERATOR DEB)

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_GROUPING ONE_PER_GROUP)
set(CPACK_COMPONENTS_ALL ${daopai_components})
set(CPACK_DEBIAN_ENABLE_COMPONENT_DEPENDS ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

# Fills in what CPack asks about one component of install.cmake.
function(daopai_deb component package section summary)
  cmake_parse_arguments(PARSE_ARGV 4 arg "" "DEPENDS;SUGGESTS" "NEEDS")
  string(TOUPPER ${component} upper)
  set(CPACK_DEBIAN_${upper}_PACKAGE_NAME ${package} PARENT_SCOPE)
  set(CPACK_DEBIAN_${upper}_PACKAGE_SECTION ${section} PARENT_SCOPE)
  set(CPACK_DEBIAN_${upper}_PACKAGE_DEPENDS "${arg_DEPENDS}" PARENT_SCOPE)
  set(CPACK_DEBIAN_${upper}_PACKAGE_SUGGESTS "${arg_SUGGESTS}" PARENT_SCOPE)
  set(CPACK_COMPONENT_${upper}_DEPENDS "${arg_NEEDS}" PARENT_SCOPE)
  set(CPACK_COMPONENT_${upper}_DESCRIPTION "${summary}" PARENT_SCOPE)
  install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/${package} RENAME copyright
    COMPONENT ${component})
endfunction()

daopai_deb(headers libdaopai-dev libdevel
  "The headers: plans, calendars, schedules and scores, with nothing to link."
  DEPENDS "libboost1.81-dev | libboost-dev (>= 1.75), libeigen3-dev (>= 3.3)"
  SUGGESTS "libdaopai-io-dev")

set(daopai_io_abi libdaopai-io${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR})
if(shared_io IN_LIST daopai_components)
  daopai_deb(io libdaopai-io-dev libdevel "What a program links to read and write plan files."
    NEEDS headers shared_io)
  daopai_deb(shared_io ${daopai_io_abi} libs "The shared library that reads and writes plan files.")
  daopai_deb(program daopai utils "The program daopai: check a plan file, compute its dates."
    NEEDS shared_io)
  set(CPACK_DEBIAN_SHARED_IO_PACKAGE_SHLIBDEPS ON)
  set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS ${PROJECT_BINARY_DIR}/src)
else()
  daopai_deb(io libdaopai-io-dev libdevel "What a program links to read and write plan files."
    NEEDS headers
    DEPENDS "libboost-json1.81-dev | libboost-json-dev (>= 1.75)")
  daopai_deb(program daopai utils "The program daopai: check a plan file, compute its dates.")
endif()
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)

include(CPack)
