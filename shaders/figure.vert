// A stack of rectangles, each as wide as the body and its shadow are at its height. Nothing is uploaded for a frame but
// uniforms.
uniform vec2 u_target;    // size in device pixels
uniform vec4 u_to_u;      // units = pixels * xy + zw; pixels count from the target's upper left corner
uniform vec2 u_band;      // top of the first rectangle and height of each, in units
uniform float u_half[40];  // half the width of each, in units

out vec2 v_u;  // units: x from the body's axis, y down

void main() {
  int band = gl_VertexID / 6, corner = gl_VertexID - band * 6;
  vec2 at = vec2(corner == 1 || corner == 4 || corner == 5, corner == 2 || corner == 3 || corner == 5);
  v_u = vec2((at.x * 2.0 - 1.0) * u_half[band], u_band.x + (float(band) + at.y) * u_band.y);
  vec2 px = (v_u - u_to_u.zw) / u_to_u.xy;
  gl_Position = vec4(px / u_target * vec2(2.0, -2.0) + vec2(-1.0, 1.0), 0.0, 1.0);
}
