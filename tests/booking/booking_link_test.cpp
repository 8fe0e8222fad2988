// Links into booking systems, and the service that they ask for.
#include <catch_amalgamated.hpp>

#include "booking/booking_link.h"
#include "fixtures/library.h"

namespace advisor {
namespace {

using namespace advisor::test;

Site site_with(std::string system, std::string url) {
  Site site;
  site.booking.system = std::move(system);
  site.booking.url = std::move(url);
  site.services = {{{"a", "a"}, 60, Pressure::kModerate, 0, "soft-60"},
                   {{"b", "b"}, 60, Pressure::kDeep, 0, "O'Brien & fils; <b> 🏃"},
                   {{"c", "c"}, 90, Pressure::kDeep, 0, "long"}};
  return site;
}

TEST_CASE("a url template is filled with service, date and minutes, percent-encoded") {
  const Site site = site_with("url", "https://book.example/s/{service}?d={date}&m={minutes}#now");
  CHECK(booking_url(site, {day("2026-06-16"), 90, Pressure::kDeep}) ==
        "https://book.example/s/long?d=2026-06-16&m=90#now");
  CHECK(booking_url(site, {day("2026-06-16"), 60, Pressure::kDeep}) ==
        "https://book.example/s/O%27Brien%20%26%20fils%3B%20%3Cb%3E%20%F0%9F%8F%83?d=2026-06-16&m=60#now");
  CHECK(booking_url(site, {std::nullopt, 60, Pressure::kLight}) == "https://book.example/s/soft-60?d=&m=60#now");
}

TEST_CASE("mailto, tel and sms carry their address and nothing else") {
  CHECK(booking_url(site_with("mailto", "mailto:a@b.example"), {day("2026-06-16"), 60, Pressure::kDeep}) ==
        "mailto:a@b.example");
  CHECK(booking_url(site_with("tel", "tel:+15145550142"), {}) == "tel:+15145550142");
  CHECK(booking_url(site_with("sms", "sms:+15145550142"), {}) == "sms:+15145550142");
}

TEST_CASE("an address of another kind than configured gives no link") {
  CHECK(booking_url(site_with("url", "http://book.example/"), {}) == "");
  CHECK(booking_url(site_with("tel", "https://book.example/"), {}) == "");
  CHECK(booking_url(site_with("url", "https://book.example/{service"), {}) == "https://book.example/");
  CHECK(booking_url(site_with("url", "https://book.example/{name}/x"), {}) == "https://book.example//x");
  CHECK(booking_url(site_with("carrier pigeon", "https://book.example/"), {}) == "");
}

TEST_CASE("the service is the nearest in length, the shorter on a tie, then the mildest that is deep enough") {
  Site site = site_with("url", "https://book.example/");
  const auto id = [&](int minutes, Pressure pressure) { return service_for(site, {std::nullopt, minutes, pressure})->id; };
  CHECK(id(60, Pressure::kLight) == "soft-60");
  CHECK(id(60, Pressure::kModerate) == "soft-60");
  CHECK(id(60, Pressure::kDeep) == "O'Brien & fils; <b> 🏃");
  CHECK(id(75, Pressure::kLight) == "soft-60");
  CHECK(id(76, Pressure::kLight) == "long");
  site.services.resize(1);
  CHECK(id(90, Pressure::kDeep) == "soft-60");
  site.services.clear();
  CHECK(service_for(site, {}) == nullptr);
  CHECK(booking_url(site, {}) == "");
}

TEST_CASE("no link holds anything of health: the same session of another runner has the same link") {
  const Library& all = library(Language::kFrench);
  const auto url = [&](std::string_view members) {
    const Intake intake = given(members);
    return booking_texts(all, intake, advise(all.knowledge, all.site.business, intake)).url;
  };
  const auto sore = url(R"("marks": [{"region": "groin_l", "intensity": 7, "quality": "burning"}], "day": "2026-06-20",
      "answers": {"mild_osteoporosis": "yes", "bruise": {"answer": "yes", "regions": ["calf_l"]}})");
  REQUIRE(sore);
  CHECK(sore == url(R"("day": "2026-06-20")"));
}

TEST_CASE("where booking is not allowed there is no link and no summary, only a sentence") {
  const Library& all = library(Language::kFrench);
  for (const char* members : {R"("answers": {"snap": "yes"})", R"("answers": {"cancer": "unsure"})", R"("screened": false)"}) {
    const Intake intake = given(members);
    const BookingTexts texts = booking_texts(all, intake, advise(all.knowledge, all.site.business, intake));
    CHECK_FALSE(texts.prompt.empty());
    CHECK_FALSE(texts.url);
    CHECK_FALSE(texts.summary);
  }
}

}  // namespace
}  // namespace advisor
