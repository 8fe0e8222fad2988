// One rectangle of the stage. Where it lies is worked out here, so nothing is uploaded for a frame but uniforms.
uniform vec4 u_rect;    // left, top, right, bottom in device pixels from the target's upper left corner
uniform vec2 u_target;  // size in device pixels
uniform vec4 u_to_u;    // units = pixels * xy + zw

out vec2 v_u;  // units: x from the body's axis, y down

void main() {
  vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1);
  vec2 px = mix(u_rect.xy, u_rect.zw, corner);
  v_u = px * u_to_u.xy + u_to_u.zw;
  gl_Position = vec4(px / u_target * vec2(2.0, -2.0) + vec2(-1.0, 1.0), 0.0, 1.0);
}
