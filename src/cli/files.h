#pragma once

#include <cstdio>
#include <optional>
#include <string>

namespace advisor {

// A whole file, or standard input for "-"; none if it cannot be read.
std::optional<std::string> read_file(const std::string& path);

// The next line without its end; none at the end of the file.
std::optional<std::string> read_line(std::FILE* file);

// Where content/ is: ADVISOR_CONTENT if it is set, else beside the build directory that the program
// lies in (build/native/advise -> content/).
std::string default_content_dir();

}  // namespace advisor
