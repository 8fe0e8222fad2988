#!/usr/bin/env bash
# Sets up everything a build of the recovery advisor needs from outside: see usage() below. What is
# taken, in which version and with which SHA-256, is in dependencies.txt; this script only knows
# how.
set -euo pipefail

usage() {
  cat <<'END'
Usage: ./emsdk-setup.sh [--check] [--help] [GROUP...]

Groups (web and native if none is named):
  web      Emscripten, its LLVM and Binaryen, CMake, Dear ImGui, nlohmann/json, Catch2
  native   g++, CMake, Ninja, GLFW, epoxy, QR codes, Dear ImGui, nlohmann/json, Catch2
  test     Chromium, Xvfb, xdotool, Mesa's software GL, a font; with root: Firefox, WebKitGTK and
           its driver, Orca, and the group check
  check    what `npm run check` calls: clang-format, clang-tidy, cppcheck, ShellCheck,
           codespell; with root
  servers  nginx, Apache, Caddy and WordPress with its database, for `npm run test:all`; with root

Everything lands in .deps/ beside this script, except packages of the distribution: apt installs
them (root), or they are unpacked into .deps/sysroot (no root; the group test needs root).
Afterwards:  source .deps/env.sh

  --check  change nothing; say what is missing, and exit with 1 if anything is

Environment:
  ADVISOR_EMSDK=path|official|debian   where Emscripten comes from: an emcc on PATH, the official
                                       emsdk, or Debian's package. Unset: the first of these that
                                       is there.
  ADVISOR_DEBIAN_MIRROR=URL            a Debian mirror, where apt is not set up with one (Ubuntu
                                       behind a proxy)
  ADVISOR_ROOTLESS=1                   unpack instead of install, even as root
  XDG_CACHE_HOME                       downloads are kept in its recovery-advisor-deps (~/.cache)
END
}

project=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
pins=$project/dependencies.txt
deps=$project/.deps
sysroot=$deps/sysroot
cache=${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}/recovery-advisor-deps
log=$deps/setup.log
arch=$(dpkg --print-architecture 2>/dev/null || true)
as_root=$([[ $(id -u) == 0 && -z ${ADVISOR_ROOTLESS:-} ]] && echo yes || echo no)
export LC_ALL=C GIT_TERMINAL_PROMPT=0 DEBIAN_FRONTEND=noninteractive

# --- Saying what happens ------------------------------------------------------------------------

step_number=0 step_count=0
step() { step_number=$((step_number + 1)); printf '[%d/%d] %s\n' "$step_number" "$step_count" "$1"; }
say() { printf '      %s\n' "$*"; }
note() { printf 'NOTE: %s\n' "$*" >&2; }
die() { printf 'emsdk-setup: %s\n' "$1" >&2; shift; (($# == 0)) || printf '  %s\n' "$@" >&2; exit 1; }

# Runs a command whose output goes to the log, with a sign of life every five seconds.
watched() {
  local what=$1 start=$SECONDS status=0 ticker; shift
  say "$what"
  # It must not outlive us (Ctrl-C does not reach it), nor hold our standard output or the lock
  # meanwhile.
  while sleep 5 >/dev/null 2>&1 9>&-; do kill -0 $$ || exit; say "... $((SECONDS - start)) s"; done & ticker=$!
  "$@" >>"$log" 2>&1 || status=$?
  kill "$ticker" 2>/dev/null || true; wait "$ticker" 2>/dev/null || true
  return "$status"
}

# What went wrong in the log, for a person: the usual causes first.
die_with_log() {
  local hint='see the lines above, and the whole log in .deps/setup.log'
  tail -n 15 "$log" | sed 's/^/  | /' >&2
  case $(tail -n 60 "$log") in
    *'No space left'*) hint='the disk is full: free 2 GB, then run this again' ;;
    *'Could not get lock'*) hint='another apt is at work: run this again when it has finished' ;;
    *'Could not resolve'* | *'Could not connect'* | *'Temporary failure'* | *ENOTFOUND* | *'Network is unreachable'*)
      hint='the network does not reach it: check the connection or the proxy, then run this again' ;;
    *'nable to locate package chromium'*) hint='Ubuntu has Chromium only as a snap: snap install chromium' ;;
    *'Unable to locate package'* | *'no installation candidate'*)
      hint="this distribution does not have it (Debian 12 and 13 and Ubuntu from 24.04 with universe do)" ;;
  esac
  die "$1" "$hint"
}

# --- Pins ---------------------------------------------------------------------------------------

# pin KIND NAME -> the rest of that line of dependencies.txt, one space between columns.
pin() { awk -v k="$1" -v n="$2" '$1 == k && $2 == n { $1 = $2 = ""; sub(/^ +/, ""); print; exit }' "$pins"; }
emscripten_version=$(pin git emsdk | cut -d' ' -f1)

# One SHA-256 of all files of a folder, names and contents.
tree_sha256() (
  cd "$1" && find . -type f | sort | xargs -d '\n' sha256sum | sha256sum | cut -d' ' -f1
)
has_sha256() { [[ -f $1 ]] && printf '%s  %s\n' "$2" "$1" | sha256sum --check --status; }

# --- Debian's files -----------------------------------------------------------------------------

apt_options=(-q -o DPkg::Lock::Timeout=300 -o APT::Sandbox::User=root -o Acquire::Retries=1
  -o Acquire::http::Timeout=15 -o Acquire::https::Timeout=15)

# The archives that this machine's own apt is set up with, deb822 or old-style, without the security
# ones: they have no pool for us.
debian_mirrors() {
  local uri
  { printf "'%s/dists/\n" "${ADVISOR_DEBIAN_MIRROR:-}"; apt-get update --print-uris 2>/dev/null || true; } |
    sed -n "s#^'\(..*\)/dists/.*#\1#p" | awk '!/security/ && !seen[$0]++' |
    while read -r uri; do
      # Cloud images name a file that lists mirrors.
      [[ $uri != mirror+file:* ]] || { uri=${uri#mirror+file:}; uri=$(grep -m1 -oE '^[a-z]+://[^[:space:]]+' "${uri%/}" || true); }
      [[ -z $uri ]] || printf '%s/\n' "${uri%/}"
    done
}

# download_uri URI FILE HASH, HASH as apt writes it. It goes through apt: its proxy, its
# credentials, its check of the hash.
download_uri() { /usr/lib/apt/apt-helper "${apt_options[@]}" download-file "$1" "$2" "$3"; }

# fetch NAME -> $fetched, the file pinned under that name, or what has taken its place.
fetch() { fetch_pinned "$1" || fetch_replacement "$1"; }

fetch_pinned() {
  local sha path mirror _
  read -r _ _ _ _ sha path <<<"$(pin file "$1")"
  fetched=$cache/${path##*/}
  if has_sha256 "$fetched" "$sha"; then return; fi
  for mirror in $(debian_mirrors); do
    watched "downloading ${path##*/}" download_uri "$mirror$path" "$fetched.$$" "SHA256:$sha" && mv "$fetched.$$" "$fetched" && return
    rm -f "$fetched.$$"*
  done
  return 1
}

# The pinned file has left the archive: takes what the suite has now, by the archive's signature, if
# the version is near enough.
fetch_replacement() {
  local name=$1 view=$deps/apt keyring=/usr/share/keyrings/debian-archive-keyring.gpg
  local version or suite path mirror package index newest get _
  read -r version or _ suite _ path <<<"$(pin file "$name")"
  package=${path##*/}; package=${package%%_*}
  mirror=$(debian_mirrors | head -n 1)
  [[ -n $mirror ]] || die "no mirror of Debian is known to apt on this machine, and $name $version is not to be had elsewhere" \
    'set ADVISOR_DEBIAN_MIRROR to the URL of one, or let this machine reach the official sources'
  rm -rf "$view"; mkdir -p "$view"/{lists/partial,archives/partial,new}
  printf 'Types: deb deb-src\nURIs: %s\nSuites: %s\nComponents: main\n' "$mirror" "$suite" >"$view/view.sources"
  [[ ! -f $keyring ]] || echo "Signed-By: $keyring" >>"$view/view.sources"
  local private=("${apt_options[@]}" -o "Dir::Etc::sourcelist=$view/view.sources" -o Dir::Etc::sourceparts=-
    -o Dir::Etc::preferencesparts=- -o "Dir::State::Lists=$view/lists" -o "Dir::Cache=$view")
  watched "reading the index of $suite" apt-get "${private[@]}" update || die_with_log "cannot read Debian's index of $suite"
  index=Packages get=(download)
  [[ $path == *.deb ]] || { index=Sources; get=(--download-only source); }
  newest=$(apt-cache "${private[@]}" madison "$package" | grep "$index\$" | cut -d'|' -f2 | tr -d ' ' | sort -V | tail -n 1)
  # shellcheck disable=SC2053  # the pin is a pattern
  [[ $newest == $or ]] || die "Debian's $suite has no $name $or any more, but ${newest:-none at all}" \
    "change its line in dependencies.txt (now $version) and see that the tests pass"
  (cd "$view/new" && watched "downloading $package $newest" apt-get "${private[@]}" "${get[@]}" "$package=$newest") ||
    die_with_log "cannot download $package $newest of Debian's $suite"
  path=$(find "$view/new" -name '*.deb' -o -name '*.orig.tar.?z' | head -n 1)
  fetched=$cache/${path##*/}
  mv "$path" "$fetched"; rm -rf "$view"
  note "$name $newest is taken, for Debian's $suite has the pinned $version no more. Debian's signature vouches for it," \
    'not dependencies.txt; tests that count bytes or pixels may see the difference.'
}

# --- Packages of the distribution ---------------------------------------------------------------

# missing_packages GROUP... -> one line "PACKAGE MINIMUM" for each that the machine lacks.
missing_packages() {
  local kind group package minimum probe _
  while read -r kind group package minimum probe _; do
    [[ $kind == system && " all $* " == *" $group "* ]] || continue
    is_there "$package" "$minimum" "$probe" || printf '%s %s\n' "$package" "$minimum"
  done <"$pins" | sort -u
}

# The same of a group that is taken as far as this distribution has it: the other engines that pages
# are tested in (Ubuntu has Firefox only as a snap), and what `npm run check` calls. What cannot be
# had is not tested, or not checked, and says so.
missing_optional() { # GROUP
  local package minimum
  missing_packages "$1" | while read -r package minimum; do
    if compgen -G '/var/lib/apt/lists/*_Packages*' >/dev/null &&
      [[ -z $(apt-cache madison "$package" 2>/dev/null) ]]; then
      note "this distribution has no $package: what needs it is left out"
    else printf '%s %s\n' "$package" "$minimum"; fi
  done
}

is_there() {
  local package=$1 minimum=$2 probe=$3
  case $probe in
    command:*) command -v "${probe#*:}" >/dev/null && at_least "$minimum" "$("${probe#*:}" --version 2>&1)" ;;
    pkg-config:*) command -v pkg-config >/dev/null && pkg-config --exists "${probe#*:} >= $minimum" ;;
    path:*) [[ -e /${probe#*:} || -e $sysroot/${probe#*:} ]] ;;
    *) [[ $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) == installed ]] ;;
  esac
}

# at_least 3.25 "cmake version 3.31.6 ...": the first number with a dot counts; at_least - is always
# so.
at_least() {
  local found
  [[ $1 != - ]] || return 0
  found=$(grep -oE '[0-9]+(\.[0-9]+)+' <<<"$2" | head -n 1)
  [[ $(printf '%s\n' "$1" "$found" | sort -V | head -n 1) == "$1" ]]
}

apt_update() {
  local waited=0
  # apt waits for dpkg's lock when told to, but never for that of the lists.
  until watched 'reading the package lists' apt-get "${apt_options[@]}" "$@" update; do
    tail -n 5 "$log" | grep -q 'Could not get lock' && ((waited < 300)) || return 1
    sleep 5; waited=$((waited + 5))
  done
}

install_packages() { # PACKAGE...
  [[ -x /usr/lib/apt/apt-helper ]] || die "this machine lacks $*, and has no apt to get them with" \
    'install them (any distribution will do), or use Debian 12 or 13 or Ubuntu from 24.04'
  if [[ $as_root == no ]]; then unpack_packages "$@"; return; fi
  local install=(apt-get "${apt_options[@]}" install -y --no-install-recommends "$@")
  # Reading the package lists takes a while: only when there are none yet, or when they turn out to
  # be old.
  compgen -G '/var/lib/apt/lists/*_Packages*' >/dev/null || apt_update || die_with_log 'cannot read the package lists'
  watched "installing $*" "${install[@]}" || { apt_update && watched 'installing, second try' "${install[@]}"; } ||
    die_with_log "apt cannot install $*"
}

# Without root: the same packages, and what they need that this machine lacks, unpacked into
# .deps/sysroot.
unpack_packages() {
  local private=("${apt_options[@]}" -o "Dir::State::Lists=$deps/apt/own" -o "Dir::Cache=$deps/apt" -o Debug::NoLocking=1) link
  # Xvfb and Chromium look for their parts under / and nowhere else.
  [[ " $* " != *' xvfb '* && " $* " != *' chromium '* ]] || die 'the group test needs root' "as root: apt-get install $*"
  mkdir -p "$deps"/apt/{own/partial,archives/partial} "$sysroot"/usr/{bin,lib,sbin} "$sysroot/bin"
  for link in lib lib64; do ln -sfn usr/lib "$sysroot/$link"; done; ln -sfn usr/sbin "$sysroot/sbin"
  apt_update "${private[@]}" || die_with_log 'cannot read the package lists'
  apt-get "${private[@]}" install -y --no-install-recommends --print-uris "$@" >"$deps/apt/uris" 2>>"$log" ||
    die_with_log "apt does not know how to get $*"
  watched "unpacking $(grep -c "^'" "$deps/apt/uris") packages for $*" unpack_listed ||
    die_with_log 'cannot download or unpack a package'
  rm -rf "$deps/apt"
  [[ ! -e $sysroot/usr/bin/g++ ]] || wrap_compiler
}

unpack_listed() {
  local uri file hash _
  while read -r uri file _ hash; do
    # The C library stays the machine's own: it must match the dynamic loader.
    [[ $uri == \'* && $file != libc6_* ]] || continue
    has_sha256 "$cache/$file" "${hash#SHA256:}" || download_uri "${uri//\'/}" "$cache/$file" "$hash" || return 1
    dpkg-deb --fsys-tarfile "$cache/$file" | tar -x --keep-directory-symlink -C "$sysroot" || return 1
  done <"$deps/apt/uris"
}

# GCC finds its own parts beside itself, but looks under / for the C library's headers, start files
# and linker script.
wrap_compiler() {
  local name real
  sed -i -E 's#/[^ ]*/(lib[a-z_]+_nonshared\.a)#\1#' "$sysroot"/usr/lib/*-linux-gnu*/lib{c,m}.so 2>/dev/null || true
  for name in gcc cc g++ c++; do
    real=${name/#cc/gcc}; real=${real/#c++/g++}
    cat >"$sysroot/bin/$name" <<END
#!/bin/sh
usr=\$(dirname "\$(dirname "\$(readlink -f "\$0")")")/usr
lib=\$(echo "\$usr"/lib/*-linux-gnu*)
exec "\$usr/bin/$real" -B"\$usr/bin" -B"\$lib" -L"\$lib" -idirafter "\$usr/include/\${lib##*/}" -idirafter "\$usr/include" "\$@"
END
    chmod +x "$sysroot/bin/$name"
  done
}

# --- Sources: Dear ImGui, Catch2, nlohmann/json -------------------------------------------------

# Copies from an unpacked upstream tree $1 into $2 the files that a build needs.
keep_imgui() {
  mkdir -p "$2"/{backends,misc/cpp}
  cp "$1"/{*.h,*.cpp,LICENSE.txt} "$2"
  cp "$1"/backends/imgui_impl_{glfw,opengl3}* "$2/backends"
  cp "$1"/misc/cpp/*.{h,cpp} "$2/misc/cpp"
}
keep_catch2() { cp "$1"/extras/catch_amalgamated.{hpp,cpp} "$1/LICENSE.txt" "$2"; }
keep_nlohmann() { mkdir -p "$2/include"; cp -r "$1/include/nlohmann" "$2/include"; }

unpack_source() { # FILE FOLDER
  if [[ $1 == *.deb ]]; then
    dpkg-deb -x "$1" "$2" && mv "$2/usr/include" "$2/include"
  else
    tar -xf "$1" -C "$2" --strip-components=1
  fi
}

# git_answers NAME: within seconds, or not at all. The network of a closed machine may swallow
# packets instead of refusing them.
git_answers() {
  local tag repository _; read -r tag repository _ <<<"$(pin git "$1")"
  timeout 5 git ls-remote --exit-code "$repository" "refs/tags/$tag" >/dev/null 2>&1
}
clone() { # NAME FOLDER
  local tag repository _; read -r tag repository _ <<<"$(pin git "$1")"
  git_answers "$1" || { echo "Could not connect to $repository" >>"$log"; return 1; }
  watched "cloning $repository at $tag" timeout 300 \
    git -c advice.detachedHead=false clone --quiet --depth 1 --branch "$tag" "$repository" "$2" ||
    { rm -rf "$2"; mkdir "$2"; return 1; }
}

set_up_source() {
  local name=$1 work=$deps/new-$1 tag sha exact=yes _
  read -r tag _ sha <<<"$(pin git "$name")"
  rm -rf "$work"; mkdir -p "$work"/{all,kept}
  # Debian's pinned file, else the tag from upstream, else what Debian has today: from the surest to
  # the least sure.
  if fetch_pinned "$name"; then unpack_source "$fetched" "$work/all"
  elif clone "$name" "$work/all"; then :
  else fetch_replacement "$name"; exact=no; unpack_source "$fetched" "$work/all"; fi
  "keep_$name" "$work/all" "$work/kept"
  [[ $exact == no || $(tree_sha256 "$work/kept") == "$sha" ]] || die "the files of $name $tag are not those of dependencies.txt" \
    "expected $sha" "but got  $(tree_sha256 "$work/kept")" "remove $cache and run this again; if it stays so, do not build with them"
  rm -rf "${deps:?}/$name"; mv "$work/kept" "$deps/$name"; rm -rf "$work"
}

# --- Emscripten ---------------------------------------------------------------------------------

# The emcc of the pinned version on PATH that is not our own, or nothing.
emcc_on_path() {
  local found; found=$(type -ap emcc | grep -vF "$deps/" | head -n 1 || true)
  [[ -z $found ]] || ! "$found" --version 2>/dev/null | grep -qF " $emscripten_version " || echo "$found"
}

set_up_official() {
  rm -rf "$deps/emsdk"
  clone emsdk "$deps/emsdk" && watched 'emsdk install' timeout 1200 "$deps/emsdk/emsdk" install "$emscripten_version" &&
    watched 'emsdk activate' "$deps/emsdk/emsdk" activate "$emscripten_version"
}

# Debian's package, in pieces: the compiler's tree, Binaryen, two npm packages, a configuration.
set_up_debian() {
  local work=$deps/new-emscripten
  [[ $arch == amd64 ]] || die "Debian's Emscripten is set up on amd64 only" "on $arch, let this machine reach the official emsdk"
  rm -rf "$work"; mkdir -p "$work"
  fetch emscripten
  # Left out: its tests, and library variants that this project never links (threads,
  # position-independent, 64 bits, sanitizers).
  watched 'unpacking (330 MB)' unpack_emscripten "$fetched" "$work" || die_with_log "cannot unpack ${fetched##*/}"
  unpack_npm acorn "$work/node_modules/acorn"
  unpack_npm google-closure-compiler-linux "$work/closure"
  set_up_binaryen "$work/binaryen"
  write_config "$work/.emscripten"
  rm -rf "$deps/emscripten"; mv "$work" "$deps/emscripten"
}

unpack_emscripten() {
  local out=('*/emscripten/test' '*/emscripten/media' '*/ChangeLog*' '*/wasm64-emscripten' '*-emscripten/pic' '*-emscripten/lto-pic'
    '*/lto/pic' '*-mt*.a' '*-ww*.a' '*[al]san*.a')
  dpkg-deb --fsys-tarfile "$1" | tar -x -C "$2" --strip-components=4 --wildcards \
    "${out[@]/#/--exclude=}" ./usr/share/emscripten
}

unpack_npm() {
  local name=$1 to=$2 version sha file _
  read -r version _ sha <<<"$(pin npm "$name")"
  file=$cache/$name-$version.tgz
  has_sha256 "$file" "$sha" || watched "downloading $name $version" \
    npm pack --silent --ignore-scripts --pack-destination "$cache" "$name@$version" || die_with_log "npm cannot download $name $version"
  has_sha256 "$file" "$sha" || die "$name $version from the npm registry is not what dependencies.txt says" \
    "remove $file and run this again"
  mkdir -p "$to"; tar -xf "$file" -C "$to" --strip-components=1
}

# Binaryen is of Debian 13. Where the C library is older, it runs through its own dynamic loader
# with its own libraries.
set_up_binaryen() {
  local to=$1 parts=$1/parts package tool
  mkdir -p "$to"/{bin,lib,libexec} "$parts"
  fetch binaryen
  dpkg-deb -x "$fetched" "$parts"
  cp "$parts"/usr/bin/wasm* "$to/libexec"; cp "$parts"/usr/lib/*/libbinaryen.so "$to/lib"
  if ! LD_LIBRARY_PATH=$to/lib "$to/libexec/wasm-opt" --version >/dev/null 2>&1; then
    for package in libc6 libstdc++6 libgcc-s1; do fetch "$package"; dpkg-deb -x "$fetched" "$parts"; done
    cp -L "$parts"/usr/lib/*-linux-gnu/lib{c.so.6,m.so.6,stdc++.so.6,gcc_s.so.1} "$to/lib"
    cp -L "$parts"/usr/lib/*-linux-gnu/ld-linux-*.so.* "$to/lib/loader"
  fi
  for tool in "$to"/libexec/*; do
    tool=${tool##*/}
    cat >"$to/bin/$tool" <<END
#!/bin/sh
here=\$(dirname "\$(dirname "\$(readlink -f "\$0")")")
[ ! -e "\$here/lib/loader" ] || exec "\$here/lib/loader" --library-path "\$here/lib" "\$here/libexec/$tool" "\$@"
LD_LIBRARY_PATH=\$here/lib exec "\$here/libexec/$tool" "\$@"
END
    chmod +x "$to/bin/$tool"
  done
  rm -rf "$parts"
  "$to/bin/wasm-opt" --version >>"$log" 2>&1 || die_with_log 'Binaryen does not run on this machine'
}

write_config() {
  cat >"$1" <<'END'
# Written by emsdk-setup.sh. Emscripten finds it beside its tools, whatever the environment; every
# path is found when it is needed, so that .deps can move.
import os, shutil, sys
here = os.path.dirname(os.path.dirname(os.path.abspath(sys.modules['tools.config'].__file__)))
llvm = 'usr/lib/llvm-19/bin'
unpacked = os.path.join(here, '..', 'sysroot', llvm)
LLVM_ROOT = unpacked if os.path.exists(os.path.join(unpacked, 'clang')) else '/' + llvm
BINARYEN_ROOT = os.path.join(here, 'binaryen')
NODE_JS = shutil.which('node')
CLOSURE_COMPILER = [os.path.join(here, 'closure', 'compiler')]
# Every library variant that this project links is in the package; without this, a change of
# configuration would wipe them.
FROZEN_CACHE = True
CACHE = os.path.join(here, 'cache')
END
}

# --- What the shell needs -----------------------------------------------------------------------

write_env() {
  cat >"$deps/env.sh.$$" <<END
# Written by emsdk-setup.sh; source it. bash and zsh find where it lies, so that .deps can move;
# another sh needs the path below.
if [ -n "\${BASH_SOURCE:-}" ]; then ADVISOR_DEPS=\$(cd "\$(dirname "\$BASH_SOURCE")" && pwd)
elif [ -n "\${ZSH_VERSION:-}" ]; then eval 'ADVISOR_DEPS=\${\${(%):-%x}:A:h}'
else ADVISOR_DEPS='$deps'; fi
export ADVISOR_DEPS
END
  cat >>"$deps/env.sh.$$" <<'END'
advisor_first() { case ":$PATH:" in *":$1:"*) ;; *) PATH=$1:$PATH ;; esac; }
# Packages unpacked without root.
if [ -d "$ADVISOR_DEPS/sysroot" ]; then
  advisor_lib=$(echo "$ADVISOR_DEPS"/sysroot/usr/lib/*-linux-gnu*)
  advisor_first "$ADVISOR_DEPS/sysroot/usr/bin"; advisor_first "$ADVISOR_DEPS/sysroot/bin"
  case ":${LD_LIBRARY_PATH:-}:" in *":$advisor_lib:"*) ;; *) LD_LIBRARY_PATH=$advisor_lib${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH} ;; esac
  PKG_CONFIG_SYSROOT_DIR=$ADVISOR_DEPS/sysroot
  PKG_CONFIG_PATH=$advisor_lib/pkgconfig:$ADVISOR_DEPS/sysroot/usr/share/pkgconfig
  export LD_LIBRARY_PATH PKG_CONFIG_SYSROOT_DIR PKG_CONFIG_PATH
fi
# Emscripten. ADVISOR_EMSCRIPTEN is the folder that has cmake/Modules/Platform/Emscripten.cmake.
case $(cat "$ADVISOR_DEPS/stamp/emsdk-source" 2>/dev/null) in
  debian) ADVISOR_EMSCRIPTEN=$ADVISOR_DEPS/emscripten ;;
  official) ADVISOR_EMSCRIPTEN=$ADVISOR_DEPS/emsdk/upstream/emscripten ;;
  path) ADVISOR_EMSCRIPTEN=$(dirname "$(readlink -f "$(command -v emcc)")") ;;
esac
case ${ADVISOR_EMSCRIPTEN:-} in "$ADVISOR_DEPS"/*) advisor_first "$ADVISOR_EMSCRIPTEN" ;; esac
export PATH ADVISOR_EMSCRIPTEN
END
  mv "$deps/env.sh.$$" "$deps/env.sh"
  # Without it, Node.js would read Emscripten's scripts as the project's own package.json says: as
  # modules.
  echo '{ "private": true, "type": "commonjs" }' >"$deps/package.json"
}

# --- The whole ----------------------------------------------------------------------------------

# Where Emscripten comes from: as told, as last time, or the first of an emcc on PATH, the official
# emsdk, Debian's package.
choose_emscripten() {
  emsdk_source=${ADVISOR_EMSDK:-$(cat "$deps/stamp/emsdk-source" 2>/dev/null || true)}
  [[ $emsdk_source =~ ^(path|official|debian|)$ ]] || die "ADVISOR_EMSDK is \"$emsdk_source\"" 'it may be path, official or debian'
  if [[ $emsdk_source == path && -z $(emcc_on_path) ]]; then
    [[ -z ${ADVISOR_EMSDK:-} ]] || die "there is no emcc $emscripten_version on PATH" 'put it there, or leave ADVISOR_EMSDK unset'
    emsdk_source=
  fi
  [[ -z $emsdk_source ]] || return 0
  if [[ -n $(emcc_on_path) ]]; then emsdk_source=path
  elif [[ $1 == yes ]]; then emsdk_source=undecided
  elif git_answers emsdk; then emsdk_source=official
  else emsdk_source=debian; fi
}

# What was unpacked without root is as good as installed, for this script too.
# shellcheck source=/dev/null
use_sysroot() { [[ ! -d $sysroot ]] || . "$deps/env.sh"; }

set_up_emscripten() {
  local missing
  case $emsdk_source in
    path) say "using $(emcc_on_path)" ;;
    official)
      if ! set_up_official; then
        [[ -z ${ADVISOR_EMSDK:-} ]] || die_with_log 'the official emsdk cannot be installed'
        note "the official emsdk cannot be installed, so Debian's package is taken"
        emsdk_source=debian
        mapfile -t missing < <(missing_packages llvm | cut -d' ' -f1)
        ((${#missing[@]} == 0)) || install_packages "${missing[@]}"
      fi ;;
  esac
  [[ $emsdk_source != debian ]] || set_up_debian
  echo "$emsdk_source" >"$deps/stamp/emsdk-source"
}

# Whether a part is as dependencies.txt wants it: its stamp says so, and it is still there.
part_is_done() {
  local folder=$1
  if [[ $1 == emscripten ]]; then
    case $emsdk_source in official) folder=emsdk/upstream ;; path) folder=stamp ;; esac
  fi
  [[ -d $deps/$folder && -f $deps/stamp/$1 && $(<"$deps/stamp/$1") == "$(part_pins "$1")" ]]
}
part_pins() {
  local lines="(file|git) +$1 "
  [[ $1 != emscripten ]] || lines='(file +(emscripten|binaryen|lib)|npm |git +emsdk )'
  { [[ $1 != emscripten ]] || echo "$emsdk_source"; grep -E "^$lines" "$pins"; } | sha256sum | cut -d' ' -f1
}

report_missing() { # PACKAGES PARTS GROUPS: lines, lines, words
  local package minimum part
  while read -r package minimum; do
    [[ -z $package ]] ||
      echo "$package${minimum:+ $minimum or newer} is missing: run ./emsdk-setup.sh $3, or as root: apt-get install $package"
  done <<<"${1// -/}"
  while read -r part; do
    [[ -z $part ]] || echo "$part is missing, or is not what dependencies.txt says: run ./emsdk-setup.sh $3"
  done <<<"$2"
  [[ -z $1$2 ]] || return 1
  echo 'Nothing is missing.'
}

check_machine() {
  local node free; node=$(node --version 2>/dev/null || true); node=${node#v}
  ((${node%%.*} >= 20)) 2>/dev/null || die "Node.js 20 or newer is needed, and this machine has ${node:-none}" \
    'install it, with npm, then run this again'
  free=$(df -Pm "$project" | awk 'NR == 2 { print $4 }')
  ((free >= 2000)) || die "only $free MB are free where $project lies" 'free 2000 MB, then run this again'
}

main() {
  local check=no servers=no groups=() parts=() todo=() asked missing part
  while (($#)); do
    case $1 in
      --check) check=yes ;; --help | -h) usage; return ;;
      web | native | test | check) groups+=("$1") ;;
      servers) servers=yes ;;
      *) usage >&2; die "there is no group \"$1\"" ;;
    esac; shift
  done
  ((${#groups[@]})) || groups=(web native)
  asked=${groups[*]}
  use_sysroot
  if [[ " ${groups[*]} " == *' web '* ]]; then
    choose_emscripten "$check"; parts+=(emscripten)
    [[ $emsdk_source != debian ]] || groups+=(llvm)
  fi
  if [[ " ${groups[*]} " == *' native '* && $as_root == yes ]]; then groups+=(speed); fi
  # Orca only runs where it is installed; without it, one test says so and is skipped.
  if [[ " ${groups[*]} " == *' test '* && $as_root == yes ]]; then groups+=(speech); fi
  [[ $asked =~ ^(test|check)$ ]] || parts+=(imgui nlohmann catch2)
  missing=$(missing_packages "${groups[@]}")
  if [[ $as_root == yes && " ${groups[*]} " =~ ' test '|' check ' ]]; then
    missing=$(printf '%s\n' "$missing" "$(missing_optional checks)" | sed '/^$/d')
  fi
  if [[ $as_root == yes && " ${groups[*]} " == *' test '* ]]; then
    missing=$(printf '%s\n' "$missing" "$(missing_optional engines)" | sed '/^$/d')
  fi
  if [[ $as_root == yes && $servers == yes ]]; then
    missing=$(printf '%s\n' "$missing" "$(missing_optional servers)" | sed '/^$/d')
  fi
  for part in "${parts[@]}"; do part_is_done "$part" || todo+=("$part"); done
  if [[ $check == yes ]]; then report_missing "$missing" "$(printf '%s\n' "${todo[@]}")" "$asked"; return; fi
  mkdir -p "$deps/stamp"
  write_env
  [[ -n $missing ]] || ((${#todo[@]})) || { echo 'Nothing to do.'; return; }

  check_machine
  mkdir -p "$cache" || die "cannot make $cache" 'set XDG_CACHE_HOME to a folder that can be written to'
  exec 9>"$deps/lock"
  flock -w 1800 9 || die 'another emsdk-setup.sh has been at work here for half an hour' 'end it, then run this again'
  : >"$log"
  step_count=$((${#todo[@]} + $([[ -z $missing ]]; echo $?)))
  if [[ -n $missing ]]; then
    step "packages of the distribution"
    mapfile -t missing < <(cut -d' ' -f1 <<<"$missing")
    install_packages "${missing[@]}"
    use_sysroot
  fi
  for part in "${todo[@]}"; do
    # Whoever held the lock before us may have done it.
    ! part_is_done "$part" || continue
    case $part in
      emscripten) step "Emscripten $emscripten_version"; set_up_emscripten ;;
      *) step "$part $(pin git "$part" | cut -d' ' -f1)"; set_up_source "$part" ;;
    esac
    part_pins "$part" >"$deps/stamp/$part"
  done
  echo "Ready after $SECONDS s. Now: source .deps/env.sh"
}

main "$@"
