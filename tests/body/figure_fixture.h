#pragma once

#include <string_view>
#include <vector>

#include "body/figure.h"

namespace advisor::body::test {

// The packed atlas as the build baked it.
std::vector<std::byte> atlas_bytes(Build build);

// The whole figure, made once a program.
const Figure& figure(Build build);

// The index of "calf_l"; fails the test for an unknown name.
int region(std::string_view name);

inline constexpr Build kBuilds[] = {Build::kMale, Build::kFemale};
inline constexpr View kViews[] = {View::kFront, View::kBack};

// A phone of 390 px: the whole width for the figure.
inline constexpr Rect kPhoneStage = {0, 0, 390, 900};

}  // namespace advisor::body::test
