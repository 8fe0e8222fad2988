#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/session.h"
#include "body/figure.h"
#include "body/gl/painting.h"
#include "body/gl/renderer.h"
#include "body/gl/sharpness.h"
#include "content/result.h"
#include "platform/frame_gate.h"
#include "ui/interface.h"

// The program apart from its window: content, session, figure, interface and drawing. The two
// platforms own time, the window and the input, and call draw_frame() when the gate is open.
namespace advisor::platform {

class Program {
 public:
  Program();
  ~Program();
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  // Reads the content of one language. Returns nothing, or the first mistake; then what was read
  // before stays. The first time this makes the session; later what was told stays and everything
  // is renamed.
  std::optional<ContentError> load_content(std::string_view knowledge_json,
                                           std::string_view words_json, std::string_view site_json,
                                           Moment now);
  // Makes the session with what its first screen needs (content/first_words.h); load_content() then
  // brings the rest.
  void load_first_words(std::string_view first_words, Moment now);
  // Takes the packed atlas of one build. Returns false and a sentence for bytes that are none. The
  // first one is the figure; another one takes its place once its fields are made.
  bool set_figure(std::span<const std::byte> packed, std::string* error);
  // Returns true once each time that a figure is chosen whose atlas is not here: the platform
  // brings it, or says that it cannot.
  bool take_wanted_figure();
  void figure_failed();
  // Takes Hanken Grotesk as TrueType, in two weights. Precondition: drawing has not started.
  void set_fonts(std::vector<std::byte> regular, std::vector<std::byte> strong);

  // Makes Dear ImGui and the GL objects in the current GL context. Returns false and a sentence
  // when that fails.
  bool start_drawing(const char* glsl_version, std::string* error);
  bool drawing() const { return drawing_; }
  // Says whether a frame would be drawn now: none is while the context is lost.
  bool draws() const { return drawing_ && !lost_; }
  // Gives the GL objects back. Precondition: their context is current.
  void stop_drawing();
  // These two tell that the GL context went away, and that it came back.
  void context_lost();
  void context_restored();

  // Makes one frame when the gate is open: paints, applies what was used, draws. The caller has
  // given Dear ImGui its display size, scale, time and input. Returns false when nothing had to be
  // drawn. `since_last_ms` is measured: where frames come late the figure is drawn coarser while it
  // moves.
  bool draw_frame(int framebuffer_width, int framebuffer_height, float since_last_ms);
  // Gives the marked figure for saving and printing: both views, names and intensities, in the
  // session's language. It finishes the figure first if need be, and is empty before the first
  // frame and while the context is lost.
  body::gl::Image picture();
  // Says whether the view that is shown can be drawn and touched.
  bool figure_ready() const;
  // Makes one slice of the figure's fields, between frames. Returns whether there is more to do.
  bool build_figure_step();

  // Gives the seconds until a frame is wanted by itself (a long press; the sharp frame after a
  // coarse one), or a negative number.
  double due_seconds() const;

  FrameGate gate;
  bool loaded() const { return session_ != nullptr; }
  app::Session& session() { return *session_; }
  ui::Interface& interface() { return *interface_; }
  void set_settings(const ui::Settings& settings);

 private:
  // The figure as the last frame drew it.
  struct Drawn {
    body::Framing framing;
    float turn = 1;
    bool moving = false, coarse = false;
    double at = 0;
  };

  void take_library(Library library, Moment now);
  void follow_choice();
  void upload_figure();
  body::gl::FigurePicture picture_of(const ui::FigureScene& scene, float density, int width,
                                     int height) const;
  static void paint_figure(const ui::FigureScene& scene, void* program);

  std::unique_ptr<Library> library_;
  std::unique_ptr<app::Session> session_;
  std::unique_ptr<ui::Interface> interface_;
  std::optional<body::Figure> figure_, next_;
  std::vector<std::byte> atlases_[2];  // by build
  body::gl::Renderer renderer_;
  body::Sharpness sharpness_;
  Drawn last_;
  bool painted_ = false;  // the figure was, in this frame
  std::vector<std::byte> font_regular_, font_strong_;
  ui::Settings settings_;
  ui::Type type_;
  bool drawing_ = false, drawn_ = false, lost_ = false, figure_done_ = false, wanted_ = false,
       asked_ = false;
  bool uploaded_[2] = {false, false};  // by view
  int width_ = 0, height_ = 0;
};

}  // namespace advisor::platform
