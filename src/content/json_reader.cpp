#include "content/json_reader.h"

#include <algorithm>

#include "content/decimal.h"

namespace advisor {
namespace {

using Type = JsonTree::Type;

std::string quoted(std::string_view text) {
  std::string out;
  return out.append(1, '"').append(text).append(1, '"');
}

// Gives what stands at a place, short and on one line, for an error message.
std::string shown(const JsonTree& tree, const JsonTree::Node& node) {
  switch (node.type) {
    case Type::kNull:
      return "null";
    case Type::kBoolean:
      return node.boolean ? "true" : "false";
    case Type::kInteger:
      return std::to_string(node.integer);
    case Type::kNumber:
      return decimal(node.number);
    case Type::kText:
      return quoted(tree.text(node));
    case Type::kArray:
      return "an array";
    case Type::kObject:
      return "an object";
  }
  return {};
}

// The text is cut between characters and control characters are left out, so that the message is
// one line whatever was found.
std::string tame(std::string text) {
  constexpr std::size_t kMost = 80;
  if (text.size() > kMost) {
    std::size_t end = kMost;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    text.resize(end);
    text += "…";
  }
  for (char& c : text)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  return text;
}

}  // namespace

std::string message_of(const ContentError& error) {
  return "expected " + error.expected + ", found " + error.found;
}

std::string one_line(const ContentError& error) {
  std::string line = error.file;
  if (!line.empty()) line += ": ";
  if (!error.pointer.empty()) line += error.pointer + ": ";
  return line + message_of(error);
}

void JsonReader::fail(std::string pointer, std::string expected, std::string found) {
  if (failed_) return;
  failed_ = true;
  error_ = {std::string(file_), tame(std::move(pointer)), std::move(expected),
            tame(std::move(found))};
}

void JsonValue::fail(std::string expected) const {
  if (!exists()) return;
  fail(std::move(expected), shown(reader_->tree_, reader_->tree_.node(node_)));
}

void JsonValue::fail(std::string expected, std::string found) const {
  if (exists()) reader_->fail(reader_->tree_.pointer(node_), std::move(expected), std::move(found));
}

void JsonValue::fail_key(std::string expected) const { fail(std::move(expected), quoted(key())); }

bool JsonValue::is(Type type) const { return exists() && reader_->tree_.node(node_).type == type; }

const JsonTree::Node* JsonValue::node_of(Type type, const char* expected) const {
  if (!exists()) return nullptr;
  const JsonTree::Node& node = reader_->tree_.node(node_);
  if (node.type == type) return &node;
  fail(expected);
  return nullptr;
}

void JsonValue::only(std::span<const std::string_view> keys) const {
  for (const JsonValue& member : members()) {
    if (std::find(keys.begin(), keys.end(), member.key()) != keys.end()) continue;
    std::string known;
    for (std::string_view key : keys) known.append(known.empty() ? "" : ", ").append(key);
    member.fail_key("one of the keys " + known);
    return;
  }
}

JsonValue JsonValue::find(std::string_view key) const {
  if (!exists()) return {reader_, -1};
  const JsonTree& tree = reader_->tree_;
  const JsonTree::Node& node = tree.node(node_);
  if (node.type == Type::kObject)
    for (int i = node.first_child; i >= 0; i = tree.node(i).next)
      if (tree.key(tree.node(i)) == key) return {reader_, i};
  return {reader_, -1};
}

JsonValue JsonValue::at(std::string_view key) const {
  const JsonValue value = find(key);
  if (value.exists() || !node_of(Type::kObject, "an object")) return value;
  std::string pointer = reader_->tree_.pointer(node_);
  append_pointer_token(pointer, key);
  reader_->fail(std::move(pointer), "a value", "nothing");
  return value;
}

std::vector<JsonValue> JsonValue::items() const {
  std::vector<JsonValue> items;
  const JsonTree::Node* node = node_of(Type::kArray, "an array");
  for (int i = node ? node->first_child : -1; i >= 0; i = reader_->tree_.node(i).next)
    items.push_back({reader_, i});
  return items;
}

std::vector<JsonValue> JsonValue::members() const {
  std::vector<JsonValue> members;
  const JsonTree::Node* node = node_of(Type::kObject, "an object");
  for (int i = node ? node->first_child : -1; i >= 0; i = reader_->tree_.node(i).next)
    members.push_back({reader_, i});
  return members;
}

std::string_view JsonValue::key() const {
  return exists() ? reader_->tree_.key(reader_->tree_.node(node_)) : "";
}

std::string_view JsonValue::text() const {
  const JsonTree::Node* node = node_of(Type::kText, "a text");
  return node ? reader_->tree_.text(*node) : std::string_view();
}

std::string JsonValue::filled_text() const {
  const std::string_view value = text();
  if (value.find_first_not_of(" \t\n\r") == std::string_view::npos)
    fail("a text that is not empty");
  return std::string(value);
}

int JsonValue::integer(int least, int most) const {
  if (!exists()) return least;
  const JsonTree::Node& node = reader_->tree_.node(node_);
  // 5.0 is an integer to JSON Schema, whatever way it is written.
  const bool whole = node.type == Type::kInteger ||
                     (node.type == Type::kNumber && node.number >= least && node.number <= most &&
                      node.number == static_cast<double>(static_cast<int>(node.number)));
  if (whole && node.number >= least && node.number <= most) return static_cast<int>(node.number);
  fail(least == most ? std::to_string(least)
                     : "an integer from " + std::to_string(least) + " to " + std::to_string(most));
  return least;
}

double JsonValue::number() const {
  if (!exists()) return 0;
  const JsonTree::Node& node = reader_->tree_.node(node_);
  if (node.type == Type::kInteger || node.type == Type::kNumber) return node.number;
  fail("a number");
  return 0;
}

bool JsonValue::boolean() const {
  const JsonTree::Node* node = node_of(Type::kBoolean, "true or false");
  return node && node->boolean;
}

std::size_t JsonValue::one_of(std::span<const std::string_view> names) const {
  if (is(Type::kText)) {
    const std::string_view value = text();
    for (std::size_t i = 0; i < names.size(); ++i)
      if (names[i] == value && !value.empty()) return i;
  }
  std::string expected = "one of ";
  bool first = true;
  for (const std::string_view name : names) {
    if (name.empty()) continue;
    expected.append(first ? "" : ", ").append(name);
    first = false;
  }
  fail(expected);
  return 0;
}

}  // namespace advisor
