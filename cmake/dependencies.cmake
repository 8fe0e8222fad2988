# What emsdk-setup.sh put into .deps (versions: dependencies.txt).
if(NOT EXISTS "${ADVISOR_DEPS}/imgui/imgui.h")
  message(FATAL_ERROR "Dear ImGui is not in ${ADVISOR_DEPS}: run ./emsdk-setup.sh first.")
endif()

add_library(dep_json INTERFACE)
target_include_directories(dep_json SYSTEM INTERFACE "${ADVISOR_DEPS}/nlohmann/include")
target_compile_definitions(dep_json INTERFACE JSON_NOEXCEPTION JSON_USE_IMPLICIT_CONVERSIONS=0)

# Without imgui_tables.cpp and a few widgets: src/ui/kit/imgui_left_out.cpp says which, docs/size.md
# what that saves.
add_library(dep_imgui STATIC
  "${ADVISOR_DEPS}/imgui/imgui.cpp" "${ADVISOR_DEPS}/imgui/imgui_draw.cpp"
  "${ADVISOR_DEPS}/imgui/imgui_widgets.cpp"
  src/ui/kit/imgui_format.cpp src/ui/kit/imgui_left_out.cpp)
set_source_files_properties("${ADVISOR_DEPS}/imgui/imgui.cpp" PROPERTIES COMPILE_OPTIONS
  "-include;ui/kit/imgui_left_out.h")
target_include_directories(dep_imgui SYSTEM PUBLIC "${ADVISOR_DEPS}/imgui")
target_include_directories(dep_imgui PRIVATE "${CMAKE_SOURCE_DIR}/src")
target_compile_definitions(dep_imgui PUBLIC IMGUI_USER_CONFIG=\"ui/kit/imgui_config.h\")

# The window and the GL back end of Dear ImGui; src/platform alone links it.
add_library(dep_imgui_backends STATIC
  "${ADVISOR_DEPS}/imgui/backends/imgui_impl_glfw.cpp"
  "${ADVISOR_DEPS}/imgui/backends/imgui_impl_opengl3.cpp")
target_include_directories(dep_imgui_backends SYSTEM PUBLIC "${ADVISOR_DEPS}/imgui/backends")
target_include_directories(dep_imgui_backends PRIVATE "${CMAKE_SOURCE_DIR}/src")
target_link_libraries(dep_imgui_backends PUBLIC dep_imgui)

# dep_gl: the GL ES 3 / GL 3.3 entry points that src/body/gl and src/platform call.
# dep_window: GLFW, Emscripten's own on the web.
add_library(dep_gl INTERFACE)
add_library(dep_window INTERFACE)
if(EMSCRIPTEN)
  target_compile_definitions(dep_imgui_backends PUBLIC IMGUI_IMPL_OPENGL_ES3)
  target_compile_options(dep_imgui PRIVATE -fno-exceptions -fno-rtti)
  target_compile_options(dep_imgui_backends PRIVATE -fno-exceptions -fno-rtti)
  target_link_options(dep_window INTERFACE -sUSE_GLFW=3 -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2)
else()
  find_package(PkgConfig REQUIRED)
  pkg_check_modules(glfw3 REQUIRED IMPORTED_TARGET glfw3)
  pkg_check_modules(epoxy REQUIRED IMPORTED_TARGET epoxy)
  pkg_check_modules(qrcodegencpp REQUIRED IMPORTED_TARGET qrcodegencpp)
  target_link_libraries(dep_gl INTERFACE PkgConfig::epoxy)
  target_link_libraries(dep_window INTERFACE PkgConfig::glfw3)
  target_link_libraries(dep_imgui_backends PUBLIC dep_window ${CMAKE_DL_LIBS})
endif()

if(ADVISOR_TESTS)
  add_library(dep_catch2 STATIC "${ADVISOR_DEPS}/catch2/catch_amalgamated.cpp")
  target_include_directories(dep_catch2 SYSTEM PUBLIC "${ADVISOR_DEPS}/catch2")
  target_compile_options(dep_catch2 PRIVATE -O1)
  if(EMSCRIPTEN)
    # Catch2 reports a failed REQUIRE by throwing; exceptions exist in the test programs alone.
    target_compile_options(dep_catch2 PUBLIC -fexceptions -frtti)
    target_link_options(dep_catch2 PUBLIC -fexceptions -sENVIRONMENT=node -sALLOW_MEMORY_GROWTH
      -sSTACK_SIZE=1MB -sEXIT_RUNTIME=1)
  endif()
endif()
