#include "stage.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace advisor::test {

void imgui_mistake(const char* what) {
  std::fprintf(stderr, "Dear ImGui: a programming mistake: %s\n", what);
  std::abort();
}

namespace {

std::string read_file(const char* path) {
  std::FILE* file = std::fopen(path, "rb");
  if (!file) {
    std::fprintf(stderr, "cannot read %s\n", path);
    std::exit(1);
  }
  std::string bytes;
  char block[1 << 16];
  while (const std::size_t n = std::fread(block, 1, sizeof block, file)) bytes.append(block, n);
  std::fclose(file);
  return bytes;
}

// Made by `node web/build/fonts.mjs`, as commands.sh does first.
const std::string& font(bool strong) {
  static const std::string regular = project_file("build/fonts/hanken-400.ttf"),
                           semibold = project_file("build/fonts/hanken-600.ttf");
  return strong ? semibold : regular;
}

// A renderer that has everything drawn at once.
void take_textures(ImDrawData* data) {
  if (!data->Textures) return;
  for (ImTextureData* texture : *data->Textures) {
    if (texture->Status == ImTextureStatus_WantCreate) texture->SetTexID(1);
    if (texture->Status == ImTextureStatus_WantDestroy) {
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_Destroyed);
    } else {
      texture->SetStatus(ImTextureStatus_OK);
    }
  }
}

app::Rect meet(app::Rect a, const ImVec4& clip) {
  const float x = std::max(a.x, clip.x), y = std::max(a.y, clip.y);
  return {x, y, std::max(0.0f, std::min(a.x + a.w, clip.z) - x),
          std::max(0.0f, std::min(a.y + a.h, clip.w) - y)};
}

ImGuiContext* make_context(Size size) {
  ImGuiContext* context = ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = io.LogFilename = nullptr;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
  io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
  io.DisplaySize = {size.w, size.h};
  io.DeltaTime = 1 / 60.0f;
  ImGuiStyle& style = ImGui::GetStyle();
  style.CircleTessellationMaxError = 0.1f;
  style.CurveTessellationTol = 0.3f;
  style.DisabledAlpha = 1;
  for (ImVec4& colour : style.Colors) colour.w = 0;
  return context;
}

}  // namespace

const body::Figure& figure() {
  static const body::Figure built = [] {
    const std::string bytes = read_file(ADVISOR_ATLAS_FILE);
    std::string error;
    auto parsed = body::Figure::parse(std::as_bytes(std::span(bytes)), &error);
    if (!parsed) {
      std::fprintf(stderr, "%s\n", error.c_str());
      std::exit(1);
    }
    while (!parsed->build_step()) {
    }
    return std::move(*parsed);
  }();
  return built;
}

std::size_t glyphs_of(std::string_view text) {
  std::size_t n = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool begins = (static_cast<unsigned char>(text[i]) & 0xC0u) != 0x80u;
    n += begins && text[i] != ' ' && text.substr(i, 2) != "\u00A0";
  }
  return n;
}

Stage::Stage(app::Session start, Size window, ui::Settings settings)
    : session((make_context(window), std::move(start))),
      interface(session, &figure(), nullptr, nullptr),
      size(window) {
  ImFontConfig config;
  config.FontDataOwnedByAtlas = false;
  const auto add = [&](const std::string& bytes) {
    return ImGui::GetIO().Fonts->AddFontFromMemoryTTF(const_cast<char*>(bytes.data()),
                                                      static_cast<int>(bytes.size()), 0, &config);
  };
  type_.regular = add(font(false));
  type_.strong = add(font(true));
  type_.scale = settings.text_scale;
  interface.set_type(type_);
  interface.set_settings(settings);
}

Stage::~Stage() { ImGui::DestroyContext(); }

bool Stage::frame() {
  ImGui::NewFrame();
  const bool again = interface.paint(size.w, size.h);
  ImGui::Render();
  take_textures(ImGui::GetDrawData());
  return again || ImGui::GetCurrentContext()->InputEventsQueue.Size > 0;
}

int Stage::settle() {
  for (int frames = 1; frames <= 1000; ++frames)
    if (!frame()) return frames;
  return -1;
}

bool Stage::frame_after(float seconds) {
  ImGui::GetIO().DeltaTime = seconds;
  const bool again = frame();
  ImGui::GetIO().DeltaTime = 1 / 60.0f;
  return again;
}

void Stage::send_source() { ImGui::GetIO().AddMouseSourceEvent(ImGuiMouseSource_TouchScreen); }

void Stage::finger_down(float x, float y) {
  send_source();
  ImGui::GetIO().AddMousePosEvent(x, y);
  ImGui::GetIO().AddMouseButtonEvent(0, true);
}

void Stage::finger_to(float x, float y) {
  send_source();
  ImGui::GetIO().AddMousePosEvent(x, y);
}

void Stage::finger_up(float x, float y) {
  send_source();
  ImGui::GetIO().AddMousePosEvent(x, y);
  ImGui::GetIO().AddMouseButtonEvent(0, false);
  ImGui::GetIO().AddMousePosEvent(-1e6f, -1e6f);
}

void Stage::finger_cancel() {
  send_source();
  ImGui::GetIO().AddMousePosEvent(-1e6f, -1e6f);
  ImGui::GetIO().AddMouseButtonEvent(0, false);
}

void Stage::tap(float x, float y) {
  finger_down(x, y);
  finger_up(x, y);
  settle();
}

void Stage::mouse_to(float x, float y) {
  ImGui::GetIO().AddMouseSourceEvent(ImGuiMouseSource_Mouse);
  ImGui::GetIO().AddMousePosEvent(x, y);
}

void Stage::click(float x, float y) {
  mouse_to(x, y);
  ImGui::GetIO().AddMouseButtonEvent(0, true);
  frame();
  ImGui::GetIO().AddMouseButtonEvent(0, false);
  settle();
}

bool Stage::hovers(std::string_view key) const {
  const ImGuiContext& context = *ImGui::GetCurrentContext();
  ImGuiWindow* window = context.HoveredWindow;
  return window && context.HoveredId != 0 &&
         context.HoveredId == window->GetID(key.data(), key.data() + key.size());
}

int Stage::hovered_items() const {
  return ImGui::GetCurrentContext()->HoveredIdPreviousFrameItemCount;
}

app::Rect Stage::box(std::string_view key) {
  const int index = session.tree().find(key);
  return index < 0 ? app::Rect{} : session.tree().box(index);
}

int Stage::lists() const { return ImGui::GetDrawData()->CmdListsCount; }

bool Stage::has_foreground() const {
  return lists() > 0 &&
         ImGui::GetDrawData()->CmdLists[lists() - 1] == ImGui::GetForegroundDrawList();
}

std::vector<Glyph> Stage::glyphs() const {
  std::vector<Glyph> out;
  const ImDrawData* data = ImGui::GetDrawData();
  for (int n = 0; n < data->CmdListsCount; ++n) {
    const ImDrawList& list = *data->CmdLists[n];
    for (const ImDrawCmd& command : list.CmdBuffer) {
      if (command.UserCallback) continue;
      const ImDrawIdx* indices = list.IdxBuffer.Data + command.IdxOffset;
      for (unsigned i = 0; i + 6 <= command.ElemCount; ++i) {
        const unsigned v = indices[i];
        // Two triangles of one rectangle, as text alone is drawn with a picture on both axes.
        if (indices[i + 1] != v + 1 || indices[i + 2] != v + 2 || indices[i + 3] != v ||
            indices[i + 4] != v + 2 || indices[i + 5] != v + 3)
          continue;
        const ImDrawVert &a = list.VtxBuffer[static_cast<int>(v)],
                         &b = list.VtxBuffer[static_cast<int>(v + 2)];
        if (a.uv.x == b.uv.x || a.uv.y == b.uv.y || (a.col >> 24) == 0) continue;
        const app::Rect box{a.pos.x, a.pos.y, b.pos.x - a.pos.x, b.pos.y - a.pos.y};
        out.push_back({box, meet(box, command.ClipRect), a.col, n});
        i += 5;
      }
    }
  }
  return out;
}

}  // namespace advisor::test
