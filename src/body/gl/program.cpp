#include "body/gl/program.h"

#include "body/gl/gl_api.h"

namespace advisor::body::gl {
namespace {

#if defined(__EMSCRIPTEN__)
constexpr char kVersion[] =
    "#version 300 es\nprecision highp float;precision highp int;precision mediump sampler2D;\n";
#else
constexpr char kVersion[] = "#version 330 core\n";
#endif

GLuint compile(GLenum kind, const std::string& constants, const char* text, std::string* error) {
  const GLuint shader = glCreateShader(kind);
  const char* const parts[] = {kVersion, constants.c_str(), text};
  glShaderSource(shader, 3, parts, nullptr);
  glCompileShader(shader);
  GLint done = 0;
  glGetShaderiv(shader, GL_COMPILE_STATUS, &done);
  if (done) return shader;
  char words[512] = {};
  glGetShaderInfoLog(shader, sizeof words - 1, nullptr, words);
  if (error) *error = std::string("figure shader: ") + words;
  glDeleteShader(shader);
  return 0;
}

}  // namespace

std::uint32_t make_program(const std::string& constants, const char* vertex, const char* fragment,
                           std::string* error) {
  const GLuint v = compile(GL_VERTEX_SHADER, constants, vertex, error);
  const GLuint f = v ? compile(GL_FRAGMENT_SHADER, constants, fragment, error) : 0;
  GLuint program = 0;
  if (f) {
    program = glCreateProgram();
    glAttachShader(program, v);
    glAttachShader(program, f);
    glLinkProgram(program);
    GLint done = 0;
    glGetProgramiv(program, GL_LINK_STATUS, &done);
    if (!done) {
      char words[512] = {};
      glGetProgramInfoLog(program, sizeof words - 1, nullptr, words);
      if (error) *error = std::string("figure program: ") + words;
      glDeleteProgram(program);
      program = 0;
    }
  }
  if (v) glDeleteShader(v);
  if (f) glDeleteShader(f);
  return program;
}

}  // namespace advisor::body::gl
