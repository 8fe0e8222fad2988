#include "platform/program.h"

#include <imgui.h>
#include <imgui_impl_opengl3.h>
#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <utility>

#include "content/first_words.h"
#include "ui/figure/picture_sheet.h"

namespace advisor::platform {
namespace {

float channel(ui::Colour c, int shift) { return static_cast<float>(c >> shift & 0xffu) / 255.0f; }

// Dear ImGui sets the density of a font only when the font is pushed. This program writes with both
// fonts without pushing them, so it sets both here.
void set_font_density(float density) {
  for (ImFont* font : ImGui::GetIO().Fonts->Fonts) font->CurrentRasterizerDensity = density;
}

constexpr double kSettleSeconds =
    0.15;  // longer than a frame, because a finger that holds still for one has not settled

}  // namespace

Program::Program() {
  IMGUI_CHECKVERSION();
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  ImGuiStyle& style = ImGui::GetStyle();
  style.CircleTessellationMaxError = 0.1f;
  style.CurveTessellationTol = 0.3f;
  style.DisabledAlpha = 1;                           // a disabled control has colours of its own
  for (ImVec4& colour : style.Colors) colour.w = 0;  // nothing of the stock look
}

Program::~Program() { ImGui::DestroyContext(); }

void Program::stop_drawing() {
  if (!std::exchange(drawing_, false)) return;
  renderer_.destroy();
  ImGui_ImplOpenGL3_Shutdown();
}

std::optional<ContentError> Program::load_content(std::string_view knowledge_json,
                                                  std::string_view words_json,
                                                  std::string_view site_json, Moment now) {
  Result<Library> loaded = load_library(knowledge_json, words_json, site_json);
  if (!loaded) return loaded.error();
  take_library(std::move(loaded).value(), now);
  return std::nullopt;
}

void Program::load_first_words(std::string_view first_words, Moment now) {
  Library library;
  library.whole = false;
  read_first_words(first_words, library.knowledge, library.words);
  take_library(std::move(library), now);
}

void Program::take_library(Library loaded, Moment now) {
  auto library = std::make_unique<Library>(std::move(loaded));
  if (session_) {
    session_->set_library(library.get());
  } else {
    session_ = std::make_unique<app::Session>(library.get(), now);
    interface_ = std::make_unique<ui::Interface>(*session_, figure_ ? &*figure_ : nullptr,
                                                 paint_figure, this);
    interface_->set_settings(settings_);
  }
  library_ = std::move(library);
  gate.wake(Cause::kData);
}

bool Program::set_figure(std::span<const std::byte> packed, std::string* error) {
  std::optional<body::Figure> figure = body::Figure::parse(packed, error);
  if (!figure) return false;
  atlases_[static_cast<int>(figure->build())].assign(packed.begin(), packed.end());
  gate.wake(Cause::kFigure);
  if (figure_) return true;  // build_figure_step() makes it the figure that comes next
  figure_ = std::move(figure);
  if (interface_) interface_->set_figure(&*figure_);
  return true;
}

bool Program::take_wanted_figure() { return std::exchange(wanted_, false); }

void Program::figure_failed() {
  asked_ = false;
  if (session_->shown().figure_state == app::FigureState::kComing)
    session_->set_figure_state(app::FigureState::kFailed);
  gate.wake(Cause::kData);
}

// A chosen figure that is not the one shown is asked for once, and then made beside it.
void Program::follow_choice() {
  const auto chosen = session_->shown().female ? body::Build::kFemale : body::Build::kMale;
  if (!figure_ || figure_->build() == chosen) {
    next_.reset();
    // A view is on its way as well while it is being made for a turn.
    const auto state = session_->shown().figure_state;
    const bool there = figure_ready();
    if (!drawn_ || state != (there ? app::FigureState::kComing : app::FigureState::kThere)) return;
    session_->set_figure_state(there ? app::FigureState::kThere : app::FigureState::kComing);
    gate.wake(Cause::kData);
    return;
  }
  const std::vector<std::byte>& packed = atlases_[static_cast<int>(chosen)];
  if (packed.empty()) {
    if (!std::exchange(asked_, true)) wanted_ = true;
  } else if (!next_) {
    std::string error;
    next_ = body::Figure::parse(packed, &error);
    asked_ = false;
  }
  if (session_->shown().figure_state == app::FigureState::kComing) return;
  session_->set_figure_state(app::FigureState::kComing);
  gate.wake(Cause::kData);
}

void Program::set_fonts(std::vector<std::byte> regular, std::vector<std::byte> strong) {
  font_regular_ = std::move(regular);
  font_strong_ = std::move(strong);
}

void Program::set_settings(const ui::Settings& settings) {
  settings_ = settings;
  if (interface_) interface_->set_settings(settings);
  gate.wake(Cause::kSettings);
}

bool Program::start_drawing(const char* glsl_version, std::string* error) {
  if (!ImGui_ImplOpenGL3_Init(glsl_version)) {
    *error = "OpenGL could not be started";
    return false;
  }
  ImFontConfig config;
  config.FontDataOwnedByAtlas = false;
  const auto add = [&](std::vector<std::byte>& bytes) {
    return ImGui::GetIO().Fonts->AddFontFromMemoryTTF(bytes.data(), static_cast<int>(bytes.size()),
                                                      0, &config);
  };
  if (font_regular_.empty() || font_strong_.empty()) {
    *error = "the two fonts are missing";
    return false;
  }
  type_.regular = add(font_regular_);
  type_.strong = add(font_strong_);
  if (!type_.regular || !type_.strong) {
    *error = "the two fonts cannot be read";
    return false;
  }
  type_.scale = settings_.text_scale;
  interface_->set_type(type_);
  if (!renderer_.create(error)) return false;
  drawing_ = true;
  gate.wake(Cause::kStart);
  return true;
}

void Program::context_lost() {
  lost_ = true;
  renderer_.forget();
}

void Program::context_restored() {
  if (!drawing_) return;
  // Dear ImGui's back end forgets its objects and makes them again with its next frame; the names
  // belong to a context that is gone.
  ImGui_ImplOpenGL3_DestroyDeviceObjects();
  std::string error;
  lost_ = !renderer_.create(&error);
  uploaded_[0] = uploaded_[1] = false;
  gate.wake(Cause::kRestore);
}

bool Program::figure_ready() const {
  return !figure_ || figure_->ready(session_ ? ui::shown_view(*session_) : body::View::kFront);
}

bool Program::build_figure_step() {
  if (!figure_ || !session_) return false;
  follow_choice();
  const body::View view = ui::shown_view(*session_);
  if (next_ && figure_->ready(view)) {
    if (!next_->build_step(view)) return true;
    figure_ = std::exchange(next_, std::nullopt);
    figure_done_ = true;
    uploaded_[0] = uploaded_[1] = false;
    interface_->set_figure(&*figure_);
    session_->set_figure_state(app::FigureState::kThere);
    gate.wake(Cause::kFigure);
    return false;
  }
  if (figure_done_) return false;
  const bool was_ready = figure_->ready(view);
  figure_done_ = figure_->build_step(view);
  if (figure_->ready(view) != was_ready || figure_done_) {
    follow_choice();  // no other frame need come that would say that the view is there
    gate.wake(Cause::kFigure);
  }
  return !figure_done_;
}

body::gl::FigurePicture Program::picture_of(const ui::FigureScene& scene, float density, int width,
                                            int height) const {
  body::gl::FigurePicture picture;
  picture.view = scene.view;
  picture.turning_from = figure_->ready(scene.turning_from) ? scene.turning_from : scene.view;
  picture.turn = scene.turn;
  picture.framing = scene.framing;
  picture.clip_px = {scene.clip.x, scene.clip.y, scene.clip.w, scene.clip.h};
  picture.density = density;
  picture.intensity = scene.intensity;
  picture.hovered = scene.hovered;
  picture.focused = scene.focused;
  picture.dark = scene.dark;
  picture.tone = scene.tone;
  for (int i = 0; i < 3; ++i) picture.background[i] = channel(scene.ground, 8 * i);
  picture.target_width = width;
  picture.target_height = height;
  return picture;
}

void Program::paint_figure(const ui::FigureScene& scene, void* context) {
  auto& program = *static_cast<Program*>(context);
  if (!program.figure_ || !program.figure_->ready(scene.view)) return;
  const body::gl::FigurePicture picture =
      program.picture_of(scene, program.settings_.density, program.width_, program.height_);
  if (std::exchange(program.painted_, true))
    return program.renderer_.draw(picture);  // the second picture in a frame is the lens
  Drawn& last = program.last_;
  const body::Framing &a = last.framing, &b = scene.framing;
  last.moving = a.zoom != b.zoom || a.center_u.x != b.center_u.x || a.center_u.y != b.center_u.y ||
                last.turn != scene.turn;
  last.framing = scene.framing;
  last.turn = scene.turn;
  last.at = ImGui::GetTime();
  const float share = last.moving ? program.sharpness_.while_moving() : 1;
  last.coarse = share < 1;
  if (last.coarse)
    program.renderer_.draw_coarse(picture, share);
  else
    program.renderer_.draw(picture);
}

double Program::due_seconds() const {
  const double interface = interface_->due_seconds();
  if (!last_.coarse) return interface;
  const double sharp = std::max(0.0, last_.at + kSettleSeconds - ImGui::GetTime());
  return interface < 0 ? sharp : std::min(interface, sharp);
}

void Program::upload_figure() {
  for (const auto view : {body::View::kFront, body::View::kBack})
    if (!std::exchange(uploaded_[static_cast<int>(view)], figure_->ready(view)) &&
        figure_->ready(view))
      renderer_.upload(*figure_);
}

body::gl::Image Program::picture() {
  if (!figure_ || !drawn_ || lost_) return {};
  while (!figure_->build_step()) {
  }
  upload_figure();
  constexpr float kDensity = ui::PictureSheet::kDensity;
  ImFontAtlas& fonts = *ImGui::GetIO().Fonts;
  set_font_density(kDensity);
  ImDrawList words(ImGui::GetDrawListSharedData());
  words._ResetForNewFrame();
  words.PushTexture(fonts.TexRef);
  words.PushClipRect({0, 0}, {1e5f, 1e5f});
  const ui::PictureSheet sheet = ui::paint_picture_sheet(*session_, *figure_, type_, &words);
  set_font_density(settings_.density);
  ImDrawData data;
  data.Valid = true;
  data.AddDrawList(&words);
  data.DisplaySize = {sheet.width_px, sheet.height_px};
  data.FramebufferScale = {kDensity, kDensity};
  data.Textures = &fonts.TexList;

  const int width = static_cast<int>(sheet.width_px * kDensity),
            height = static_cast<int>(sheet.height_px * kDensity);
  const std::array pictures{picture_of(sheet.views[0], kDensity, width, height),
                            picture_of(sheet.views[1], kDensity, width, height)};
  const body::gl::Painting painting(width, height, pictures[0].background);
  if (!painting.possible()) return {};
  for (const body::gl::FigurePicture& picture : pictures) renderer_.draw(picture);
  ImGui_ImplOpenGL3_RenderDrawData(&data);
  return painting.read();
}

bool Program::draw_frame(int width, int height, float since_last_ms) {
  if (!gate.open() || !session_ || !drawing_ || lost_ || width <= 0 || height <= 0) return false;
  // The first frame that is shown can be touched, because it waits for the figure.
  if (!drawn_ && !figure_ready()) return false;
  drawn_ = true;
  gate.pass();
  width_ = width;
  height_ = height;
  if (figure_) upload_figure();
  set_font_density(settings_.density);
  ImGui_ImplOpenGL3_NewFrame();
  ImGui::NewFrame();
  const ImGuiIO& io = ImGui::GetIO();
  const bool again = interface_->paint(io.DisplaySize.x, io.DisplaySize.y);
  ImGui::Render();
  const bool was_moving = last_.moving;
  painted_ = false;
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
  if (!painted_) last_ = {};
  if (was_moving && last_.moving) sharpness_.frame_took(since_last_ms);
  if (again || ImGui::GetCurrentContext()->InputEventsQueue.Size > 0) gate.wake(Cause::kAnimation);
  return true;
}

}  // namespace advisor::platform
