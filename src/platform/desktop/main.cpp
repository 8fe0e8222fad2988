#include <cstdio>

#include "platform/desktop/desk.h"
#include "platform/desktop/options.h"
#include "platform/desktop/script.h"

// The desktop program.
namespace {

using namespace advisor::platform;

constexpr int kBadInput = 2, kBadUsage = 64;

int fail(const std::string& sentence) {
  std::fprintf(stderr, "recovery-advisor: %s\n", sentence.c_str());
  return kBadInput;
}

int use(Desk& desk, const Options& options) {
  if (auto wrong = desk.start_drawing()) return fail(*wrong);
  if (!options.script.empty()) return follow_script(desk, options.script);
  if (options.screenshot.empty() && options.picture.empty()) {
    desk.run();
    return 0;
  }
  if (!desk.settle()) return fail("the screen did not come to rest");
  if (!options.screenshot.empty() && !desk.write_screenshot(options.screenshot))
    return fail(options.screenshot + ": cannot be written");
  if (!options.picture.empty() && !desk.write_picture(options.picture))
    return fail(options.picture + ": cannot be written");
  return 0;
}

}  // namespace

int main(int count, char** arguments) {
  const std::optional<Options> options = parse_options(count, arguments);
  if (!options) return kBadUsage;
  Program program;
  if (auto wrong = Desk::open(program, *options)) return fail(*wrong);
  WindowWish wish{
      .width_px = options->width_px, .height_px = options->height_px, .kiosk = options->kiosk};
  wish.title = program.session().library().words.ui("ui.common.product");
  wish.visible = options->screenshot.empty() && options->picture.empty() && options->script.empty();
  std::string error;
  const std::unique_ptr<Window> window = Window::open(wish, &error);
  if (!window) return fail(error);
  Desk desk(program, *window, *options);
  const int code = use(desk, *options);
  program.stop_drawing();  // while there still is a GL context
  return code;
}
