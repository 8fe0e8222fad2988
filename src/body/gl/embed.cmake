# Writes a header that holds shaders as strings: cmake -D OUT=FILE -D SHADERS=a.vert;b.frag -P
# embed.cmake Comments, indentation and empty lines are left out; names stay, since they are looked
# up.
set(text "#pragma once\n\nnamespace advisor::body::gl {\n\n")
foreach(shader IN LISTS SHADERS)
  get_filename_component(name "${shader}" NAME)
  string(REPLACE "." "_" name "${name}")
  file(READ "${shader}" source)
  string(REGEX REPLACE "//[^\n]*" "" source "${source}")
  string(REGEX REPLACE "[ \t]*\n[ \t\n]*" "\n" source "${source}")
  string(REGEX REPLACE " *([-+*/=<>?:,;(){}]) *" "\\1" source "${source}")
  string(REGEX REPLACE ";\n" ";" source "${source}")
  string(REGEX REPLACE "{\n" "{" source "${source}")
  string(REGEX REPLACE "^\n" "" source "${source}")
  string(APPEND text "inline constexpr char k_${name}[] = R\"glsl(${source})glsl\";\n")
endforeach()
string(APPEND text "\n}  // namespace advisor::body::gl\n")
file(WRITE "${OUT}" "${text}")
