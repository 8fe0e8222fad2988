#pragma once

// The one place that knows where GL comes from: WebGL 2 as OpenGL ES 3.0 on the web, OpenGL 3.3 on
// the desktop.
#if defined(__EMSCRIPTEN__)
#include <GLES3/gl3.h>
#else
#include <epoxy/gl.h>
#endif
