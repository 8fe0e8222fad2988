#pragma once

#include <string>
#include <vector>

#include "stage.h"

namespace advisor::test {

// A screen or a sheet in one state, named as a failure should name it.
struct Visit {
  std::string name;
  app::Session session;
};

// Every screen and sheet in the states that change its layout.
std::vector<Visit> visits(Language language);

// The window sizes that the design names: small and usual phone, tablet, wide; a low one of each
// width, and a phone on its side.
inline constexpr Size kSizes[] = {{320, 640}, {390, 844}, {768, 1024}, {1280, 800}, {844, 390}};

}  // namespace advisor::test
