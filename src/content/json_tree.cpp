// The only source that includes nlohmann/json: its SAX interface alone, which brings no document
// class, no exceptions and less than half of the code.
#include "content/json_tree.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace advisor {

namespace {

bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }

bool starts_with_any(std::string_view text, std::initializer_list<std::string_view> starts) {
  return std::any_of(starts.begin(), starts.end(),
                     [text](std::string_view start) { return text.starts_with(start); });
}

// Names what is no JSON in the words of who wrote the file: mistakes of editors and of word
// processors, and what a server sends in place of a file.
std::string what_stands_at(std::string_view json, std::size_t at) {
  if (starts_with_any(json, {"\xff\xfe", "\xfe\xff"}) ||
      json.substr(0, 4).find('\0') != std::string_view::npos)
    return "a text in UTF-16";
  if (at >= json.size()) return "the end of the text";
  const std::string_view rest = json.substr(at);
  const std::size_t last = json.substr(0, at).find_last_not_of(" \t\r\n");
  const bool first = last == std::string_view::npos;
  if (first && rest.front() == '<') return "a web page";
  if (!first && json[last] == ',' && (rest.front() == '}' || rest.front() == ']'))
    return std::string("a comma too many before '") + rest.front() + '\'';
  if (starts_with_any(rest, {"“", "”", "„", "‘", "’", "«", "»"})) return "a curly quotation mark";
  if (starts_with_any(rest, {"//", "/*", "#"})) return "a comment";
  // nlohmann stops at the first byte that cannot follow the ones before.
  if (at > 0 && static_cast<unsigned char>(json[at - 1]) >= 0xc0 && begins_character(rest.front()))
    return "a letter that is not in UTF-8";
  if (rest.front() >= ' ' && rest.front() <= '~') return std::string("'") + rest.front() + '\'';
  return "a byte that does not belong there";
}

}  // namespace

void append_pointer_token(std::string& pointer, std::string_view key) {
  pointer += '/';
  for (char c : key) {
    if (c == '~')
      pointer += "~0";
    else if (c == '/')
      pointer += "~1";
    else
      pointer += c;
  }
}

std::string JsonTree::pointer(int i) const {
  std::vector<int> path;
  for (; i > 0; i = node(i).parent) path.push_back(i);
  std::string pointer;
  for (auto step = path.rbegin(); step != path.rend(); ++step) {
    const Node& n = node(*step);
    if (node(n.parent).type == Type::kObject)
      append_pointer_token(pointer, key(n));
    else
      pointer += '/' + std::to_string(n.index);
  }
  return pointer;
}

// nlohmann's SAX events in, nodes out. Its member functions return false to stop.
class JsonTreeBuilder final : public nlohmann::json_sax<nlohmann::json> {
 public:
  explicit JsonTreeBuilder(std::string_view json) : json_(json) {
    // This is more than any of the project's files needs, so that neither row ever moves.
    tree.nodes_.reserve(json.size() / 16 + 8);
    tree.characters_.reserve(json.size());
  }

  bool null() override { return add(JsonTree::Type::kNull); }
  bool boolean(bool value) override {
    return add(JsonTree::Type::kBoolean) && (last().boolean = value, true);
  }
  bool number_integer(number_integer_t value) override {
    if (!add(JsonTree::Type::kInteger)) return false;
    last().integer = value;
    last().number = static_cast<double>(value);
    return true;
  }
  bool number_unsigned(number_unsigned_t value) override {
    // An integer beyond what a signed one holds is a number like any other, and outside of every
    // range that is asked for.
    if (value > static_cast<number_unsigned_t>(INT64_MAX))
      return number_float(static_cast<double>(value), {});
    return number_integer(static_cast<number_integer_t>(value));
  }
  bool number_float(number_float_t value, const string_t&) override {
    return add(JsonTree::Type::kNumber) && (last().number = value, true);
  }
  bool string(string_t& value) override {
    if (!add(JsonTree::Type::kText)) return false;
    store(value, last().text_start, last().text_size);
    return true;
  }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(JsonTree::Type::kObject); }
  bool start_array(std::size_t) override { return open(JsonTree::Type::kArray); }
  bool end_array() override { return close(); }
  bool end_object() override { return keys_are_distinct() && close(); }
  bool key(string_t& value) override {
    store(value, key_start_, key_size_);
    return true;
  }
  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::detail::exception&) override {
    // nlohmann counts the characters read, the wrong one included.
    const std::size_t at = std::min(position == 0 ? 0 : position - 1, json_.size());
    const std::string_view before = json_.substr(0, at);
    const std::size_t line =
        1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
    const std::size_t start =
        before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    const auto column = 1 + std::count_if(before.begin() + static_cast<std::ptrdiff_t>(start),
                                          before.end(), begins_character);
    error.expected = "JSON";
    error.found = what_stands_at(json_, at);
    error.found.append(" at line ").append(std::to_string(line));
    error.found.append(", column ").append(std::to_string(column));
    return false;
  }

  JsonTree tree;
  ContentError error;

 private:
  JsonTree::Node& last() { return tree.nodes_.back(); }

  bool add(JsonTree::Type type) {
    const int id = static_cast<int>(tree.nodes_.size());
    JsonTree::Node node;
    node.type = type;
    if (!open_.empty()) {
      Open& parent = open_.back();
      node.parent = parent.id;
      JsonTree::Node& parent_node = tree.nodes_[static_cast<std::size_t>(parent.id)];
      node.index = parent_node.children++;
      if (parent.last_child < 0)
        parent_node.first_child = id;
      else
        tree.nodes_[static_cast<std::size_t>(parent.last_child)].next = id;
      parent.last_child = id;
      if (parent_node.type == JsonTree::Type::kObject) {
        node.key_start = key_start_;
        node.key_size = key_size_;
      }
    }
    tree.nodes_.push_back(node);
    return true;
  }

  bool open(JsonTree::Type type) {
    add(type);
    open_.push_back({static_cast<int>(tree.nodes_.size()) - 1, -1});
    return true;
  }

  bool close() {
    open_.pop_back();
    return true;
  }

  void store(std::string_view text, std::uint32_t& start, std::uint32_t& size) {
    start = static_cast<std::uint32_t>(tree.characters_.size());
    size = static_cast<std::uint32_t>(text.size());
    tree.characters_ += text;
  }

  bool keys_are_distinct() {
    const JsonTree::Node& object = tree.node(open_.back().id);
    const int twice = object.children <= kFew ? second_of_few(object) : second_of_many(object);
    if (twice < 0) return true;
    error.pointer = tree.pointer(twice);
    error.expected = "a key once";
    error.found = "it twice";
    return false;
  }

  // Gives the node that has the same key as an earlier one; -1 if there is none.
  int second_of_few(const JsonTree::Node& object) const {
    for (int i = object.first_child; i >= 0; i = tree.node(i).next)
      for (int j = object.first_child; j != i; j = tree.node(j).next)
        if (tree.key(tree.node(i)) == tree.key(tree.node(j))) return i;
    return -1;
  }

  // The search sorts, so that a hostile object of a million keys costs no more than its parsing.
  int second_of_many(const JsonTree::Node& object) const {
    std::vector<int> children;
    children.reserve(static_cast<std::size_t>(object.children));
    for (int i = object.first_child; i >= 0; i = tree.node(i).next) children.push_back(i);
    const auto key_of = [&](int i) { return tree.key(tree.node(i)); };
    // A heap takes a sixth of the code of std::sort.
    const auto before = [&](int a, int b) {
      return std::pair(key_of(a), a) < std::pair(key_of(b), b);
    };
    std::make_heap(children.begin(), children.end(), before);
    std::sort_heap(children.begin(), children.end(), before);
    const auto twice = std::adjacent_find(children.begin(), children.end(),
                                          [&](int a, int b) { return key_of(a) == key_of(b); });
    return twice == children.end() ? -1 : *(twice + 1);
  }

  static constexpr int kFew = 12;
  struct Open {
    int id, last_child;
  };
  std::string_view json_;
  std::vector<Open> open_;
  std::uint32_t key_start_ = 0, key_size_ = 0;
};

Result<JsonTree> JsonTree::parse(std::string_view json, std::string_view file) {
  constexpr std::size_t kMaxBytes = 16u << 20;
  if (json.size() > kMaxBytes)
    return ContentError{std::string(file), "", "a text of up to 16 MB",
                        std::to_string(json.size()) + " bytes"};
  JsonTreeBuilder builder(json);
  if (!nlohmann::json::sax_parse(json.begin(), json.end(), &builder)) {
    builder.error.file = file;
    return std::move(builder.error);
  }
  return std::move(builder.tree);
}

}  // namespace advisor
