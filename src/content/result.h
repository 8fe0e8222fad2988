#pragma once

#include <optional>
#include <string>
#include <utility>

namespace advisor {

// Says what is wrong with a text that came from outside, in the words of whoever wrote it.
struct ContentError {
  std::string file;     // as it was named to the reader; empty for an intake
  std::string pointer;  // JSON pointer (RFC 6901) of the place; empty: the whole document
  std::string expected;
  std::string found;
};

// "words.fr.json: /areas/calf/name: expected a text, found 3": one line, whatever the input held.
std::string one_line(const ContentError& error);
// "expected a text, found 3".
std::string message_of(const ContentError& error);

// A result is a T, or what is wrong. Precondition of value(): ok(); of error(): !ok().
template <class T>
class Result {
 public:
  Result(T value) : value_(std::move(value)) {}
  Result(ContentError error) : error_(std::move(error)) {}

  bool ok() const { return value_.has_value(); }
  explicit operator bool() const { return ok(); }
  T& value() & { return *value_; }
  const T& value() const& { return *value_; }
  T&& value() && { return std::move(*value_); }
  T* operator->() { return &*value_; }
  const T* operator->() const { return &*value_; }
  const ContentError& error() const { return error_; }

 private:
  std::optional<T> value_;
  ContentError error_;
};

}  // namespace advisor
