#include "platform/web/web_abi.h"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "app/tree_json.h"
#include "content/intake_json.h"
#include "content/iso_time.h"
#include "content/json_writer.h"
#include "platform/program.h"
#include "platform/web/window.h"

// The module's one instance of the program, behind the C functions of web_abi.h.
namespace {

using namespace advisor;
using abi::AbilityBit, abi::File, abi::FrameBit, abi::Outcome, abi::PointerType, abi::SettingBit,
    abi::Verb;
using platform::Cause;
using ui::PointerKind;

struct Page {
  platform::Program program;
  std::string buffer;
  std::array<std::string, kCountOf<File>> files;
  std::string answer;  // what the last call returned
  app::TreeReader reader;
  body::gl::Image picture;
  std::vector<app::Event> events;
  Moment now{};
  Minutes utc_offset{};
  int width_px = 0, height_px = 0;
  float density = 1;
  double last_frame_ms = 0;
  bool hidden = false;
  std::uint32_t seen_version = 0;

  // The picture is not wanted while the page shows the controls without it.
  bool draws() { return program.draws() && !program.session().shown().list_view; }
  std::string& file(File which) { return files[static_cast<std::size_t>(which)]; }
  std::string_view argument(int size) const {
    return std::string_view(buffer).substr(0, static_cast<std::size_t>(size));
  }
  const char* give(std::string text) {
    answer = std::move(text);
    return answer.c_str();
  }
};

Page& page() {
  static Page the_page;
  return the_page;
}

std::string_view language_code() {
  return name_of(page().program.session().library().words.language);
}

std::vector<std::byte> bytes_of(std::string& file) {
  const auto* begin = reinterpret_cast<const std::byte*>(file.data());
  std::vector<std::byte> bytes(begin, begin + file.size());
  file = {};
  return bytes;
}

// Opens the frame gate after an action that came from outside of a frame: the page asks for a
// frame, and hears in it of what changed.
void acted() { page().program.gate.wake(Cause::kInput); }

void collect_events() {
  for (app::Event& event : page().program.session().take_events())
    page().events.push_back(std::move(event));
}

// A date that was typed; what is no day is refused as one that lies nowhere.
void apply_date(app::Session& session, app::Action tells, std::string_view text) {
  const auto day = parse_day(text);
  tells.value = day            ? static_cast<int>(day->time_since_epoch().count())
                : text.empty() ? app::Action::kNoDay
                               : std::numeric_limits<int>::min();
  session.apply_date(tells);
}

}  // namespace

extern "C" {

unsigned char* advisor_buffer(int size) {
  if (page().buffer.size() < static_cast<std::size_t>(size))
    page().buffer.resize(static_cast<std::size_t>(size));
  return reinterpret_cast<unsigned char*>(page().buffer.data());
}

void advisor_put(int file, int size) {
  if (file < 0 || file >= kCountOf<File>) return;
  page().files[static_cast<std::size_t>(file)] = page().argument(size);
}

const char* advisor_open_first() {
  Page& p = page();
  p.program.load_first_words(p.file(File::kFirstWords), p.now);
  p.program.session().set_now(p.now, p.utc_offset);
  std::string error;
  if (!p.program.set_figure(bytes_of(p.file(File::kAtlas)), &error)) {
    JsonWriter out;
    out.open_object()
        .member("file", "atlas")
        .member("pointer", "")
        .member("expected", "a packed atlas")
        .member("found", error)
        .close_object();
    return p.give(out.take());
  }
  p.program.set_fonts(bytes_of(p.file(File::kFontRegular)), bytes_of(p.file(File::kFontSemibold)));
  return nullptr;
}

const char* advisor_open() {
  Page& p = page();
  if (auto error = p.program.load_content(p.file(File::kKnowledge), p.file(File::kWords),
                                          p.file(File::kSite), p.now)) {
    JsonWriter out;
    out.open_object()
        .member("file", error->file)
        .member("pointer", error->pointer)
        .member("expected", error->expected)
        .member("found", error->found);
    out.close_object();
    return p.give(out.take());
  }
  return nullptr;
}

void advisor_figure(int size) {
  Page& p = page();
  std::string error;
  if (!p.program.set_figure(std::as_bytes(std::span(p.argument(size))), &error))
    p.program.figure_failed();
}

const int* advisor_picture() {
  static int answer[3];
  body::gl::Image& image = page().picture;
  image = page().program.picture();
  if (image.pixels.empty()) return nullptr;
  answer[0] = image.width;
  answer[1] = image.height;
  answer[2] = static_cast<int>(reinterpret_cast<std::uintptr_t>(image.pixels.data()));
  return answer;
}

const char* advisor_advise(int size) {
  Page& p = page();
  return p.give(answer(p.program.session().library(), p.argument(size), {}, nullptr));
}

const char* advisor_intake() {
  return page().give(write_intake(page().program.session().intake(),
                                  page().program.session().library().knowledge));
}

const char* advisor_advice() {
  const app::Session& session = page().program.session();
  return page().give(advice_text(session.library(), session.intake(), session.advice(), {}));
}

const char* advisor_set_intake(int size) {
  Page& p = page();
  const Library& library = p.program.session().library();
  Result<Intake> intake = read_intake(p.argument(size), library.knowledge, library.site.business);
  if (!intake) return p.give(error_json(intake.error()));
  p.program.session().set_intake(std::move(intake).value());
  acted();
  return nullptr;
}

void advisor_reset() {
  page().program.session().apply({app::Action::Kind::kReset});
  acted();
}

void advisor_now(int size) {
  Page& p = page();
  const std::string_view text = p.argument(size);
  const std::size_t space = std::min(text.find(' '), text.size());
  const auto now = parse_moment(text.substr(0, space));
  if (!now) return;
  p.now = *now;
  p.utc_offset = Minutes{std::atoi(std::string(text.substr(space)).c_str())};
  if (!p.program.loaded()) return;
  p.program.session().set_now(p.now, p.utc_offset);
  p.program.gate.wake(Cause::kData);
}

int advisor_start(int width_px, int height_px, float density) {
  Page& p = page();
  if (!platform::open_web_window(std::max(1, width_px), std::max(1, height_px))) return 0;
  std::string error;
  if (!p.program.start_drawing("#version 300 es", &error)) return 0;
  advisor_resize(width_px, height_px, density);
  return 1;
}

void advisor_resize(int width_px, int height_px, float density) {
  Page& p = page();
  p.width_px = width_px;
  p.height_px = height_px;
  p.density = density;
  if (p.program.drawing())
    platform::resize_canvas(static_cast<int>(std::lround(static_cast<float>(width_px) * density)),
                            static_cast<int>(std::lround(static_cast<float>(height_px) * density)));
  p.program.gate.wake(Cause::kSize);
}

void advisor_settings(int bits, float text_scale) {
  ui::Settings settings;
  settings.dark = bits & SettingBit::kDark;
  settings.reduced_motion = bits & SettingBit::kCalm;
  settings.high_contrast = bits & SettingBit::kContrast;
  settings.can_hover = bits & SettingBit::kFinePointer;
  settings.draws_focus = false;
  settings.text_scale = std::clamp(text_scale, 1.0f, 2.0f);
  settings.density = page().density;
  page().hidden = bits & SettingBit::kHidden;
  page().program.set_settings(settings);
}

int advisor_accent(int colour) {
  Page& p = page();
  if (!p.program.loaded()) return -1;
  ui::Settings settings = p.program.interface().settings();
  settings.accent = colour < 0 ? 0 : ui::rgb(static_cast<std::uint32_t>(colour));
  p.program.set_settings(settings);
  if (colour < 0) return -1;
  const ui::Colour used =
      ui::with_accent(ui::theme_for(settings.dark, settings.high_contrast ||
                                                       p.program.session().shown().high_contrast),
                      settings.accent)
          .action;
  return static_cast<int>((used & 0xff) << 16 | (used & 0xff00) | (used >> 16 & 0xff));
}

void advisor_abilities(int bits) {
  if (!page().program.loaded()) return;
  const auto has = [&](int bit) { return (bits & bit) != 0; };
  page().program.session().set_abilities({.files = has(AbilityBit::kFiles),
                                          .clipboard = has(AbilityBit::kClipboard),
                                          .share = has(AbilityBit::kShare),
                                          .picture = has(AbilityBit::kPicture),
                                          .print = has(AbilityBit::kPrint),
                                          .remember = has(AbilityBit::kRemember),
                                          .full_screen = has(AbilityBit::kFullScreen),
                                          .list = has(AbilityBit::kList)},
                                         has(AbilityBit::kRemembers));
  page().program.gate.wake(Cause::kSettings);
}

void advisor_done(int what) {
  if (!page().program.loaded() || what < 0 || what >= kCountOf<Outcome>) return;
  page().program.session().toast(
      std::string("ui.book.").append(name_of(static_cast<Outcome>(what))));
  page().program.gate.wake(Cause::kData);
}

void advisor_context_lost() {
  page().program.context_lost();
  if (page().program.loaded())
    page().program.session().set_layout(false, false,
                                        false);  // meanwhile the page shows one column
}
void advisor_context_restored() { page().program.context_restored(); }

void advisor_pointer(int kind_index, int type_index, int id, float x, float y) {
  Page& p = page();
  p.program.gate.wake(Cause::kInput);
  auto kind = static_cast<PointerKind>(kind_index);
  const auto type = static_cast<PointerType>(type_index);
  if (p.program.loaded() &&
      p.program.interface().pointer(kind, type == PointerType::kTouch, id, x, y)) {
    kind = PointerKind::kCancel;  // a gesture of two fingers: what the first one pressed is let go
    if (!ImGui::IsMouseDown(0)) return;
  }
  ImGuiIO& io = ImGui::GetIO();
  io.AddMouseSourceEvent(type == PointerType::kMouse   ? ImGuiMouseSource_Mouse
                         : type == PointerType::kTouch ? ImGuiMouseSource_TouchScreen
                                                       : ImGuiMouseSource_Pen);
  const bool up = kind == PointerKind::kUp, cancelled = kind == PointerKind::kCancel;
  if (!cancelled && kind != PointerKind::kLeave)
    io.AddMousePosEvent(x, y);  // the place first, so that a first tap counts
  if (kind == PointerKind::kDown) io.AddMouseButtonEvent(0, true);
  if (up) io.AddMouseButtonEvent(0, false);
  // A release after a cancel must not use anything; a lifted finger hovers over nothing.
  if (cancelled || kind == PointerKind::kLeave || (up && type != PointerType::kMouse))
    io.AddMousePosEvent(-1e6f, -1e6f);
  if (cancelled) io.AddMouseButtonEvent(0, false);
}

int advisor_claims_touch(float x, float y, float dx, float dy) {
  return page().program.loaded() && page().program.interface().claims_touch(x, y, dx, dy);
}

int advisor_wheel(float x, float y, float, float dy, int modifiers) {
  if (!page().program.loaded()) return 0;
  ui::Interface& interface = page().program.interface();
  if (!((modifiers & abi::ModifierBit::kControl) ? interface.zoom(x, y, dy)
                                                 : interface.wheel(x, y, dy)))
    return 0;
  page().program.gate.wake(Cause::kInput);
  return 1;
}

void advisor_act(int size) {
  Page& p = page();
  const std::string_view text = p.argument(size);
  const std::size_t first = text.find('\n'), second = text.find('\n', first + 1);
  if (first == std::string_view::npos || second == std::string_view::npos) return;
  const std::string key(text.substr(0, first));
  const auto verb = by_name<Verb>(text.substr(first + 1, second - first - 1));
  const std::string value(text.substr(second + 1));
  app::Session& session = p.program.session();
  if (verb == Verb::kFocus) p.program.interface().focus_key(key);
  if (verb == Verb::kBlur) p.program.interface().focus_key({});
  if (verb == Verb::kKey) {
    const std::string focus = p.program.interface().press_key(key, value);
    if (!focus.empty()) p.program.interface().focus_key(focus), session.ask_focus(focus);
  }
  if (const app::Node* node = session.tree().node(key)) {
    app::Action action = verb == Verb::kPress ? app::press_of(*node) : node->action;
    if (verb == Verb::kSet && node->role == app::Role::kDate) {
      apply_date(session, action, value);
    } else if (verb == Verb::kSet || verb == Verb::kPress) {
      if (verb == Verb::kSet) action.value = std::atoi(value.c_str());
      session.apply(action);
    }
  }
  acted();
}

int advisor_frame(double now_ms) {
  Page& p = page();
  if (!p.program.loaded()) return 0;
  int bits = 0;
  p.picture = {};
  const bool draws = p.draws();
  const bool working = p.program.drawing() && p.program.build_figure_step();
  if (draws && !p.program.figure_ready()) bits |= FrameBit::kMaking;
  if (draws && p.program.gate.open() && !p.hidden) {
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(p.width_px), static_cast<float>(p.height_px)};
    io.DisplayFramebufferScale = {p.density, p.density};
    io.DeltaTime = static_cast<float>(std::clamp((now_ms - p.last_frame_ms) / 1000, 0.001, 3600.0));
    const auto since_last_ms = static_cast<float>(now_ms - p.last_frame_ms);
    p.last_frame_ms = now_ms;
    ui::Settings settings = p.program.interface().settings();
    if (settings.density != p.density) {
      settings.density = p.density;
      p.program.set_settings(settings);
    }
    const int w = static_cast<int>(std::lround(io.DisplaySize.x * p.density)),
              h = static_cast<int>(std::lround(io.DisplaySize.y * p.density));
    if (p.program.draw_frame(w, h, since_last_ms)) bits |= FrameBit::kDrew;
  } else if (!draws) {
    p.program.gate.pass();
  }
  collect_events();
  // A change that a frame made is drawn by the next one.
  if (p.program.session().version() != p.seen_version) {
    p.seen_version = p.program.session().version();
    p.program.gate.wake(Cause::kData);
  }
  const app::Tree& tree = p.program.session().tree();
  if (p.reader.stale(tree) || p.program.session().wants_focus()) bits |= FrameBit::kSemantics;
  if (!p.events.empty()) bits |= FrameBit::kEvents;
  if (p.program.take_wanted_figure()) bits |= FrameBit::kFigure;
  if (working || (p.program.gate.open() && !p.hidden)) bits |= FrameBit::kAgain;
  return bits;
}

double advisor_next_frame_ms() {
  Page& p = page();
  const double due = p.program.loaded() && p.draws() && !p.hidden ? p.program.due_seconds() : -1;
  if (due < 0) return -1;
  p.program.gate.wake(Cause::kAnimation);  // the next frame is drawn whatever else happens
  return due * 1000 + 1;
}

const char* advisor_semantics() {
  Page& p = page();
  const std::string focus = p.program.session().take_focus();
  return p.give(p.reader.difference(p.program.session().tree(), language_code(), focus));
}

const char* advisor_events() {
  Page& p = page();
  JsonWriter out;
  out.open_array();
  for (const app::Event& event : p.events) {
    out.open_object().member("type", name_of(event.kind));
    if (event.kind == app::Event::Kind::kBook)
      out.member("url", event.told).member("follow", event.text).member("service", event.service);
    else if (event.kind == app::Event::Kind::kLanguage)
      out.member("language", event.text);
    else if (event.kind == app::Event::Kind::kFile)
      out.member("text", event.text).member("name", event.service);
    else if (!event.text.empty())
      out.member("text", event.text);
    out.close_object();
  }
  out.close_array();
  p.events.clear();
  return p.give(out.take());
}

}  // extern "C"
