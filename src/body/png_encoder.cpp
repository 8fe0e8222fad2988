#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>
#include <queue>

#include "body/png.h"

namespace advisor::body {
namespace {

// --- Deflate: one block, hash-chain matches, Huffman codes of its own ---

constexpr int kLengthBase[29] = {3,  4,  5,  6,  7,  8,  9,  10, 11,  13,  15,  17,  19,  23, 27,
                                 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258};
constexpr int kLengthExtra[29] = {0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2,
                                  2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0};
constexpr int kDistanceBase[30] = {1,    2,    3,    4,    5,    7,    9,    13,    17,    25,
                                   33,   49,   65,   97,   129,  193,  257,  385,   513,   769,
                                   1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577};
constexpr int kDistanceExtra[30] = {0, 0, 0, 0, 1, 1, 2, 2,  3,  3,  4,  4,  5,  5,  6,
                                    6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13};
constexpr int kOrder[19] = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};
constexpr int kEnd = 256;

struct Bits {
  std::vector<std::uint8_t>& out;
  std::uint32_t pending = 0;
  int count = 0;
  void put(std::uint32_t value, int bits) {
    for (int i = 0; i < bits; ++i) {
      pending |= ((value >> i) & 1u) << count;
      if (++count == 8) flush();
    }
  }
  // Huffman codes go in from their highest bit.
  void put_code(std::uint32_t code, int bits) {
    for (int i = bits - 1; i >= 0; --i) put((code >> i) & 1u, 1);
  }
  void flush() {
    if (count > 0) out.push_back(static_cast<std::uint8_t>(pending));
    pending = 0;
    count = 0;
  }
};

struct Token {
  std::uint16_t value;  // a byte, or a length of 3..258 where distance is not 0
  std::uint16_t distance;
};

struct Code {
  std::vector<int> length;
  std::vector<std::uint32_t> code;
};

// Huffman lengths of at most `limit` bits: counts are flattened until they fit.
Code make_code(std::vector<std::uint32_t> counts, int limit) {
  const int n = static_cast<int>(counts.size());
  Code result{std::vector<int>(counts.size(), 0), std::vector<std::uint32_t>(counts.size(), 0)};
  // A code needs two symbols to be complete.
  for (int i = 0, used = static_cast<int>(std::count_if(counts.begin(), counts.end(), [](auto c) { return c > 0; }));
       i < n && used < 2; ++i)
    if (counts[static_cast<std::size_t>(i)] == 0) {
      counts[static_cast<std::size_t>(i)] = 1;
      ++used;
    }
  for (;;) {
    using Node = std::pair<std::uint64_t, int>;
    std::priority_queue<Node, std::vector<Node>, std::greater<>> heap;
    std::vector<int> parent(static_cast<std::size_t>(2 * n), -1);
    for (int i = 0; i < n; ++i)
      if (counts[static_cast<std::size_t>(i)]) heap.emplace(counts[static_cast<std::size_t>(i)], i);
    int next = n;
    while (heap.size() > 1) {
      const Node a = heap.top();
      heap.pop();
      const Node b = heap.top();
      heap.pop();
      parent[static_cast<std::size_t>(a.second)] = parent[static_cast<std::size_t>(b.second)] = next;
      heap.emplace(a.first + b.first, next++);
    }
    int longest = 0;
    for (int i = 0; i < n; ++i) {
      if (!counts[static_cast<std::size_t>(i)]) continue;
      int depth = 0;
      for (int at = parent[static_cast<std::size_t>(i)]; at >= 0; at = parent[static_cast<std::size_t>(at)]) ++depth;
      result.length[static_cast<std::size_t>(i)] = depth;
      longest = std::max(longest, depth);
    }
    if (longest <= limit) break;
    for (std::uint32_t& c : counts)
      if (c) c = c / 2 + 1;
  }
  std::uint32_t code = 0;
  for (int bits = 1; bits <= limit; ++bits, code <<= 1)
    for (int i = 0; i < n; ++i)
      if (result.length[static_cast<std::size_t>(i)] == bits) result.code[static_cast<std::size_t>(i)] = code++;
  return result;
}

template <std::size_t N>
int bucket(const int (&base)[N], int value) {
  return static_cast<int>(std::upper_bound(base, base + N, value) - base) - 1;
}

std::vector<Token> find_matches(const std::vector<std::uint8_t>& in) {
  constexpr int kHashBits = 15, kTries = 24;
  constexpr std::size_t kWindow = 32768;
  std::vector<std::int64_t> head(1u << kHashBits, -1), previous(in.size(), -1);
  const auto hash = [&in](std::size_t i) {
    const std::uint32_t v =
        in[i] | static_cast<std::uint32_t>(in[i + 1]) << 8 | static_cast<std::uint32_t>(in[i + 2]) << 16;
    return (v * 2654435761u) >> (32 - kHashBits);
  };
  std::vector<Token> tokens;
  for (std::size_t i = 0; i < in.size();) {
    std::size_t best = 0, from = 0;
    if (i + 3 <= in.size()) {
      std::int64_t at = head[hash(i)];
      for (int tries = kTries; at >= 0 && tries > 0 && i - static_cast<std::size_t>(at) < kWindow;
           --tries, at = previous[static_cast<std::size_t>(at)]) {
        std::size_t n = 0;
        while (n < 258 && i + n < in.size() && in[static_cast<std::size_t>(at) + n] == in[i + n]) ++n;
        if (n > best) {
          best = n;
          from = static_cast<std::size_t>(at);
        }
      }
    }
    const std::size_t step = best >= 4 ? best : 1;
    tokens.push_back(best >= 4 ? Token{static_cast<std::uint16_t>(best), static_cast<std::uint16_t>(i - from)}
                               : Token{in[i], 0});
    for (std::size_t k = i; k < i + step && k + 3 <= in.size(); ++k) {
      const std::uint32_t h = hash(k);
      previous[k] = head[h];
      head[h] = static_cast<std::int64_t>(k);
    }
    i += step;
  }
  return tokens;
}

void deflate(const std::vector<std::uint8_t>& in, std::vector<std::uint8_t>& out) {
  const std::vector<Token> tokens = find_matches(in);
  std::vector<std::uint32_t> literal_counts(286), distance_counts(30);
  literal_counts[kEnd] = 1;
  for (const Token& t : tokens) {
    if (t.distance == 0) {
      ++literal_counts[t.value];
    } else {
      ++literal_counts[static_cast<std::size_t>(257 + bucket(kLengthBase, t.value))];
      ++distance_counts[static_cast<std::size_t>(bucket(kDistanceBase, t.distance))];
    }
  }
  const Code literals = make_code(literal_counts, 15), distances = make_code(distance_counts, 15);

  // The lengths are sent plainly, without run codes: a few hundred bits more.
  std::vector<std::uint32_t> length_counts(19);
  for (int l : literals.length) ++length_counts[static_cast<std::size_t>(l)];
  for (int l : distances.length) ++length_counts[static_cast<std::size_t>(l)];
  const Code lengths = make_code(length_counts, 7);
  Bits bits{out};
  bits.put(1, 1);
  bits.put(2, 2);
  bits.put(286 - 257, 5);
  bits.put(30 - 1, 5);
  bits.put(19 - 4, 4);
  for (int symbol : kOrder) bits.put(static_cast<std::uint32_t>(lengths.length[static_cast<std::size_t>(symbol)]), 3);
  const auto put = [&bits](const Code& code, int symbol) {
    bits.put_code(code.code[static_cast<std::size_t>(symbol)], code.length[static_cast<std::size_t>(symbol)]);
  };
  for (int l : literals.length) put(lengths, l);
  for (int l : distances.length) put(lengths, l);
  for (const Token& t : tokens) {
    if (t.distance == 0) {
      put(literals, t.value);
      continue;
    }
    const int l = bucket(kLengthBase, t.value), d = bucket(kDistanceBase, t.distance);
    put(literals, 257 + l);
    bits.put(static_cast<std::uint32_t>(t.value - kLengthBase[l]), kLengthExtra[l]);
    put(distances, d);
    bits.put(static_cast<std::uint32_t>(t.distance - kDistanceBase[d]), kDistanceExtra[d]);
  }
  put(literals, kEnd);
  bits.flush();
}

// --- PNG ---

std::uint32_t crc_of(const std::uint8_t* data, std::size_t size) {
  std::uint32_t crc = 0xffffffffu;
  for (std::size_t i = 0; i < size; ++i) {
    crc ^= data[i];
    for (int k = 0; k < 8; ++k) crc = crc & 1u ? 0xedb88320u ^ (crc >> 1) : crc >> 1;
  }
  return ~crc;
}

void put_number(std::vector<std::uint8_t>& out, std::uint32_t value) {
  for (int shift = 24; shift >= 0; shift -= 8) out.push_back(static_cast<std::uint8_t>(value >> shift));
}

void put_chunk(std::vector<std::uint8_t>& out, const char* name, const std::vector<std::uint8_t>& data) {
  put_number(out, static_cast<std::uint32_t>(data.size()));
  const std::size_t start = out.size();
  out.insert(out.end(), name, name + 4);
  out.insert(out.end(), data.begin(), data.end());
  put_number(out, crc_of(out.data() + start, out.size() - start));
}

int paeth(int a, int b, int c) {
  const int p = a + b - c, pa = std::abs(p - a), pb = std::abs(p - b), pc = std::abs(p - c);
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
}

// Each row is written by the filter that leaves the smallest differences.
std::vector<std::uint8_t> filtered(std::span<const std::uint8_t> rgba, int width, int height) {
  const std::size_t size = static_cast<std::size_t>(width) * 3;
  std::vector<std::uint8_t> out, above(size), row(size), attempt(size), best(size);
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x)
      std::memcpy(row.data() + 3 * x,
                  rgba.data() +
                      4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)),
                  3);
    int best_filter = 0;
    long least = -1;
    for (int filter = 0; filter <= 4; ++filter) {
      long sum = 0;
      for (std::size_t i = 0; i < size; ++i) {
        const int a = i >= 3 ? row[i - 3] : 0, b = above[i], c = i >= 3 ? above[i - 3] : 0;
        const int guess = filter == 0   ? 0
                          : filter == 1 ? a
                          : filter == 2 ? b
                          : filter == 3 ? (a + b) / 2
                                        : paeth(a, b, c);
        attempt[i] = static_cast<std::uint8_t>(row[i] - guess);
        sum += std::abs(static_cast<int>(static_cast<std::int8_t>(attempt[i])));
      }
      if (least < 0 || sum < least) {
        least = sum;
        best_filter = filter;
        best = attempt;
      }
    }
    out.push_back(static_cast<std::uint8_t>(best_filter));
    out.insert(out.end(), best.begin(), best.end());
    above.swap(row);
  }
  return out;
}

}  // namespace

std::vector<std::uint8_t> encode_png(std::span<const std::uint8_t> rgba, int width, int height) {
  std::vector<std::uint8_t> file = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'}, header;
  put_number(header, static_cast<std::uint32_t>(width));
  put_number(header, static_cast<std::uint32_t>(height));
  header.insert(header.end(), {8, 2, 0, 0, 0});  // 8 bits, RGB
  put_chunk(file, "IHDR", header);
  const std::vector<std::uint8_t> raw = filtered(rgba, width, height);
  std::vector<std::uint8_t> data = {0x78, 0x9c};
  deflate(raw, data);
  std::uint32_t a = 1, b = 0;
  for (std::uint8_t byte : raw) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  put_number(data, b << 16 | a);
  put_chunk(file, "IDAT", data);
  put_chunk(file, "IEND", {});
  return file;
}

}  // namespace advisor::body
