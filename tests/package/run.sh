#!/usr/bin/env bash
# Builds and runs the consumer with one way of coming by daopai, as somebody outside the project would.
#   tests/package/run.sh WAY BUILD_DIR     BUILD_DIR: a built tree of daopai
#   WAY: find_package | add_subdirectory | FetchContent | pkg-config | deb | plain
# From the built tree, in the environment: CXX, CXXFLAGS, LAUNCHER (ccache or
# nothing), WITH_IO and WITH_PROGRAM (ON or OFF).
set -euo pipefail

way=$1
build=$(realpath "$2")
source=$(realpath "$(dirname "$0")/../..")
consumer=$source/tests/package/consumer
cxx=${CXX:-g++}
work=$build/package-tests/$way
read -ra flags <<<"${CXXFLAGS:-}"

fail() { echo "package test '$way': $*" >&2; exit 1; }

with_io=${WITH_IO:-ON}

# The header-only program may need the C++ runtime and nothing else.
expect_links_nothing() {
  local needed
  needed=$(readelf --dynamic --wide "$1" | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p')
  [[ -n $needed ]] || fail "readelf lists no library at all for $1"
  if grep -vE '^(libstdc\+\+|libm|libgcc_s|libc|ld-linux[a-z0-9_-]*)\.so' <<<"$needed"; then
    fail "a user of the headers links the libraries above: expected the C++ runtime alone"
  fi
}

# Both programs print what they computed from a plan; it must be what the plan says.
expect_runs() {
  local folder=$1
  expect_links_nothing "$folder/headers_only"
  [[ $("$folder/headers_only") == "survey: start by 2025-07-15" ]] || fail "headers_only printed something else"
  if [[ $with_io == ON ]]; then
    [[ $("$folder/with_io") == "survey: start by 2025-07-15" ]] || fail "with_io printed something else"
  fi
}

# with_cmake WAY [cmake arguments]: configures, builds and runs the consumer project.
with_cmake() {
  cmake -S "$consumer" -B "$work/build" -G Ninja -DWAY="$1" -DWITH_IO="$with_io" \
    -DCMAKE_CXX_COMPILER="$cxx" -DCMAKE_CXX_FLAGS="${flags[*]}" \
    -DCMAKE_CXX_COMPILER_LAUNCHER="${LAUNCHER:-}" -DCMAKE_UNITY_BUILD=ON "${@:2}"
  cmake --build "$work/build" --parallel 2
  expect_runs "$work/build"
}

# compile PROGRAM [flags]: one call of the compiler, no build system.
compile() {
  "$cxx" -std=c++20 "${flags[@]}" "$consumer/$1.cpp" -o "$work/$1" "${@:2}"
}

# pkg_config PREFIX ARGUMENTS: only what lies below PREFIX, and what the system has.
pkg_config() {
  local files
  files=$(find "$1" -type d -name pkgconfig -printf ':%p')
  PKG_CONFIG_PATH=${files#:} pkg-config "${@:2}"
}

with_pkg_config() {
  local prefix=$1 words
  read -ra words <<<"$(pkg_config "$prefix" --cflags --libs daopai)"
  compile headers_only "${words[@]}"
  if [[ $with_io == ON ]]; then
    read -ra words <<<"$(pkg_config "$prefix" --cflags --libs daopai-io)"
    compile with_io "${words[@]}" "-Wl,-rpath,$(pkg_config "$prefix" --variable=libdir daopai-io)"
  fi
  expect_runs "$work"
}

# Makes the packages, checks what they say of themselves and unpacks them into a folder of their own.
unpack_packages() {
  (cd "$work" && cpack -G DEB --config "$build/CPackConfig.cmake" -B "$work/packages")
  local package
  for package in "$work"/packages/*.deb; do
    dpkg-deb --field "$package" Package Version Architecture Section Depends Description
    dpkg-deb --extract "$package" "$work/root"
  done
  dpkg-deb --field "$work"/packages/libdaopai-dev_*.deb Depends | grep -q libboost ||
    fail "libdaopai-dev does not depend on the headers of Boost"
  if dpkg-deb --field "$work"/packages/libdaopai-dev_*.deb Depends | grep -qE 'libboost-json|libdaopai-io'; then
    fail "libdaopai-dev depends on a library: it has nothing to link"
  fi
}

# The program from the package runs and can name its version.
expect_program() {
  local program=$work/root/usr/bin/daopai libraries
  [[ ${WITH_PROGRAM:-ON} == ON ]] || return 0
  libraries=$(dirname "$(find "$work/root" -name 'libdaopai_io.*' -print -quit)")
  LD_LIBRARY_PATH=$libraries "$program" --version
  [[ -s $work/root/usr/share/daopai/plan.schema.json ]] || fail "the package of the program has no schema"
  dpkg-deb --field "$work"/packages/daopai_*.deb Depends | grep -q libstdc++ ||
    fail "the package of the program does not depend on the libraries it links"
}

rm -rf "$work"
mkdir -p "$work"
case $way in
  find_package)
    cmake --install "$build" --prefix "$work/prefix" >/dev/null
    with_cmake find_package -DCMAKE_PREFIX_PATH="$work/prefix"
    ;;
  add_subdirectory) with_cmake add_subdirectory -DDAOPAI_SOURCE_DIR="$source" ;;
  FetchContent)
    with_io=OFF  # add_subdirectory has shown that it compiles when embedded; here: headers alone by default
    with_cmake FetchContent -DDAOPAI_SOURCE_DIR="$source"
    ;;
  pkg-config)
    cmake --install "$build" --prefix "$work/prefix" >/dev/null
    with_pkg_config "$work/prefix"
    ;;
  deb)
    unpack_packages
    with_cmake find_package -DCMAKE_PREFIX_PATH="$work/root/usr"
    with_pkg_config "$work/root/usr"
    expect_program
    ;;
  plain)
    with_io=OFF
    compile headers_only -I"$source/include"
    expect_runs "$work"
    ;;
  *) fail "expected find_package, add_subdirectory, FetchContent, pkg-config, deb or plain" ;;
esac
