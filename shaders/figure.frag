// The lit figure over whatever has been drawn: premultiplied sRGB. All light is computed in linear space.
// What the textures hold is written in src/body/fields/fields.h; the values of the light are in src/body/gl/look.cpp.

uniform sampler2D u_surface;  // normal x, normal y, open sky
uniform sampler2D u_place;    // distance to the outline, distance to the border, area code, hair
uniform sampler2D u_glow;     // core, markable, wide shadow, near shadow
uniform sampler2D u_cast;     // key light that arrives: right half, left half

uniform vec4 u_grid;      // 1 / width, 1 / height of the surface in units; top in units; device pixels a unit
uniform vec4 u_coarse;    // 1 / size of glow, 1 / size of cast, in units
uniform vec4 u_line;      // rgb of the outline; its width in device pixels
uniform float u_opacity;

uniform vec3 u_skin, u_crease, u_receded;  // albedo: where light falls, in creases, what cannot be marked
uniform vec4 u_hair;                       // how much darker hair is, by channel; a: receding strength
uniform vec3 u_to_key, u_half_way;         // unit vectors
uniform vec3 u_key, u_sky, u_ground, u_rim;
uniform vec3 u_ember;      // emission of soreness; depth of the wide and of the near shadow

// By area code, of which there are kCodes, twice: right half of the screen, then left. Soreness 0..1, 1 / its reach in units, hovered, focused.
uniform vec4 u_area[2 * kCodes];

in vec2 v_u;
out vec4 o_colour;

const float kOutlineRange = 8.0, kBorderRange = 22.0;

vec3 linear(vec3 c) { return mix(c / 12.92, pow((c + 0.055) / 1.055, vec3(2.4)), step(0.04045, c)); }
vec3 encoded(vec3 c) {
  c = clamp(c, 0.0, 1.0);
  return mix(c * 12.92, 1.055 * pow(c, vec3(1.0 / 2.4)) - 0.055, step(0.0031308, c));
}

// Cubic B-spline by four bilinear taps: smoother than the texture, so that gloss has no facets when zoomed.
vec3 surface(vec2 texel) {
  vec2 base = floor(texel - 0.5) + 0.5;
  vec2 f = texel - base;
  vec2 f2 = f * f, f3 = f2 * f;
  vec2 w0 = (1.0 - 3.0 * f + 3.0 * f2 - f3) / 6.0;
  vec2 w1 = (4.0 - 6.0 * f2 + 3.0 * f3) / 6.0;
  vec2 w3 = f3 / 6.0;
  vec2 w2 = 1.0 - w0 - w1 - w3;
  vec2 low = w0 + w1, high = w2 + w3;
  vec2 a = (base - 1.0 + w1 / low) * u_grid.xy, b = (base + 1.0 + w3 / high) * u_grid.xy;
  return (texture(u_surface, a).xyz * low.x + texture(u_surface, vec2(b.x, a.y)).xyz * high.x) * low.y +
         (texture(u_surface, vec2(a.x, b.y)).xyz * low.x + texture(u_surface, b).xyz * high.x) * high.y;
}

vec3 ramp(float t) {
  vec3 a = linear(vec3(244.0, 190.0, 164.0) / 255.0), b = linear(vec3(240.0, 140.0, 110.0) / 255.0);
  vec3 c = linear(vec3(226.0, 92.0, 70.0) / 255.0), d = linear(vec3(188.0, 38.0, 44.0) / 255.0);
  if (t < 0.35) return mix(a, b, t / 0.35);
  return t < 0.65 ? mix(b, c, (t - 0.35) / 0.3) : mix(c, d, min((t - 0.65) / 0.35, 1.0));
}

// What the body takes from the light behind it.
float shadow_at(vec2 u) {
  vec2 far = vec2(abs(u.x - 7.0), u.y - 12.0 - u_grid.z), near = vec2(abs(u.x - 2.0), u.y - 3.0 - u_grid.z);
  float wide = texture(u_glow, far * u_coarse.xy).b, close = texture(u_glow, near * u_coarse.xy).a;
  float left = (1.0 - u_ember.y * wide) * (1.0 - u_ember.z * close);
  return 1.0 - pow(left, 1.0 / 2.2);  // the blend is done on encoded colours
}

void main() {
  bool on_left = v_u.x < 0.0;
  vec2 u = vec2(abs(v_u.x), v_u.y - u_grid.z);
  float px = u_grid.w;
  vec4 place = texture(u_place, u * u_grid.xy);
  float outline = (place.r * 2.0 - 1.0) * kOutlineRange;
  float body = clamp(outline * px + 0.5, 0.0, 1.0);
  // A little noise hides the steps of eight bits in long gradients.
  float noise = (fract(52.9829189 * fract(dot(gl_FragCoord.xy, vec2(0.06711056, 0.00583715)))) - 0.5) / 255.0;
  float ground = 0.0;
  if (body < 1.0) {
    ground = shadow_at(v_u);
    ground = max(ground + noise * step(0.002, ground), 0.0);
  }
  if (body <= 0.0) {
    o_colour = vec4(0.0, 0.0, 0.0, ground * u_opacity);
    return;
  }

  vec3 s = px > 1.2 ? surface(u) : texture(u_surface, u * u_grid.xy).xyz;
  vec2 tilt = s.xy * 2.0 - 1.0;
  tilt.x *= smoothstep(0.0, 1.0, u.x) * (on_left ? -1.0 : 1.0);
  vec3 n = normalize(vec3(tilt, sqrt(max(0.02, 1.0 - dot(tilt, tilt)))));
  float sky = s.z;
  vec4 glow = texture(u_glow, u * u_coarse.xy);
  vec2 arrives = texture(u_cast, u * u_coarse.zw).rg;
  float lit = on_left ? arrives.g : arrives.r;
  ivec2 cell = clamp(ivec2(u), ivec2(0), textureSize(u_place, 0) - 1);
  int code = int(texelFetch(u_place, cell, 0).b * 255.0 + 0.5);
  vec4 area = u_area[code + (on_left ? kCodes : 0)];

  float recede = u_hair.a * (1.0 - glow.g);
  vec3 albedo = mix(u_skin, u_crease, 0.75 * (1.0 - sky));
  albedo = mix(albedo, u_receded, recede) * mix(vec3(1.0), u_hair.rgb, place.a);

  float inward = place.g * kBorderRange;
  float heat = area.x * smoothstep(-0.05, 1.0, inward * area.y) * (0.26 + 0.74 * pow(glow.r, 1.5));
  heat *= 0.70 + 0.30 * smoothstep(0.45, 0.95, sky);  // each bundle glows by itself
  float warm = 0.97 * (1.0 - exp(-3.4 * heat));
  albedo = mix(albedo, ramp(heat), warm);

  float diffuse = pow(clamp((dot(n, u_to_key) + 0.10) / 1.10, 0.0, 1.0), 1.2) * lit;
  float up = 0.5 - 0.5 * n.y;
  vec3 light = u_key * diffuse + (u_sky * up + u_ground * (1.0 - up)) * sky;
  vec3 colour = albedo * light * (0.45 + 0.55 * sky) * 1.12;

  float toward = clamp(dot(n, u_half_way), 0.0, 1.0);
  float gloss = (0.050 * pow(toward, 16.0) + 0.045 * pow(toward, 55.0)) * lit * sky * (1.0 - 0.25 * recede);
  colour += gloss * u_key;
  float edge = pow(clamp(1.0 - n.z, 0.0, 1.0), 2.6) * (0.35 + 0.65 * clamp(0.5 + 0.6 * n.x - 0.5 * n.y, 0.0, 1.0));
  colour += edge * u_rim * (1.0 - 0.35 * recede) * (1.0 - 0.6 * warm);
  colour += ramp(min(heat * 1.05, 1.0)) * pow(heat, 1.6) * u_ember.x;

  // Hover and focus: brighter, and a line just inside the region's border and the body's outline, its corner rounded.
  float chosen = max(area.z, area.w);
  if (chosen > 0.0) {
    float silhouette = outline < 7.8 ? outline : 99.0;  // what its eight bits cannot hold is far
    float blend = max(7.0 - abs(inward - silhouette), 0.0);
    float inside = (min(inward, silhouette) - blend * blend / 28.0) * px;
    colour += (colour * 0.06 + 0.012) * chosen * smoothstep(0.0, 1.5 * px, inside);
    float from = max(0.6 * px, 0.75), width = u_line.w * (area.w > 0.0 ? 1.0 : 0.75);
    float line = clamp(inside - from + 0.5, 0.0, 1.0) * clamp(from + width - inside + 0.5, 0.0, 1.0);
    colour = mix(colour, u_line.rgb, line * chosen);
  }

  vec3 shown = encoded(colour) + noise;
  float alpha = body + ground * (1.0 - body);
  o_colour = vec4(shown * body, alpha) * u_opacity;
}
