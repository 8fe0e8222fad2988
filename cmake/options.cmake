# How every room is compiled. Third-party code is compiled as it comes, without these warnings.
add_library(advisor_options INTERFACE)
target_include_directories(advisor_options INTERFACE "${CMAKE_SOURCE_DIR}/src")
target_compile_options(advisor_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wno-missing-field-initializers
  # No path of the machine that built it in any binary.
  "-ffile-prefix-map=${CMAKE_SOURCE_DIR}=.")

# The presets that ship say so; a compiler that is not theirs may warn of more.
option(ADVISOR_WERROR "a warning is an error" OFF)
if(ADVISOR_WERROR)
  # GCC 12 sees copies within std::string overlap that do not (its bug 105651).
  target_compile_options(advisor_options INTERFACE
    -Werror $<$<CXX_COMPILER_ID:GNU>:-Wno-error=restrict>)
endif()

if(EMSCRIPTEN)
  # Bytes on the wire decide how soon a visitor can touch the figure.
  set(CMAKE_CXX_FLAGS_MINSIZEREL "-Oz -DNDEBUG -flto")
  # The module has no exceptions and no RTTI: results instead (ARCHITECTURE.md). The tests add them
  # back for Catch2 alone.
  target_compile_options(advisor_options INTERFACE -fno-exceptions -fno-rtti)
endif()

find_program(ADVISOR_CCACHE ccache)
if(ADVISOR_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${ADVISOR_CCACHE}")
endif()

option(ADVISOR_SANITIZE "address and undefined-behaviour sanitizers" OFF)
if(ADVISOR_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all
    -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()
