#include "body/gl/saved_state.h"

#include "body/gl/gl_api.h"

namespace advisor::body::gl {
namespace {

void enable(GLenum what, bool on) { on ? glEnable(what) : glDisable(what); }

}  // namespace

SavedState::SavedState() {
  glGetIntegerv(GL_CURRENT_PROGRAM, &program_);
  glGetIntegerv(GL_VERTEX_ARRAY_BINDING, &vertex_array_);
  glGetIntegerv(GL_ACTIVE_TEXTURE, &active_unit_);
  for (int i = 0; i < kUnits; ++i) {
    glActiveTexture(static_cast<GLenum>(GL_TEXTURE0 + i));
    glGetIntegerv(GL_TEXTURE_BINDING_2D, &textures_[i]);
  }
  glGetIntegerv(GL_VIEWPORT, viewport_);
  glGetIntegerv(GL_SCISSOR_BOX, scissor_);
  glGetIntegerv(GL_BLEND_SRC_RGB, &blend_source_rgb_);
  glGetIntegerv(GL_BLEND_DST_RGB, &blend_target_rgb_);
  glGetIntegerv(GL_BLEND_SRC_ALPHA, &blend_source_alpha_);
  glGetIntegerv(GL_BLEND_DST_ALPHA, &blend_target_alpha_);
  glGetIntegerv(GL_BLEND_EQUATION_RGB, &blend_rgb_);
  glGetIntegerv(GL_BLEND_EQUATION_ALPHA, &blend_alpha_);
  glGetIntegerv(GL_UNPACK_ALIGNMENT, &unpack_alignment_);
  blend_ = glIsEnabled(GL_BLEND);
  scissor_test_ = glIsEnabled(GL_SCISSOR_TEST);
  depth_test_ = glIsEnabled(GL_DEPTH_TEST);
  cull_face_ = glIsEnabled(GL_CULL_FACE);
}

SavedState::~SavedState() {
  glUseProgram(static_cast<GLuint>(program_));
  glBindVertexArray(static_cast<GLuint>(vertex_array_));
  for (int i = 0; i < kUnits; ++i) {
    glActiveTexture(static_cast<GLenum>(GL_TEXTURE0 + i));
    glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(textures_[i]));
  }
  glActiveTexture(static_cast<GLenum>(active_unit_));
  glViewport(viewport_[0], viewport_[1], viewport_[2], viewport_[3]);
  glScissor(scissor_[0], scissor_[1], scissor_[2], scissor_[3]);
  glBlendFuncSeparate(
      static_cast<GLenum>(blend_source_rgb_), static_cast<GLenum>(blend_target_rgb_),
      static_cast<GLenum>(blend_source_alpha_), static_cast<GLenum>(blend_target_alpha_));
  glBlendEquationSeparate(static_cast<GLenum>(blend_rgb_), static_cast<GLenum>(blend_alpha_));
  glPixelStorei(GL_UNPACK_ALIGNMENT, unpack_alignment_);
  enable(GL_BLEND, blend_);
  enable(GL_SCISSOR_TEST, scissor_test_);
  enable(GL_DEPTH_TEST, depth_test_);
  enable(GL_CULL_FACE, cull_face_);
}

}  // namespace advisor::body::gl
