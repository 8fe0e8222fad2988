#include "body/gl/look.h"

#include <cmath>

namespace advisor::body::gl {
namespace {

float linear(float encoded) {
  return encoded <= 0.04045f ? encoded / 12.92f : std::pow((encoded + 0.055f) / 1.055f, 2.4f);
}

Colour from_srgb(float r, float g, float b) {
  return {linear(r / 255), linear(g / 255), linear(b / 255)};
}

Colour scaled(Colour c, float by) { return {c[0] * by, c[1] * by, c[2] * by}; }

Colour mixed(const Colour& a, const Colour& b, float t) {
  return {a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1]), a[2] + t * (b[2] - a[2])};
}

const Colour kTones[kToneCount] = {from_srgb(222, 204, 189), from_srgb(226, 184, 152),
                                   from_srgb(186, 138, 104), from_srgb(140, 98, 76),
                                   from_srgb(90, 60, 47)};

constexpr float kLightestMean = 0.6144f;  // of the neutral tone

}  // namespace

Look look_of(bool dark, int tone, const float background[3]) {
  const Colour skin = kTones[tone >= 0 && tone < kToneCount ? tone : 0];
  const Colour behind = {linear(background[0]), linear(background[1]), linear(background[2])};
  Look look;
  look.skin = skin;
  // Light that has been inside of the skin comes out warmer; without it creases look like plaster.
  constexpr float kWarm[3] = {1.04f, 0.92f, 0.86f};
  for (std::size_t i = 0; i < 3; ++i) look.crease[i] = std::pow(skin[i], 1.25f) * kWarm[i];
  // Receding is derived from the tone: a fixed grey turns the arms of darker tones to plaster.
  const float mean = (skin[0] + skin[1] + skin[2]) / 3;
  const Colour grey = mixed(skin, {mean, mean, mean}, dark ? 0.30f : 0.20f);
  // The ground behind is far from a dark tone; as much of it as a light tone takes would look like
  // dust on the skin.
  const float lightness = mean / kLightestMean;
  look.receded = mixed(grey, behind, (dark ? 0.42f : 0.17f) * lightness);
  look.recede = 0.85f;
  const float hair = dark ? 0.47f : 0.44f;
  look.hair = {hair, hair, hair};
  if (dark) {
    look.key = scaled({1, 0.96f, 0.91f}, 0.74f);
    look.sky = scaled({0.55f, 0.68f, 0.80f}, 0.13f);
    look.ground = scaled({0.8f, 0.6f, 0.5f}, 0.045f);
    look.rim = scaled({0.62f, 0.80f, 0.92f}, 0.42f);
    look.line = from_srgb(150, 224, 190);
    look.ember = 0.26f;
    look.wide_shadow = 0.30f;
    look.near_shadow = 0.22f;
  } else {
    look.key = scaled({1, 0.985f, 0.96f}, 1.06f);
    look.sky = scaled({0.93f, 0.97f, 1}, 0.25f);
    look.ground = scaled({0.98f, 0.86f, 0.76f}, 0.15f);
    look.rim = scaled({1, 0.97f, 0.94f}, 0.22f);
    look.line = from_srgb(24, 92, 70);
    look.ember = 0.16f;
    look.wide_shadow = 0.16f;
    look.near_shadow = 0.13f;
  }
  return look;
}

}  // namespace advisor::body::gl
