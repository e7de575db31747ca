#!/usr/bin/env bash
# Tests cmake/packages.sh against an apt-get, a dpkg-query and a sudo that only write down what they are asked.
set -euo pipefail
cd "$(dirname "$0")/../.."

stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
chmod 755 "$stage"
mkdir "$stage/bin"
cp cmake/packages.sh "$stage/"
log=$stage/log

# stub NAME: a program whose body comes from stdin.
stub() { { echo '#!/bin/bash'; cat; } >"$stage/bin/$1"; chmod 755 "$stage/bin/$1"; }
stub apt-get <<<"echo \"apt-get \$* [\$DEBIAN_FRONTEND]\" >>$log"
# shellcheck disable=SC2016  # for the stub to expand
stub dpkg-query <<<'[[ ${!#} == here* ]] && echo -n installed'

# The user who runs the commands is not root; where the tests run as root, they become nobody for it.
as_user=()
if ((EUID == 0)); then as_user=(setpriv --reuid=65534 --regid=65534 --clear-groups); fi

# ask [BECOME...]: two of four packages are wanted. Sets `answer` to what is printed, `code` to the
# exit code, and `calls` to what apt-get was asked for.
ask() {
  : >"$log"
  chmod 666 "$log"
  code=0
  answer=$("$@" env PATH="$stage/bin:$PATH" bash -c \
    "set -euo pipefail; source $stage/packages.sh; ensure_packages here-1 gone-1 here-2 gone-2" 2>&1) || code=$?
  calls=$(<"$log")
}

expect() {
  if [[ $2 != "$3" ]]; then
    printf '%s\n  expected: %s\n  got:      %s\n' "$1" "$3" "$2" >&2
    exit 1
  fi
}

installs='apt-get update -qq [noninteractive]
apt-get install --yes --no-install-recommends --no-remove gone-1 gone-2 -qq [noninteractive]'

# Without root and without sudo: the command is said in full, and nothing is done.
stub sudo <<<'exit 1'
ask "${as_user[@]}"
expect "exit code without sudo" "$code" 1
expect "calls without sudo" "$calls" ""
expect "what is said without sudo" "${answer##*$'\n'}" \
  "  sudo apt-get update && sudo apt-get install --yes --no-install-recommends --no-remove gone-1 gone-2"

# With a sudo that asks for no password: what is missing is installed, and nothing else.
stub sudo <<<'shift; exec "$@"'
ask "${as_user[@]}"
expect "exit code with sudo" "$code" 0
expect "calls with sudo" "$calls" "$installs"

# As root no sudo is needed.
if ((EUID == 0)); then
  stub sudo <<<'exit 1'
  ask
  expect "exit code as root" "$code" 0
  expect "calls as root" "$calls" "$installs"
fi

# Nothing is missing: nothing is asked of apt-get, not even an update.
stub dpkg-query <<<'echo -n installed'
ask "${as_user[@]}"
expect "exit code with everything installed" "$code" 0
expect "calls with everything installed" "$calls" ""
