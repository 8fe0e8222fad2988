#include <array>
#include <cstdlib>
#include <cstring>

#include "body/png.h"

namespace advisor::body {
namespace {

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
constexpr std::size_t kMaxBytes = std::size_t{1} << 28;

struct Bits {
  std::span<const std::uint8_t> in;
  std::size_t at = 0;
  int bit = 0;
  bool failed = false;
  int get(int count) {
    int value = 0;
    for (int i = 0; i < count; ++i) {
      if (at >= in.size()) {
        failed = true;
        return 0;
      }
      value |= ((in[at] >> bit) & 1) << i;
      if (++bit == 8) {
        bit = 0;
        ++at;
      }
    }
    return value;
  }
};

// Canonical Huffman decoding by counting codes of each length.
struct Decoder {
  std::array<int, 16> count{};
  std::vector<int> symbols;

  explicit Decoder(std::span<const int> lengths) {
    for (int l : lengths) ++count[static_cast<std::size_t>(l)];
    count[0] = 0;
    for (int l = 1; l < 16; ++l)
      for (std::size_t i = 0; i < lengths.size(); ++i)
        if (lengths[i] == l) symbols.push_back(static_cast<int>(i));
  }

  int next(Bits& bits) const {
    int code = 0, first = 0, index = 0;
    for (std::size_t l = 1; l < 16; ++l) {
      code |= bits.get(1);
      if (code - first < count[l]) return symbols[static_cast<std::size_t>(index + code - first)];
      index += count[l];
      first = (first + count[l]) << 1;
      code <<= 1;
    }
    bits.failed = true;
    return 0;
  }
};

bool inflate_codes(Bits& bits, const Decoder& literals, const Decoder& distances, std::vector<std::uint8_t>& out) {
  while (!bits.failed && out.size() < kMaxBytes) {
    const int symbol = literals.next(bits);
    if (symbol == 256) return !bits.failed;
    if (symbol < 256) {
      out.push_back(static_cast<std::uint8_t>(symbol));
      continue;
    }
    const int l = symbol - 257;
    if (l >= 29) return false;
    const int length = kLengthBase[l] + bits.get(kLengthExtra[l]);
    const int d = distances.next(bits);
    if (d >= 30) return false;
    const auto distance = static_cast<std::size_t>(kDistanceBase[d] + bits.get(kDistanceExtra[d]));
    if (bits.failed || distance > out.size()) return false;
    for (int i = 0; i < length; ++i) out.push_back(out[out.size() - distance]);
  }
  return false;
}

bool read_codes(Bits& bits, std::vector<int>& literals, std::vector<int>& distances) {
  const int literal_count = bits.get(5) + 257, distance_count = bits.get(5) + 1, order_count = bits.get(4) + 4;
  if (literal_count > 286 || distance_count > 30) return false;
  std::array<int, 19> order{};
  for (int i = 0; i < order_count; ++i) order[static_cast<std::size_t>(kOrder[i])] = bits.get(3);
  const Decoder decoder(order);
  std::vector<int> lengths;
  const auto total = static_cast<std::size_t>(literal_count + distance_count);
  while (lengths.size() < total && !bits.failed) {
    const int symbol = decoder.next(bits);
    if (symbol < 16) {
      lengths.push_back(symbol);
      continue;
    }
    if (symbol == 16 && lengths.empty()) return false;
    const int value = symbol == 16 ? lengths.back() : 0;
    const int repeat = symbol == 16 ? 3 + bits.get(2) : symbol == 17 ? 3 + bits.get(3) : 11 + bits.get(7);
    lengths.insert(lengths.end(), static_cast<std::size_t>(repeat), value);
  }
  if (bits.failed || lengths.size() != total) return false;
  literals.assign(lengths.begin(), lengths.begin() + literal_count);
  distances.assign(lengths.begin() + literal_count, lengths.end());
  return true;
}

bool inflate(std::span<const std::uint8_t> in, std::vector<std::uint8_t>& out) {
  Bits bits{in};
  for (bool last = false; !last;) {
    last = bits.get(1) != 0;
    const int kind = bits.get(2);
    std::vector<int> literals, distances;
    if (kind == 0) {
      if (bits.bit != 0) {
        bits.bit = 0;
        ++bits.at;
      }
      const auto size = static_cast<std::size_t>(bits.get(16));
      bits.get(16);
      if (bits.failed || bits.at + size > in.size()) return false;
      out.insert(out.end(), in.begin() + static_cast<std::ptrdiff_t>(bits.at),
                 in.begin() + static_cast<std::ptrdiff_t>(bits.at + size));
      bits.at += size;
      continue;
    }
    if (kind == 1) {
      literals.assign(288, 8);
      std::fill(literals.begin() + 144, literals.begin() + 256, 9);
      std::fill(literals.begin() + 256, literals.begin() + 280, 7);
      distances.assign(30, 5);
    } else if (kind != 2 || !read_codes(bits, literals, distances)) {
      return false;
    }
    if (!inflate_codes(bits, Decoder(literals), Decoder(distances), out)) return false;
  }
  return true;
}

int paeth(int a, int b, int c) {
  const int p = a + b - c, pa = std::abs(p - a), pb = std::abs(p - b), pc = std::abs(p - c);
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
}

std::uint32_t number_at(std::span<const std::uint8_t> in, std::size_t at) {
  return static_cast<std::uint32_t>(in[at]) << 24 | static_cast<std::uint32_t>(in[at + 1]) << 16 |
         static_cast<std::uint32_t>(in[at + 2]) << 8 | in[at + 3];
}

}  // namespace

std::optional<RgbImage> decode_png(std::span<const std::uint8_t> file) {
  constexpr std::uint8_t kMagic[8] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  if (file.size() < 33 || std::memcmp(file.data(), kMagic, 8) != 0 || std::memcmp(file.data() + 12, "IHDR", 4) != 0)
    return std::nullopt;
  const std::uint32_t width = number_at(file, 16), height = number_at(file, 20);
  const bool has_alpha = file[25] == 6;
  if (width == 0 || height == 0 || width > 16384 || height > 16384 || file[24] != 8 || (file[25] != 2 && !has_alpha) ||
      file[28] != 0)
    return std::nullopt;
  std::vector<std::uint8_t> packed, raw;
  for (std::size_t at = 8; at + 12 <= file.size();) {
    const std::size_t size = number_at(file, at);
    if (size > file.size() - at - 12) return std::nullopt;
    const auto data = file.subspan(at + 8, size);
    if (std::memcmp(file.data() + at + 4, "IDAT", 4) == 0) packed.insert(packed.end(), data.begin(), data.end());
    at += size + 12;
  }
  const std::size_t channels = has_alpha ? 4 : 3, row_size = width * channels;
  if (packed.size() < 6 || !inflate(std::span<const std::uint8_t>(packed).subspan(2), raw) ||
      raw.size() != (row_size + 1) * height)
    return std::nullopt;

  RgbImage image{static_cast<int>(width), static_cast<int>(height), {}};
  image.pixels.reserve(std::size_t{3} * width * height);
  std::vector<std::uint8_t> above(row_size), row(row_size);
  for (std::size_t y = 0; y < height; ++y) {
    const std::uint8_t* const in = raw.data() + y * (row_size + 1);
    for (std::size_t i = 0; i < row_size; ++i) {
      const int a = i >= channels ? row[i - channels] : 0, b = above[i], c = i >= channels ? above[i - channels] : 0;
      const int guess = in[0] == 0 ? 0 : in[0] == 1 ? a : in[0] == 2 ? b : in[0] == 3 ? (a + b) / 2 : paeth(a, b, c);
      row[i] = static_cast<std::uint8_t>(in[i + 1] + guess);
    }
    for (std::size_t x = 0; x < width; ++x)
      image.pixels.insert(image.pixels.end(), {row[channels * x], row[channels * x + 1], row[channels * x + 2]});
    above = row;
  }
  return image;
}

}  // namespace advisor::body
