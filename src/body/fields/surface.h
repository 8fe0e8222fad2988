#pragma once

#include <optional>

#include "body/fields/fields.h"

namespace advisor::body {

// Turns heights into what light needs: normals, and how much open sky each place sees. It fills
// fields.surface.
class SurfaceWriter {
 public:
  SurfaceWriter(const BodyShape& shape, const Grid<float>& height)
      : shape_(shape), height_(height) {}
  bool step(ViewFields& fields);  // a few milliseconds of work; true once done

  // Both grids have cells of two units and are zero outside of the body. They are filled by the
  // first step.
  const Grid<float>& half_height() const { return half_height_; }
  const Grid<float>& half_inside() const { return half_inside_; }

 private:
  void look_around();
  void write(ViewFields& fields);
  void grow_sky(ViewFields& fields);

  const BodyShape& shape_;
  const Grid<float>& height_;
  Grid<float> half_height_, half_inside_;
  Grid<float> near_,
      wide_;  // the mean height around each place, at half and a quarter of the density
  bool has_looked_ = false;
};

}  // namespace advisor::body
