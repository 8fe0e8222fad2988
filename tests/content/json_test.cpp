// The tree, the writer and the dates beneath all content.
#include <catch_amalgamated.hpp>

#include "content/iso_time.h"
#include "content/json_tree.h"
#include "content/json_writer.h"

namespace advisor {
namespace {

std::string refusal(std::string_view json) {
  const Result<JsonTree> tree = JsonTree::parse(json, "a.json");
  return tree ? "accepted" : one_line(tree.error());
}

TEST_CASE("a text that is not JSON is refused with line and column") {
  CHECK(refusal("") == "a.json: expected JSON, found the end of the text at line 1, column 1");
  CHECK(refusal("{\n  \"a\": 1,\n}") ==
        "a.json: expected JSON, found a comma too many before '}' at line 3, column 1");
  CHECK(refusal("[1, 2") == "a.json: expected JSON, found the end of the text at line 1, column 6");
  CHECK(refusal("[1] x") == "a.json: expected JSON, found 'x' at line 1, column 5");
  CHECK(refusal("{'a': 1}") == "a.json: expected JSON, found ''' at line 1, column 2");
  CHECK(refusal("[NaN]") == "a.json: expected JSON, found 'N' at line 1, column 2");
}

TEST_CASE("what editors, word processors and servers make of a file is named in their words") {
  const std::string utf16("\xff\xfe{\0", 4);
  CHECK(refusal(utf16) ==
        "a.json: expected JSON, found a text in UTF-16 at line 1, "
        "column 1");
  CHECK(refusal("{\n  “name”: 1}") ==
        "a.json: expected JSON, found a curly quotation mark "
        "at line 2, column 3");
  CHECK(refusal("{\"é\": \"à\" x}") == "a.json: expected JSON, found 'x' at line 1, column 11");
  CHECK(refusal("\n<!doctype html>") ==
        "a.json: expected JSON, found a web page at line 2, column 1");
  CHECK(refusal("{\"a\": [1, 2,\n ]}") ==
        "a.json: expected JSON, found a comma too many before ']' at line 2, column 2");
  CHECK(refusal("{\n// prices\n\"a\": 1}") ==
        "a.json: expected JSON, found a comment at line 2, column 1");
  CHECK(refusal("{\"a\": \"caf\xe9 noir\"}") ==
        "a.json: expected JSON, found a letter that is not in UTF-8 at line 1, column 12");
  CHECK(refusal("\xef\xbb\xbf{}") == "accepted");  // a byte order mark in UTF-8 says nothing else
}

TEST_CASE("a key that stands twice is refused, wherever it is") {
  CHECK(refusal(R"({"a": 1, "b": 2, "a": 3})") ==
        "a.json: /a: expected a key once, found it twice");
  CHECK(refusal(R"([{}, {"x/y": {"~": 1, "~": 2}}])") ==
        "a.json: /1/x~1y/~0: expected a key once, found it twice");
}

TEST_CASE("bytes that are no UTF-8 and numbers beyond a double are refused") {
  CHECK(refusal("[\"\xff\"]").starts_with("a.json: expected JSON"));
  CHECK(refusal("[1e999]").starts_with("a.json: expected JSON"));
}

TEST_CASE("a deep nest and a million keys are read in their stride") {
  CHECK(refusal(std::string(200'000, '[')).starts_with("a.json: expected JSON, found the end"));
  std::string json = "{";
  for (int i = 0; i < 200'000; ++i)
    json.append(i == 0 ? "\"" : ",\"").append(std::to_string(i)).append("\":0");
  CHECK(refusal(json + "}") == "accepted");
}

TEST_CASE("a text beyond 16 MB is refused unread") {
  CHECK(refusal(std::string((16u << 20) + 1, ' ')) ==
        "a.json: expected a text of up to 16 MB, found 16777217 bytes");
}

TEST_CASE("the writer escapes what JSON asks to escape, and nothing else") {
  JsonWriter out;
  out.open_array().value("a\"b\\c\n\t\x01é/").value(true).value(-3).null().close_array();
  CHECK(out.take() == R"(["a\"b\\c\n\t\u0001é/",true,-3,null])");
}

TEST_CASE("numbers are written with the fewest digits that read back the same") {
  JsonWriter out;
  out.open_array()
      .value(21.1)
      .value(42.195)
      .value(1000.0)
      .value(0.1)
      .value(1e20)
      .value(2.5e-7)
      .value(-3.5)
      .value(0.0);
  CHECK(out.close_array().take() == "[21.1,42.195,1000,0.1,1e20,2.5e-7,-3.5,0]");
}

TEST_CASE("any distance that an intake may hold is written so that it reads back the same") {
  std::uint64_t state = 1;
  for (int run = 0; run < 200'000; ++run) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    const double number =
        static_cast<double>(state >> 11) / 9007199254740992.0 * (run % 2 == 0 ? 1000 : 1);
    JsonWriter out;
    const std::string text = out.value(number).take();
    if (number > 1e-5 && std::strtod(text.c_str(), nullptr) != number) FAIL(text);
    if (text.find_first_not_of("0123456789.e-") != std::string::npos) FAIL(text);
  }
  SUCCEED();
}

TEST_CASE("permille is a decimal of up to three digits") {
  JsonWriter out;
  out.open_array()
      .permille(1000)
      .permille(0)
      .permille(875)
      .permille(500)
      .permille(7)
      .permille(70)
      .close_array();
  CHECK(out.take() == "[1,0,0.875,0.5,0.007,0.07]");
}

TEST_CASE("pretty is indented by two spaces, empty things stay on their line") {
  JsonWriter out(true);
  out.open_object();
  out.key("a").open_array().close_array();
  out.key("b").open_array().value(1).open_object().close_object().close_array();
  out.close_object();
  CHECK(out.take() == "{\n  \"a\": [],\n  \"b\": [\n    1,\n    {}\n  ]\n}");
}

TEST_CASE("only days and times that exist are read") {
  CHECK(parse_day("2028-02-29"));
  CHECK_FALSE(parse_day("2026-02-29"));
  CHECK_FALSE(parse_day("2026-13-01"));
  CHECK_FALSE(parse_day("2026-00-10"));
  CHECK_FALSE(parse_day("2026-6-10"));
  CHECK_FALSE(parse_day("2026-06-1O"));
  CHECK_FALSE(parse_day("2026/06/10"));
  CHECK(parse_moment("2026-06-10T00:00"));
  CHECK(parse_moment("2026-03-08T02:30"));
  CHECK_FALSE(parse_moment("2026-06-10T24:00"));
  CHECK_FALSE(parse_moment("2026-06-10T10:60"));
  CHECK_FALSE(parse_moment("2026-06-10 10:00"));
  CHECK_FALSE(parse_moment("2026-06-10T10:00:00"));
  CHECK_FALSE(parse_moment("2026-02-30T10:00"));
}

TEST_CASE("dates and times are written as they are read, from the first year to the last") {
  for (const char* text :
       {"0001-01-01T00:00", "1969-12-31T23:59", "2026-06-10T07:05", "9999-12-31T23:59"})
    CHECK(iso_moment(*parse_moment(text)) == text);
}

}  // namespace
}  // namespace advisor
