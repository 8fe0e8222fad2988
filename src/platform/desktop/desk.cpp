#include "platform/desktop/desk.h"

#include <imgui.h>

#include <algorithm>
#include <cstdio>
#include <ctime>

#include "body/gl/png.h"
#include "content/intake_json.h"
#include "platform/desktop/phone_code.h"

namespace advisor::platform {
namespace {

constexpr double kRestSeconds = 3600;
constexpr float kWheelStepPx = 60;
constexpr float kFrameSeconds = 1 / 60.0f;
constexpr double kSoonSeconds = 0.3;
constexpr int kSettledAfter = 600;  // frames; a screen settles in a handful

}  // namespace

Minutes utc_offset() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  return std::chrono::floor<Minutes>(std::chrono::seconds{local.tm_gmtoff});
}

Moment wall_clock() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  const std::chrono::year_month_day date{
      std::chrono::year{local.tm_year + 1900},
      std::chrono::month{static_cast<unsigned>(local.tm_mon + 1)},
      std::chrono::day{static_cast<unsigned>(local.tm_mday)}};
  return std::chrono::local_days{date} + std::chrono::hours{local.tm_hour} +
         std::chrono::minutes{local.tm_min};
}

std::optional<std::string> Desk::open_language(Program& program, const Options& options,
                                               Language language) {
  const std::string content = find_places().content;
  const std::string knowledge_path = content + "/knowledge.json",
                    words_path = content + "/words." + std::string(name_of(language)) + ".json";
  const std::string site_path = options.site.empty() ? content + "/site.json" : options.site;
  const auto knowledge = read_text(knowledge_path), words = read_text(words_path),
             site = read_text(site_path);
  for (const auto& [text, path] :
       {std::pair{&knowledge, &knowledge_path}, {&words, &words_path}, {&site, &site_path}})
    if (!*text) return one_line(ContentError{*path, "", "a file that can be read", "none"});
  if (auto wrong =
          program.load_content(*knowledge, *words, *site, options.now.value_or(wall_clock())))
    return one_line(*wrong);
  return std::nullopt;
}

std::optional<std::string> Desk::open(Program& program, const Options& options) {
  const Places places = find_places();
  if (auto wrong = open_language(program, options, options.language)) return wrong;
  auto regular = read_bytes(places.fonts + "/hanken-400.ttf"),
       strong = read_bytes(places.fonts + "/hanken-600.ttf");
  auto atlas = read_bytes(places.atlas + "/atlas-male.bin");
  if (!regular || !strong || !atlas)
    return "the fonts or the figure are not built: run npm run desktop";
  program.set_fonts(std::move(*regular), std::move(*strong));
  std::string error;
  if (!program.set_figure(*atlas, &error)) return error;
  program.session().apply({app::Action::Kind::kFigure, -1, options.female});
  program.session().apply({app::Action::Kind::kTone, -1, options.tone});
  if (options.intake.empty()) return std::nullopt;
  const auto text = read_text(options.intake);
  if (!text) return options.intake + ": cannot be read";
  const Library& library = program.session().library();
  auto intake = read_intake(*text, library.knowledge, library.site.business);
  if (!intake) return options.intake + ": " + one_line(intake.error());
  program.session().set_intake(std::move(intake).value());
  return std::nullopt;
}

Desk::Desk(Program& program, Window& window, const Options& options)
    : program_(program),
      window_(window),
      options_(options),
      keyboard_(program.session(), program.interface()) {
  settings_.dark = options.dark;
  settings_.reduced_motion =
      !options.screenshot.empty() || !options.picture.empty() || !options.script.empty();
  settings_.density = window.density();
  // A stand keeps nothing that the next person would find: no file, no clipboard.
  program.session().set_abilities(
      {.files = !options.kiosk, .clipboard = !options.kiosk, .picture = !options.kiosk});
  cover_.author = app::author_cover;
  program.interface().set_cover_painter(ui::paint_kiosk_cover);
}

std::optional<std::string> Desk::start_drawing() {
  std::string error;
  program_.set_settings(settings_);
  if (!program_.start_drawing("#version 330 core", &error)) return error;
  if (options_.kiosk) kiosk_.emplace(program_.session(), cover_, settings_.reduced_motion, now());
  return std::nullopt;
}

void Desk::set_theme(bool dark) {
  settings_.dark = dark;
  program_.set_settings(settings_);
}

void Desk::bring_figure() {
  if (!program_.take_wanted_figure()) return;
  const auto atlas =
      read_bytes(find_places().atlas +
                 (program_.session().shown().female ? "/atlas-female.bin" : "/atlas-male.bin"));
  std::string error;
  if (!atlas || !program_.set_figure(*atlas, &error)) program_.figure_failed();
}

bool Desk::draw(float step_s) {
  if (!program_.gate.open()) return false;
  if (settings_.density != window_.density()) {
    settings_.density = window_.density();
    program_.set_settings(settings_);
  }
  window_.begin_frame();
  if (step_s > 0) ImGui::GetIO().DeltaTime = step_s;
  bring_figure();
  int w = 0, h = 0;
  window_.framebuffer(&w, &h);
  const bool drawn = program_.draw_frame(w, h, ImGui::GetIO().DeltaTime * 1000);
  const ImGuiIO& io = ImGui::GetIO();
  if (io.MouseWheel != 0 &&
      program_.interface().wheel(io.MousePos.x, io.MousePos.y, -kWheelStepPx * io.MouseWheel))
    program_.gate.wake(Cause::kInput);
  follow_up();
  return drawn;
}

void Desk::follow_up() {
  for (const app::Event& event : program_.session().take_events()) serve(event);
  if (const std::string link = keyboard_.take_link(); !link.empty()) follow_link(link);
  keyboard_.follow();
  if (program_.session().version() == seen_version_) return;
  seen_version_ = program_.session().version();
  program_.gate.wake(Cause::kData);
}

void Desk::serve(const app::Event& event) {
  using Kind = app::Event::Kind;
  switch (event.kind) {
    case Kind::kBook:
      book(event.text);
      break;
    case Kind::kUncover:
      cover_.code = {};
      program_.session().set_cover(&cover_);
      if (kiosk_) kiosk_->used(now());
      break;
    case Kind::kCopy:
      program_.session().toast(window_.copy(event.text) ? "ui.book.copied" : "ui.book.not_done");
      break;
    case Kind::kFile:
      save(event.service, std::as_bytes(std::span(event.text)), "ui.book.reminder_saved");
      break;
    case Kind::kPicture:
      save_picture();
      break;
    case Kind::kLanguage:
      if (auto wrong = open_language(program_, options_, *by_name<Language>(event.text)))
        std::fprintf(stderr, "recovery-advisor: %s\n", wrong->c_str());
      else
        window_.set_title(std::string(program_.session().library().words.ui("ui.common.product")));
      break;
    default:
      break;
  }
}

// The visitor books on a phone of their own, because a kiosk has no browser to get lost in. On a
// desk the code is there for whoever stands beside it.
void Desk::book(const std::string& url) {
  if (!kiosk_) window_.open_address(url);
  cover_.code = phone_code(url);
  cover_.also_opened = !kiosk_;
  program_.session().set_cover(&cover_);
}

// What a person asks to keep is saved with their other downloads.
void Desk::save(const std::string& name, std::span<const std::byte> content,
                std::string_view said) {
  program_.session().toast(save_for_person(name, content) ? said : "ui.book.not_done");
}

void Desk::save_picture() {
  const body::gl::Image picture = program_.picture();
  const std::vector<std::uint8_t> png =
      body::encode_png(picture.pixels, picture.width, picture.height);
  save("advisor.png", std::as_bytes(std::span(png)), "ui.book.picture_saved");
}

void Desk::follow_link(const std::string& url) {
  if (!kiosk_) window_.open_address(url);
}

void Desk::somebody_is_there() {
  if (kiosk_) kiosk_->used(now());
}

// Does what is due by the clock, and returns true when something is to be drawn for it.
bool Desk::let_time_pass() {
  if (!kiosk_ || !kiosk_->pass(now())) return false;
  window_.show_cursor(!cover_.attract);
  program_.gate.wake(Cause::kAnimation);
  return true;
}

void Desk::press(const Key& key) {
  const bool picture = cover_.attract;
  somebody_is_there();
  if (picture) return follow_up();  // a key wakes the kiosk and does nothing else
  if (keyboard_.press(key)) program_.gate.wake(Cause::kInput);
  follow_up();
}

bool Desk::settle() {
  int resting = 0;
  for (int i = 0; i < kSettledAfter && resting < 2; ++i) {
    window_.wait(0);
    const bool working = program_.build_figure_step() ||
                         program_.session().shown().figure_state == app::FigureState::kComing;
    if (working) program_.gate.wake(Cause::kFigure);
    // What is due at once belongs to it: a figure that was drawn coarser while it moved. A toast
    // that will leave does not.
    const double due = program_.due_seconds();
    const bool soon = due >= 0 && due < kSoonSeconds && !program_.gate.open();
    if (soon) program_.gate.wake(Cause::kAnimation);
    resting = draw(soon ? static_cast<float>(due) + kFrameSeconds : kFrameSeconds) || working
                  ? 0
                  : resting + 1;
  }
  return resting == 2;
}

bool Desk::rest(double seconds) {
  const double until = *stopped_at_ + seconds;
  for (int i = 0; i < kSettledAfter * 10; ++i) {
    const double due = kiosk_ ? kiosk_->due_seconds(*stopped_at_) : -1;
    const double step =
        std::min(until - *stopped_at_, due < 0 ? until - *stopped_at_
                                               : std::max(due, static_cast<double>(kFrameSeconds)));
    if (step <= 0) return settle();
    stopped_at_ = *stopped_at_ + step;
    let_time_pass();
    program_.gate.wake(Cause::kAnimation);
    draw(static_cast<float>(step));
  }
  return false;
}

bool Desk::write_picture(const std::string& path) {
  const body::gl::Image picture = program_.picture();
  return !picture.pixels.empty() &&
         write_png(path, picture.width, picture.height, std::as_bytes(std::span(picture.pixels)));
}

bool Desk::write_screenshot(const std::string& path) const {
  int w = 0, h = 0;
  window_.framebuffer(&w, &h);
  return write_png(path, w, h, window_.pixels());
}

void Desk::run() {
  while (!window_.closing()) {
    const bool working = program_.build_figure_step();
    double due = program_.due_seconds();
    if (const double kiosk = kiosk_ ? kiosk_->due_seconds(now()) : -1;
        kiosk >= 0 && (due < 0 || kiosk < due))
      due = kiosk;
    const double idle = working || program_.gate.open() ? 0 : due >= 0 ? due + 0.001 : kRestSeconds;
    if (window_.wait(idle) || due >= 0) program_.gate.wake(Cause::kInput);
    if (!options_.now) program_.session().set_now(wall_clock(), utc_offset());
    const bool pressed = window_.take_pressed();
    if (pressed) keyboard_.forget();
    // A kiosk at rest is woken by a touch on its picture, which is a button, and not by a shaken
    // table.
    if ((window_.take_moved() || pressed) && !cover_.attract) somebody_is_there();
    for (const Key& key : window_.take_keys()) {
      if (key.name == "q" && key.control && (!options_.kiosk || (key.alt && key.shift)))
        return window_.close();
      press(key);
    }
    let_time_pass();
    if (draw(0)) window_.present();
  }
}

}  // namespace advisor::platform
