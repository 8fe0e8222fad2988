#include "body/fields/row_math.h"

#include <algorithm>

namespace advisor::body {

[[gnu::noinline]] void row_scale(float* out, const float* in, float by, int n) {
  for (int x = 0; x < n; ++x) out[x] = by * in[x];
}

[[gnu::noinline]] void row_add(float* __restrict out, const float* a, const float* b, float by,
                               int n) {
  for (int x = 0; x < n; ++x) out[x] += by * (a[x] + b[x]);
}

[[gnu::noinline]] void row_add_two(float* __restrict out, const float* a, const float* b, float by,
                                   const float* c, const float* d, float by2, int n) {
  for (int x = 0; x < n; ++x) out[x] += by * (a[x] + b[x]) + by2 * (c[x] + d[x]);
}

[[gnu::noinline]] void row_add_one(float* __restrict out, const float* a, float by, int n) {
  for (int x = 0; x < n; ++x) out[x] += by * a[x];
}

[[gnu::noinline]] void row_mix(float* __restrict out, const float* a, const float* b, float t,
                               int n) {
  for (int x = 0; x < n; ++x) out[x] = a[x] + t * (b[x] - a[x]);
}

[[gnu::noinline]] void row_mix_four(float* __restrict out, const float* const in[4],
                                    const float by[4], int n) {
  const float *a = in[0], *b = in[1], *c = in[2], *d = in[3];
  const float ka = by[0], kb = by[1], kc = by[2], kd = by[3];
  for (int x = 0; x < n; ++x) out[x] = ka * a[x] + kb * b[x] + kc * c[x] + kd * d[x];
}

[[gnu::noinline]] void row_least_offset(float* __restrict out, const float* a, const float* b,
                                        float added, int n) {
  for (int x = 0; x < n; ++x) out[x] = std::min(out[x], std::min(a[x], b[x]) + added);
}

[[gnu::noinline]] void row_average_pairs(float* __restrict out, const float* a, const float* b,
                                         int pairs) {
  for (int x = 0; x < pairs; ++x)
    out[x] = 0.25f * (a[2 * x] + a[2 * x + 1] + b[2 * x] + b[2 * x + 1]);
}

}  // namespace advisor::body
