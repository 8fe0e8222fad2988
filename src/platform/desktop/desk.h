#pragma once

#include <cmath>
#include <optional>
#include <span>
#include <string>

#include "app/kiosk.h"
#include "platform/desktop/files.h"
#include "platform/desktop/keyboard.h"
#include "platform/desktop/options.h"
#include "platform/desktop/window.h"
#include "platform/program.h"

namespace advisor::platform {

// The program on a desk: content from files, a window, a keyboard, and frames only when the gate is
// open.
class Desk {
 public:
  // A sentence when something is missing or wrong.
  static std::optional<std::string> open(Program& program, const Options& options);
  Desk(Program& program, Window& window, const Options& options);
  std::optional<std::string> start_drawing();

  // Runs until the window closes.
  void run();
  // Draws until nothing more wants to be drawn; what is seen then stands in the framebuffer. False
  // when it never comes to rest.
  bool settle();
  bool write_screenshot(const std::string& path) const;
  bool write_picture(const std::string& path);  // of the marked figure, both views

  // Time as a script has it (script.h): it stands still between its commands. From a whole second
  // on, so that seconds added to it are exact: otherwise 60 of them may be a rounding short of 60.
  void stop_clock() { stopped_at_ = std::ceil(window_.seconds()); }
  // Lets so many seconds pass, with whatever was due on the way.
  bool rest(double seconds);

  void press(const Key& key);
  // Everything that follows from what was done since the last call.
  void follow_up();
  void set_theme(bool dark);

  Program& program() { return program_; }
  const Keyboard& keyboard() const { return keyboard_; }
  const app::Cover& cover() const { return cover_; }

 private:
  static std::optional<std::string> open_language(Program& program, const Options& options,
                                                  Language language);
  double now() const { return stopped_at_ ? *stopped_at_ : window_.seconds(); }
  // One frame, if the gate is open. `step_s`: how much later than the last one it is, or 0: as the
  // clock says.
  bool draw(float step_s);
  // Loads the chosen figure when it is not loaded yet.
  void bring_figure();
  void serve(const app::Event& event);
  void book(const std::string& url);
  void save(const std::string& name, std::span<const std::byte> content, std::string_view said);
  void save_picture();
  void follow_link(const std::string& url);
  void somebody_is_there();
  bool let_time_pass();

  Program& program_;
  Window& window_;
  const Options& options_;
  Keyboard keyboard_;
  app::Cover cover_;
  std::optional<app::Kiosk> kiosk_;
  ui::Settings settings_;
  std::optional<double> stopped_at_;
  std::uint32_t seen_version_ = 0;
};

// Give the wall clock, to the minute, and how far it is ahead of UTC.
Moment wall_clock();
Minutes utc_offset();

}  // namespace advisor::platform
