// What a screen costs once nothing changes: it settles, and then a frame of it allocates nothing.
#include <imgui.h>

#include <catch_amalgamated.hpp>
#include <cstdlib>
#include <new>

#include "visits.h"

namespace {

bool counting = false;
int allocations = 0;

void* counted(std::size_t size) {
  if (counting) ++allocations;
  void* memory = std::malloc(size == 0 ? 1 : size);
  if (!memory) std::abort();
  return memory;
}

void* counted_for_imgui(std::size_t size, void*) { return counted(size); }
void free_for_imgui(void* memory, void*) { std::free(memory); }

// Dear ImGui takes its memory from here in every test of this program.
const bool told = [] {
  ImGui::SetAllocatorFunctions(counted_for_imgui, free_for_imgui);
  return true;
}();

}  // namespace

void* operator new(std::size_t size) { return counted(size); }
void* operator new[](std::size_t size) { return counted(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }

namespace advisor {
namespace {

using test::Stage;

TEST_CASE("the counter of this test counts") {
  REQUIRE(told);
  allocations = 0;
  counting = true;
  std::string* text = new std::string(100, 'x');
  void* memory = ImGui::MemAlloc(10);
  counting = false;
  delete text;
  ImGui::MemFree(memory);
  CHECK(allocations == 3);
}

TEST_CASE(
    "every screen settles within ten frames, in both languages, at every size and text size, light "
    "and dark") {
  for (const Language language : {Language::kEnglish, Language::kFrench}) {
    for (const test::Visit& visit : test::visits(language)) {
      for (const test::Size size : test::kSizes) {
        for (const float scale : {1.0f, 2.0f}) {
          for (const bool dark : {false, true}) {
            Stage stage(visit.session, size,
                        {.dark = dark, .reduced_motion = true, .text_scale = scale});
            const int frames = stage.settle();
            INFO(visit.name << ", " << size.w << " px, text " << scale
                            << (dark ? ", dark" : ", light"));
            CHECK(frames >= 1);
            CHECK(frames <= 10);
            // At rest it stays at rest, and moves nothing.
            const std::uint32_t geometry = stage.session.tree().geometry_version();
            CHECK_FALSE(stage.frame());
            CHECK(stage.session.tree().geometry_version() == geometry);
          }
        }
      }
    }
  }
}

TEST_CASE(
    "a turn of the figure comes to rest in half a second, and at once where motion is reduced") {
  for (const bool reduced : {false, true}) {
    Stage stage(test::fresh_session(), {390, 844}, {.reduced_motion = reduced});
    stage.settle();
    stage.session.apply({app::Action::Kind::kTurn, -1, 1});
    const int frames = stage.settle();
    CHECK(frames <= (reduced ? 10 : 30));
    CHECK(frames >= (reduced ? 1 : 10));
  }
}

TEST_CASE("a settled frame allocates nothing, on any screen") {
  for (const Language language : {Language::kEnglish, Language::kFrench}) {
    for (const test::Visit& visit : test::visits(language)) {
      for (const test::Size size : test::kSizes) {
        Stage stage(visit.session, size, {.reduced_motion = true});
        stage.settle();
        for (int i = 0; i < 3; ++i) stage.frame();  // Dear ImGui's own buffers reach their size
        allocations = 0;
        counting = true;
        for (int i = 0; i < 5; ++i) stage.frame();
        counting = false;
        INFO(visit.name << ", " << size.w << " px");
        CHECK(allocations == 0);
      }
    }
  }
}

}  // namespace
}  // namespace advisor
