# The closed sets of src/vocabulary/vocabulary.json as headers, written when CMake runs and whenever
# the table or its writer has changed.
find_program(ADVISOR_NODE node REQUIRED)
set(ADVISOR_GENERATED_DIR "${CMAKE_BINARY_DIR}/generated")
set(_writer "${CMAKE_SOURCE_DIR}/src/vocabulary/write.mjs")
set(ADVISOR_VOCABULARY "${CMAKE_SOURCE_DIR}/src/vocabulary/vocabulary.json"
  CACHE FILEPATH "The table of the closed sets.")
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${ADVISOR_VOCABULARY}" "${_writer}")
execute_process(COMMAND "${ADVISOR_NODE}" "${_writer}" "${ADVISOR_GENERATED_DIR}/vocabulary"
  "${ADVISOR_VOCABULARY}" COMMAND_ERROR_IS_FATAL ANY)
target_include_directories(advisor_options INTERFACE "${ADVISOR_GENERATED_DIR}")
