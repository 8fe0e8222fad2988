# The closed sets of src/vocabulary/vocabulary.json as headers, written when CMake runs and whenever
# the table or its writer has changed.
find_program(ADVISOR_NODE node REQUIRED)
set(ADVISOR_GENERATED_DIR "${CMAKE_BINARY_DIR}/generated")
set(_vocabulary "${CMAKE_SOURCE_DIR}/src/vocabulary")
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS
  "${_vocabulary}/vocabulary.json" "${_vocabulary}/write.mjs")
execute_process(COMMAND "${ADVISOR_NODE}" "${_vocabulary}/write.mjs"
  "${ADVISOR_GENERATED_DIR}/vocabulary" COMMAND_ERROR_IS_FATAL ANY)
target_include_directories(advisor_options INTERFACE "${ADVISOR_GENERATED_DIR}")
