# shellcheck shell=bash disable=SC2034  # for `source`: who uses a list is elsewhere
# The Debian packages that building and testing daopai takes, and how the two commands come by them.
# tests/run.sh, examples/run.sh, bench/run.sh and .ci/run share this list.

packages_build=(g++ cmake ninja-build libboost1.81-dev libboost-json1.81-dev libeigen3-dev libcli11-dev libutf8proc-dev)
packages_tests=(catch2 librapidcheck-dev python3 python3-jsonschema pkgconf binutils dpkg-dev file)
packages_bench=(libbenchmark-dev)
packages_peers=(liblemon-dev libigraph-dev libglpk-dev python3-networkx tj3)  # measured beside daopai where installed
packages_ci=(clang clang-tidy clang-format libclang-rt-dev)

# Debian 12's own Boost is 1.74 and too old, hence the number in the names; later releases need none.
if ! grep -qs 'VERSION_CODENAME=bookworm' /etc/os-release; then
  packages_build=("${packages_build[@]/1.81-dev/-dev}")
fi

# missing_packages PACKAGE...: those that are not installed.
missing_packages() {
  local package
  for package in "$@"; do
    [[ $(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null) == installed ]] ||
      echo "$package"
  done
}

# ensure_packages PACKAGE...: installs what is missing where that is allowed; else says how, and stops.
ensure_packages() {
  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    echo "No Debian package manager here: going on with what is installed. On Debian it takes: $*" >&2
    return
  fi
  local missing as_root=()
  mapfile -t missing < <(missing_packages "$@")
  if ((${#missing[@]} == 0)); then return; fi

  local install=(apt-get install --yes --no-install-recommends --no-remove "${missing[@]}")
  if ((EUID != 0)); then
    if ! sudo --non-interactive true 2>/dev/null; then
      echo "Packages are missing. Run this, then start again:" >&2
      echo "  sudo apt-get update && sudo ${install[*]}" >&2
      exit 1
    fi
    as_root=(sudo --non-interactive)
  fi
  echo "Installing ${missing[*]}"
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq </dev/null
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive "${install[@]}" -qq </dev/null >/dev/null
}
