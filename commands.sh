#!/usr/bin/env bash
# What `npm start`, `npm test`, `npm run build`, `npm run desktop` and `npm run bench` do: set up,
# build with the CMake presets, then the command's own work. Everything may be run again, and does
# nothing that is done already.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

step() { printf '\n== %s (%d s)\n' "$1" "$SECONDS"; }

set_up() {
  ./emsdk-setup.sh "$@"
  # shellcheck disable=SC1091
  . .deps/env.sh
  if ! [ node_modules/.package-lock.json -nt package-lock.json ]; then
    step 'npm packages'
    npm ci --no-audit --no-fund
    touch node_modules/.package-lock.json
  fi
  [ build/fonts/hanken-600.ttf -nt web/build/fonts.mjs ] || node web/build/fonts.mjs
}

build_native() { step 'native build'; cmake --workflow --preset native; }
build_web() { step 'WebAssembly build'; cmake --workflow --preset web; }
# The module alone, without its test programs.
build_module() { step 'WebAssembly build'; cmake --preset web && cmake --build --preset web --target advisor; }
build_site() { step 'dist/'; node web/build/build.mjs; }

# The sources first: what they show takes seconds.
run_tests() {
  step 'the sources'; node tests/check/check.mjs
  build_native; build_web; build_site
  step 'C++ units, native'; ctest --preset native -j 2
  step 'C++ units, WebAssembly under Node'; ctest --preset web -j 2
  step 'content, architecture, browser and desktop tests'
  node --test --test-reporter=spec --test-reporter-destination=stdout \
    --test-reporter=./tests/file_times.mjs --test-reporter-destination=stdout \
    tests/*.test.mjs tests/*/*.test.mjs
}

case ${1:-} in
  start)
    set_up web
    build_module; build_site
    exec node web/build/serve.mjs ;;
  build)
    set_up web
    build_module; build_site ;;
  desktop)
    set_up native
    step 'native build'
    cmake --preset native && cmake --build --preset native --target recovery-advisor advise
    shift
    exec build/native/recovery-advisor "$@" ;;
  check)
    set_up check
    shift
    exec node tests/check/check.mjs "$@" ;;
  test)
    set_up web native test
    run_tests ;;
  test-all)
    set_up web native test servers
    export ADVISOR_ALL=1
    run_tests
    step 'functions of web/ that no test enters'; node tests/web_coverage.mjs
    step 'sites of Next, Astro, Svelte and WordPress, bundlers, and servers'; node --test --test-concurrency=1 tests/heavy/*/*.test.mjs
    step 'clang-tidy, cppcheck'; node tests/check/check.mjs --deep clang-tidy cppcheck
    step 'the native tests under the sanitizers'; cmake --workflow --preset asan ;;
  bench)
    set_up web native test
    build_native; build_web; build_site
    exec node tests/bench/bench.mjs ;;
  *) echo "usage: ./commands.sh start|build|desktop|check|test|test-all|bench" >&2; exit 64 ;;
esac
