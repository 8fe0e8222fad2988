#include "platform/desktop/script.h"

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string_view>

#include "content/intake_json.h"
#include "content/json_writer.h"

namespace advisor::platform {
namespace {

struct Reply {
  JsonWriter out;
  std::string wrong;
};

void say_control(Reply& reply, std::string_view as, const app::Node& node) {
  reply.out.key(as)
      .open_object()
      .member("key", node.key)
      .member("role", name_of(node.role))
      .member("name", node.name)
      .member("on", static_cast<int>(node.on));
  reply.out.member("value", static_cast<double>(node.value)).close_object();
}

void press_control(Desk& desk, const std::string& key, Reply& reply) {
  app::Session& session = desk.program().session();
  const app::Node* node = session.tree().node(key);
  if (!node || node->disabled) return void(reply.wrong = "there is no control " + key);
  say_control(reply, "pressed", *node);
  if (!session.apply(app::press_of(*node))) reply.wrong = key + " does nothing";
}

void figure_key(Desk& desk, std::string_view name) {
  Key key;
  for (const auto& [prefix, flag] : {std::pair<std::string_view, bool*>{"Control+", &key.control},
                                     {"Alt+", &key.alt},
                                     {"Shift+", &key.shift}})
    if (name.starts_with(prefix)) {
      *flag = true;
      name.remove_prefix(prefix.size());
    }
  key.name = name == "Space" ? " " : name;
  desk.press(key);
}

void take_intake(Desk& desk, std::string_view json, Reply& reply) {
  app::Session& session = desk.program().session();
  auto intake = read_intake(json, session.library().knowledge, session.library().site.business);
  if (!intake) return void(reply.wrong = one_line(intake.error()));
  session.apply({app::Action::Kind::kReset});
  desk.program().gate.wake(Cause::kData);
  desk.settle();  // the first screen, at its top
  session.set_intake(std::move(intake).value());
}

// Does one command; false when it is none.
bool follow(Desk& desk, std::string_view verb, const std::string& rest, Reply& reply) {
  if (verb == "press")
    press_control(desk, rest, reply);
  else if (verb == "key")
    figure_key(desk, rest);
  else if (verb == "intake")
    take_intake(desk, rest, reply);
  else if (verb == "theme")
    desk.set_theme(rest == "dark");
  else if (verb == "page")
    desk.program().session().set_abilities({.files = true,
                                            .clipboard = true,
                                            .picture = true,
                                            .print = true,
                                            .remember = true,
                                            .full_screen = true,
                                            .list = true});
  else if (verb == "rest")
    desk.rest(std::atof(rest.c_str()));
  else if (verb == "wheel") {
    char* end = nullptr;
    const float x = std::strtof(rest.c_str(), &end), y = std::strtof(end, &end),
                dy = std::strtof(end, &end);
    if (!desk.program().interface().wheel(x, y, dy)) reply.wrong = "nothing scrolls there";
  } else if (verb == "picture") {
    if (!desk.settle() || !desk.write_screenshot(rest)) reply.wrong = rest + ": cannot be written";
  } else
    return verb == "look";
  return true;
}

bool next_line(std::FILE* file, std::string& line) {
  line.clear();
  int c = 0;
  while ((c = std::fgetc(file)) != EOF && c != '\n') line.push_back(static_cast<char>(c));
  return c != EOF || !line.empty();
}

}  // namespace

int follow_script(Desk& desk, const std::string& path) {
  struct Closer {
    void operator()(std::FILE* f) const {
      if (f != stdin) std::fclose(f);
    }
  };
  const std::unique_ptr<std::FILE, Closer> file(path == "-" ? stdin
                                                            : std::fopen(path.c_str(), "rb"));
  if (!file) {
    std::fprintf(stderr, "recovery-advisor: %s: cannot be read\n", path.c_str());
    return 2;
  }
  desk.stop_clock();
  desk.settle();
  std::string line;
  while (next_line(file.get(), line)) {
    if (line.empty()) continue;
    const std::size_t space = std::min(line.find(' '), line.size());
    const std::string rest = line.substr(std::min(space + 1, line.size()));
    Reply reply;
    reply.out.open_object();
    if (!follow(desk, std::string_view(line).substr(0, space), rest, reply))
      reply.wrong = line + ": no command";
    desk.program().gate.wake(Cause::kInput);
    desk.follow_up();
    if (!desk.settle() && reply.wrong.empty()) reply.wrong = "the screen did not come to rest";
    app::Session& session = desk.program().session();
    reply.out.member("screen", name_of(session.screen()))
        .member("sheet", static_cast<int>(session.shown().sheet));
    reply.out.member("alarm", session.alarm());
    reply.out.member("language", name_of(session.library().words.language));
    reply.out.member("intake", write_intake(session.intake(), session.library().knowledge));
    const app::Node* focused = session.tree().node(desk.keyboard().focused());
    if (focused && !focused->key.empty()) say_control(reply, "focus", *focused);
    const app::Cover& cover = desk.cover();
    reply.out.member("cover", cover.attract         ? "attract"
                              : cover.code.size > 0 ? "code"
                                                    : "")
        .member("seconds_left", cover.seconds_left);
    if (!reply.wrong.empty()) reply.out.member("wrong", reply.wrong);
    reply.out.close_object();
    std::printf("%s\n", reply.out.take().c_str());
    std::fflush(stdout);
  }
  return 0;
}

}  // namespace advisor::platform
