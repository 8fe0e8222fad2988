# Where the rooms' tests find the content and other fixtures.
set(ADVISOR_CONTENT_DIR "${CMAKE_SOURCE_DIR}/content")
