#include "content/json_writer.h"

#include "content/decimal.h"

namespace advisor {

JsonWriter& JsonWriter::open(char bracket) {
  separate();
  out_ += bracket;
  ++depth_;
  after_value_ = false;
  return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
  --depth_;
  if (after_value_) new_line();
  out_ += bracket;
  after_value_ = true;
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  separate();
  quote(name);
  out_ += pretty_ ? ": " : ":";
  after_key_ = true;
  return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
  separate();
  quote(text);
  after_value_ = true;
  return *this;
}

JsonWriter& JsonWriter::value(int number) { return raw(std::to_string(number)); }

JsonWriter& JsonWriter::value(double number) { return raw(decimal(number)); }

JsonWriter& JsonWriter::permille(int thousandths) {
  std::string text = std::to_string(thousandths / 1000);
  const int rest = thousandths % 1000;
  if (rest != 0) {
    text += '.';
    text += static_cast<char>('0' + rest / 100);
    text += static_cast<char>('0' + rest / 10 % 10);
    text += static_cast<char>('0' + rest % 10);
    while (text.back() == '0') text.pop_back();
  }
  return raw(text);
}

JsonWriter& JsonWriter::raw(std::string_view text) {
  separate();
  out_ += text;
  after_value_ = true;
  return *this;
}

void JsonWriter::separate() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (after_value_) out_ += ',';
  if (depth_ > 0) new_line();
  after_value_ = false;
}

void JsonWriter::new_line() {
  if (!pretty_) return;
  out_ += '\n';
  out_.append(static_cast<std::size_t>(depth_) * 2, ' ');
}

void JsonWriter::quote(std::string_view text) {
  static constexpr char kHex[] = "0123456789abcdef";
  out_ += '"';
  std::size_t plain = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c >= 0x20 && c != '"' && c != '\\') continue;
    out_.append(text, plain, i - plain);
    plain = i + 1;
    out_ += '\\';
    if (c == '"' || c == '\\')
      out_ += static_cast<char>(c);
    else if (c == '\n')
      out_ += 'n';
    else if (c == '\t')
      out_ += 't';
    else {
      out_ += "u00";
      out_ += kHex[c >> 4];
      out_ += kHex[c & 15];
    }
  }
  out_.append(text, plain);
  out_ += '"';
}

}  // namespace advisor
