#pragma once

#include <string>
#include <string_view>

namespace advisor {

// Writes JSON in the order that it is told: the same bytes on every platform. Precondition: calls
// that nest, a key before each value of an object; texts in UTF-8.
class JsonWriter {
 public:
  // `pretty` indents by two spaces.
  explicit JsonWriter(bool pretty = false) : pretty_(pretty) {}

  JsonWriter& open_object() { return open('{'); }
  JsonWriter& close_object() { return close('}'); }
  JsonWriter& open_array() { return open('['); }
  JsonWriter& close_array() { return close(']'); }
  JsonWriter& key(std::string_view name);

  JsonWriter& value(std::string_view text);
  JsonWriter& value(const char* text) { return value(std::string_view(text)); }
  JsonWriter& value(const std::string& text) { return value(std::string_view(text)); }
  JsonWriter& value(bool truth) { return raw(truth ? "true" : "false"); }
  JsonWriter& value(int number);
  // The shortest digits that read back as the same number.
  JsonWriter& value(double number);
  // 0.875 for 875.
  JsonWriter& permille(int thousandths);
  JsonWriter& null() { return raw("null"); }

  template <class T>
  JsonWriter& member(std::string_view name, const T& v) {
    return key(name).value(v);
  }

  void reserve(std::size_t bytes) { out_.reserve(bytes); }
  std::string take() { return std::move(out_); }

 private:
  JsonWriter& open(char bracket);
  JsonWriter& close(char bracket);
  JsonWriter& raw(std::string_view text);
  void separate();
  void new_line();
  void quote(std::string_view text);

  std::string out_;
  int depth_ = 0;
  bool pretty_;
  bool after_value_ = false, after_key_ = false;
};

}  // namespace advisor
