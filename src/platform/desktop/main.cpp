#include <cstdio>
#include <ctime>

#include "content/intake_json.h"
#include "content/iso_time.h"
#include "platform/desktop/files.h"
#include "platform/desktop/options.h"
#include "platform/desktop/window.h"
#include "platform/program.h"

#include <imgui.h>

// The desktop program: content from files, a GLFW window, and frames only when the gate is open.
namespace {

using namespace advisor;
using namespace advisor::platform;

constexpr int kBadInput = 2, kBadUsage = 64;
constexpr double kRestSeconds = 3600;
constexpr float kWheelStepPx = 60;
constexpr int kSettledAfter = 240;  // frames; a screen settles in a handful

Moment wall_clock() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  const std::chrono::year_month_day date{std::chrono::year{local.tm_year + 1900}, std::chrono::month{static_cast<unsigned>(local.tm_mon + 1)},
                                         std::chrono::day{static_cast<unsigned>(local.tm_mday)}};
  return std::chrono::local_days{date} + std::chrono::hours{local.tm_hour} + std::chrono::minutes{local.tm_min};
}

int fail(const std::string& sentence) {
  std::fprintf(stderr, "recovery-advisor: %s\n", sentence.c_str());
  return kBadInput;
}

std::optional<ContentError> open_language(Program& program, const Places& places, const Options& options, Language language, Moment now) {
  const std::string words_path = places.content + (language == Language::kFrench ? "/words.fr.json" : "/words.en.json");
  const std::string site_path = options.site.empty() ? places.content + "/site.json" : options.site;
  const auto knowledge = read_text(places.content + "/knowledge.json"), words = read_text(words_path), site = read_text(site_path);
  for (const auto& [text, path] : {std::pair{&knowledge, places.content + "/knowledge.json"}, {&words, words_path}, {&site, site_path}})
    if (!*text) return ContentError{path, "", "a file that can be read", "none"};
  return program.open(*knowledge, *words, *site, now);
}

// The figure that was chosen, when it is not loaded yet.
void bring_figure(Program& program, const Places& places) {
  if (!program.take_wanted_figure()) return;
  const auto atlas = read_bytes(places.atlas + (program.session().shown().female ? "/atlas-female.bin" : "/atlas-male.bin"));
  std::string error;
  if (!atlas || !program.set_figure(*atlas, &error)) program.figure_failed();
}

// Draws until nothing more wants to be drawn; the last frame stands in the back buffer.
bool settle(Program& program, Window& window, const Places& places) {
  for (int i = 0; i < kSettledAfter; ++i) {
    window.wait(0);
    bool working = program.work();
    bring_figure(program, places);
    working |= program.session().shown().figure_state == app::FigureState::kComing;
    window.begin_frame();
    int w = 0, h = 0;
    window.framebuffer(&w, &h);
    program.frame(w, h, ImGui::GetIO().DeltaTime * 1000);
    if (!working && !program.gate.open() && i > 2) return true;
    if (working || program.gate.open()) window.present();
  }
  return false;
}

// Everything between an open window and its end.
int run(Program& program, Window& window, const Options& options) {
  const Places places = find_places();
  const Moment now = wall_clock();
  const bool shot = !options.screenshot.empty() || !options.picture.empty();
  std::string error;
  if (auto wrong = open_language(program, places, options, options.language, now)) return fail(one_line(*wrong));
  auto regular = read_bytes(places.fonts + "/hanken-400.ttf"), strong = read_bytes(places.fonts + "/hanken-600.ttf");
  auto atlas = read_bytes(places.atlas + "/atlas-male.bin");
  if (!regular || !strong || !atlas) return fail("the fonts or the figure are not built: run npm run desktop");
  program.set_fonts(std::move(*regular), std::move(*strong));
  if (!program.set_figure(*atlas, &error)) return fail(error);
  if (!options.intake.empty()) {
    const auto text = read_text(options.intake);
    if (!text) return fail(options.intake + ": cannot be read");
    const Library& library = program.session().library();
    auto intake = read_intake(*text, library.knowledge, library.site.business);
    if (!intake) return fail(options.intake + ": " + one_line(intake.error()));
    program.session().set_intake(std::move(intake).value());
  }
  program.session().apply({app::Action::Kind::kFigure, -1, options.female});
  program.session().apply({app::Action::Kind::kTone, -1, options.tone});
  ui::Settings settings;
  settings.dark = options.dark;
  settings.reduced_motion = shot;
  settings.density = window.density();
  program.set_settings(settings);
  if (!program.start_drawing("#version 330 core", &error)) return fail(error);

  if (shot) {
    if (!settle(program, window, places)) return fail("the screen did not come to rest");
    if (!options.picture.empty()) {
      const body::gl::Image picture = program.picture();
      if (picture.pixels.empty() || !write_png(options.picture, picture.width, picture.height, std::as_bytes(std::span(picture.pixels))))
        return fail(options.picture + ": cannot be written");
    }
    if (options.screenshot.empty()) return 0;
    int w = 0, h = 0;
    window.framebuffer(&w, &h);
    return write_png(options.screenshot, w, h, window.pixels()) ? 0 : fail(options.screenshot + ": cannot be written");
  }

  while (!window.closing()) {
    const bool working = program.work();
    const double due = program.due_seconds();
    if (window.wait(working || program.gate.open() ? 0 : due >= 0 ? due + 0.001 : kRestSeconds) || due >= 0) program.gate.wake(Cause::kInput);
    if (!program.gate.open()) continue;
    if (settings.density != window.density()) {
      settings.density = window.density();
      program.set_settings(settings);
    }
    window.begin_frame();
    int w = 0, h = 0;
    window.framebuffer(&w, &h);
    bring_figure(program, places);
    const std::uint32_t before = program.session().version();
    if (program.frame(w, h, ImGui::GetIO().DeltaTime * 1000)) window.present();
    const ImGuiIO& io = ImGui::GetIO();
    if (io.MouseWheel != 0 && program.interface().wheel(io.MousePos.x, io.MousePos.y, -kWheelStepPx * io.MouseWheel)) program.gate.wake(Cause::kInput);
    if (program.session().version() != before) program.gate.wake(Cause::kData);
    for (const app::Event& event : program.session().take_events()) {
      if (event.kind == app::Event::Kind::kBook) window.open_address(event.text);
      if (event.kind == app::Event::Kind::kLanguage)
        if (auto wrong = open_language(program, places, options, event.text == "fr" ? Language::kFrench : Language::kEnglish, wall_clock()))
          std::fprintf(stderr, "recovery-advisor: %s\n", one_line(*wrong).c_str());
    }
  }
  return 0;
}

}  // namespace

int main(int count, char** arguments) {
  const std::optional<Options> options = parse_options(count, arguments);
  if (!options) return kBadUsage;
  const bool shot = !options->screenshot.empty() || !options->picture.empty();
  std::string error;
  Program program;
  const std::unique_ptr<Window> window =
      Window::open(options->language == Language::kFrench ? "Conseiller de récupération" : "Recovery advisor", options->width_px, options->height_px,
                   options->kiosk && !shot, !shot, &error);
  if (!window) return fail(error);
  const int code = run(program, *window, *options);
  program.stop_drawing();  // while there still is a GL context
  return code;
}
