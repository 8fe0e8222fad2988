# What is built for: the content that decides how many areas, languages and booking systems there
# are. Another folder makes another advisor (tests/planted).
set(ADVISOR_CONTENT_DIR "${CMAKE_SOURCE_DIR}/content" CACHE PATH "knowledge, words, atlas, systems")
