# Finds the Emscripten that emsdk-setup.sh prepared (or the one on PATH) and hands over to
# Emscripten's own toolchain file, so that `cmake --workflow --preset web` works without sourcing
# anything first.
get_filename_component(_root "${CMAKE_CURRENT_LIST_DIR}/.." ABSOLUTE)
set(_env "true")
if(EXISTS "${_root}/.deps/env.sh")
  set(_env ". '${_root}/.deps/env.sh'")
endif()
execute_process(COMMAND bash -c "${_env}; command -v emcc" OUTPUT_VARIABLE _emcc
  OUTPUT_STRIP_TRAILING_WHITESPACE)
if(NOT _emcc)
  message(FATAL_ERROR "Emscripten is not here: run ./emsdk-setup.sh first.")
endif()
file(REAL_PATH "${_emcc}" _emcc)
get_filename_component(_emscripten "${_emcc}" DIRECTORY)
include("${_emscripten}/cmake/Modules/Platform/Emscripten.cmake")
