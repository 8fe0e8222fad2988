#include "ui/kit/motion.h"

#include <algorithm>

namespace advisor::ui {

Motion::Id::Id(std::string_view key, char what) : hash(2166136261u) {  // FNV-1a
  for (const char c : key) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  hash = (hash ^ static_cast<unsigned char>(what)) * 16777619u;
}

float Motion::Entry::value() const { return from + (to - from) * (at >= 1 ? 1 : ease_in_out(at)); }

void Motion::begin(float seconds, bool reduced) {
  reduced_ = reduced;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < size_; ++i) {
    Entry& entry = entries_[i];
    if (!entry.asked || reduced) continue;
    entry.asked = false;
    entry.at = std::min(1.0f, entry.at + seconds / entry.seconds);
    entries_[kept++] = entry;
  }
  size_ = kept;
}

Motion::Entry* Motion::find(Id id) {
  for (std::size_t i = 0; i < size_; ++i)
    if (entries_[i].id == id.hash) return &entries_[i];
  return nullptr;
}

Motion::Entry* Motion::add(Id id, float value) {
  if (size_ == entries_.size()) return nullptr;
  entries_[size_] = {id.hash, value, value, 1, 1, true};
  return &entries_[size_++];
}

float Motion::follow(Id id, float target, float seconds, float first) {
  if (reduced_) return target;
  Entry* entry = find(id);
  if (!entry) entry = add(id, first);
  if (!entry) return target;
  entry->asked = true;
  if (entry->to != target) *entry = {entry->id, entry->value(), target, 0, seconds, true};
  return entry->value();
}

float Motion::linger(Id id, bool on, float seconds) {
  if (reduced_) return on ? 1 : 0;
  Entry* entry = find(id);
  if (on) {
    if (!entry && !(entry = add(id, 1))) return 1;
    *entry = {entry->id, 1, 1, 1, seconds, true};
    return 1;
  }
  if (!entry) return 0;
  if (entry->to != 0) *entry = {entry->id, 1, 0, 0, seconds, true};
  entry->asked = entry->at < 1;
  return (1 - entry->at) * (1 - entry->at) * (1 - entry->at);  // eased out
}

void Motion::keep(Id id, float value) {
  if (reduced_) return;
  Entry* entry = find(id);
  if (!entry && !(entry = add(id, value))) return;
  *entry = {entry->id, value, value, 1, 1, true};
}

float Motion::shrink(Id id, float seconds) {
  Entry* entry = reduced_ ? nullptr : find(id);
  if (!entry) return 0;
  if (entry->to != 0) *entry = {entry->id, entry->value(), 0, 0, seconds, true};
  entry->asked = entry->at < 1;
  return entry->value();
}

bool Motion::moving() const {
  return std::any_of(entries_.begin(), entries_.begin() + static_cast<std::ptrdiff_t>(size_),
                     [](const Entry& e) { return e.asked && e.at < 1; });
}

}  // namespace advisor::ui
