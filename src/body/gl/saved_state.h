#pragma once

#include <cstdint>

namespace advisor::body::gl {

// Remembers the GL state that the renderer touches and puts it back when it goes out of scope.
class SavedState {
 public:
  SavedState();
  ~SavedState();
  SavedState(const SavedState&) = delete;
  SavedState& operator=(const SavedState&) = delete;

 private:
  static constexpr int kUnits = 4;
  int program_, vertex_array_, active_unit_, textures_[kUnits];
  int viewport_[4], scissor_[4];
  int blend_source_rgb_, blend_target_rgb_, blend_source_alpha_, blend_target_alpha_, blend_rgb_,
      blend_alpha_;
  int unpack_alignment_;
  std::uint8_t blend_, scissor_test_, depth_test_, cull_face_;
};

}  // namespace advisor::body::gl
