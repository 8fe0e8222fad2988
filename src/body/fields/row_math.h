#pragma once

namespace advisor::body {

// Loops over one row of a raster. Each is a function of its own, never inlined: a browser first
// runs quickly compiled, slow code and replaces a function by its optimised form only when it is
// called again, so many short calls get fast within milliseconds where one long loop would stay
// slow to its end.

void row_scale(float* out, const float* in, float by, int n);               // out = by * in
void row_add(float* out, const float* a, const float* b, float by, int n);  // out += by * (a + b)
void row_add_two(float* out, const float* a, const float* b, float by, const float* c,
                 const float* d, float by2, int n);
void row_add_one(float* out, const float* a, float by, int n);             // out += by * a
void row_mix(float* out, const float* a, const float* b, float t, int n);  // out = a + t * (b - a)
void row_mix_four(float* out, const float* const in[4], const float by[4],
                  int n);  // out = sum of by * in
void row_least_offset(float* out, const float* a, const float* b, float added,
                      int n);  // out = min(out, min(a, b) + added)
void row_average_pairs(float* out, const float* a, const float* b,
                       int pairs);  // mean of 2 x 2 cells

}  // namespace advisor::body
