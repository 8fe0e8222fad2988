#pragma once

#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "content/json_tree.h"
#include "content/names.h"

namespace advisor {

class JsonReader;

// A place in a tree, or a place that is missing. Every question may be asked of every place: the
// reader keeps the first mistake, and after it all answers are empty ones, so that a loader reads
// straight through and looks once, at its end.
class JsonValue {
 public:
  bool exists() const { return node_ >= 0; }
  bool is(JsonTree::Type type) const;

  // An object whose keys are all among these; refuses others.
  void only(std::initializer_list<std::string_view> keys) const {
    only(std::span(keys.begin(), keys.size()));
  }
  void only(std::span<const std::string_view> keys) const;
  JsonValue at(std::string_view key) const;    // refused when it is missing
  JsonValue find(std::string_view key) const;  // may be missing
  std::vector<JsonValue> items() const;        // of an array
  std::vector<JsonValue> members() const;      // of an object
  std::string_view key() const;

  std::string_view text() const;    // any text
  std::string filled_text() const;  // a text that is not empty or blank
  int integer(int least, int most) const;
  double number() const;
  bool boolean() const;
  template <class E>
  E one_of() const {
    return static_cast<E>(one_of(Names<E>::kAll));
  }
  // The index of one of these texts; an empty one is none that may stand here.
  std::size_t one_of(std::span<const std::string_view> names) const;

  void fail(std::string expected) const;  // `found` is what stands here
  void fail(std::string expected, std::string found) const;
  void fail_key(std::string expected) const;  // `found` is the key of this member

 private:
  friend class JsonReader;
  JsonValue(JsonReader* reader, int node) : reader_(reader), node_(node) {}
  const JsonTree::Node* node_of(JsonTree::Type type, const char* expected) const;

  JsonReader* reader_;
  int node_;  // -1: missing
};

class JsonReader {
 public:
  // Both outlive the reader.
  JsonReader(const JsonTree& tree, std::string_view file) : tree_(tree), file_(file) {}

  JsonValue root() { return {this, 0}; }
  bool failed() const { return failed_; }
  const ContentError& error() const { return error_; }
  void fail(std::string pointer, std::string expected, std::string found);

 private:
  friend class JsonValue;
  const JsonTree& tree_;
  std::string_view file_;
  bool failed_ = false;
  ContentError error_;
};

}  // namespace advisor
