// Links into booking systems, and the service that they ask for. booking_links.test.mjs reads the
// same kinds of links back.
#include "booking/booking_link.h"

#include <catch_amalgamated.hpp>

#include "booking/answer.h"
#include "booking/uri.h"
#include "fixtures/library.h"

namespace advisor {
namespace {

using namespace advisor::test;

constexpr char kAwkward[] = "O'Brien & fils; <b> 🏃";
constexpr char kAwkwardEncoded[] = "O%27Brien%20%26%20fils%3B%20%3Cb%3E%20%F0%9F%8F%83";

Site site_with(std::string_view system, std::string url) {
  Site site;
  site.booking.system = *booking_system(system);
  site.booking.url = std::move(url);
  site.services = {{{"Soft", "Doux"}, 60, Pressure::kModerate, 0, "soft-60", "", ""},
                   {{kAwkward, kAwkward}, 60, Pressure::kDeep, 0, kAwkward, "", ""},
                   {{"Long", "Long"}, 90, Pressure::kDeep, 0, "long", "", ""}};
  return site;
}

std::string link(const Site& site, const BookingRequest& request,
                 Language language = Language::kFrench) {
  const Library& all = library(language);
  return booking_url(site, Phrases(all.knowledge, all.words), request);
}

const BookingRequest kLong{day("2026-06-16"), 90, Pressure::kDeep, {}};
const BookingRequest kOdd{day("2026-06-16"), 60, Pressure::kDeep, {}};
const BookingRequest kAnyDay{std::nullopt, 60, Pressure::kLight, {}};
const BookingRequest kNoted{day("2026-06-16"), 90, Pressure::kDeep, "Mollet & co;\n<4/10> 🏃"};
constexpr char kNoteEncoded[] = "Mollet%20%26%20co%3B%0A%3C4%2F10%3E%20%F0%9F%8F%83";

TEST_CASE("a url template is filled with service, date, minutes and language, percent-encoded") {
  const Site site =
      site_with("url", "https://book.example/{language}/s/{service}?d={date}&m={minutes}#now");
  CHECK(link(site, kLong) == "https://book.example/fr/s/long?d=2026-06-16&m=90#now");
  CHECK(link(site, kOdd, Language::kEnglish) == std::string("https://book.example/en/s/")
                                                    .append(kAwkwardEncoded)
                                                    .append("?d=2026-06-16&m=60#now"));
  CHECK(link(site, kAnyDay) == "https://book.example/fr/s/soft-60?d=&m=60#now");
}

TEST_CASE("Cal.com: the event type in the path, duration and date") {
  const Site site = site_with("calcom", "https://cal.com/laurier/");
  CHECK(link(site, kLong) == "https://cal.com/laurier/long?duration=90&date=2026-06-16");
  CHECK(link(site, kOdd) == std::string("https://cal.com/laurier/")
                                .append(kAwkwardEncoded)
                                .append("?duration=60&date=2026-06-16"));
  CHECK(link(site, kAnyDay) == "https://cal.com/laurier/soft-60?duration=60");
}

TEST_CASE("Calendly: the event type in the path, month and date") {
  const Site site = site_with("calendly", "https://calendly.com/laurier?hide_gdpr_banner=1#x");
  CHECK(link(site, kLong) ==
        "https://calendly.com/laurier/long?hide_gdpr_banner=1&month=2026-06&date=2026-06-16#x");
  CHECK(link(site, kOdd) == std::string("https://calendly.com/laurier/").append(kAwkwardEncoded) +
                                "?hide_gdpr_banner=1&month=2026-06&date=2026-06-16#x");
  CHECK(link(site, kAnyDay) == "https://calendly.com/laurier/soft-60?hide_gdpr_banner=1#x");
}

TEST_CASE(
    "what a pasted address says already of the service or the day is said once, by the link") {
  CHECK(link(site_with("calendly", "https://calendly.com/laurier?month=2020-01&hide=1"), kLong) ==
        "https://calendly.com/laurier/long?hide=1&month=2026-06&date=2026-06-16");
  CHECK(link(site_with("acuity", "https://laurier.as.me/?appointmentType=7&x=1#a"), kLong) ==
        "https://laurier.as.me/?x=1&appointmentType=long#a");
  CHECK(link(site_with("calcom", "https://cal.com/laurier?date=2020-01-01&duration=5"), kLong) ==
        "https://cal.com/laurier/long?duration=90&date=2026-06-16");
}

TEST_CASE("Acuity: the appointment type, on either kind of address") {
  CHECK(link(site_with("acuity", "https://laurier.as.me/"), kLong) ==
        "https://laurier.as.me/?appointmentType=long");
  CHECK(link(site_with("acuity", "https://app.acuityscheduling.com/schedule.php?owner=1"), kOdd) ==
        std::string("https://app.acuityscheduling.com/schedule.php?owner=1&appointmentType=")
            .append(kAwkwardEncoded));
}

TEST_CASE(
    "Square, Jane and GOrendezvous: the business's page as it is, or the page of the service") {
  for (const char* system : {"square", "jane", "gorendezvous"}) {
    Site site = site_with(system, "https://book.example/laurier");
    CHECK(link(site, kLong) == "https://book.example/laurier");
    site.services[2].url = "https://book.example/#/staff_member/1/treatment/2";
    CHECK(link(site, kLong) == "https://book.example/#/staff_member/1/treatment/2");
    CHECK(link(site, kOdd) == "https://book.example/laurier");
  }
}

TEST_CASE("a service's own page stands for its id, and the day is still carried") {
  Site site = site_with("calendly", "https://calendly.com/laurier");
  site.services[2].url = "https://calendly.com/d/abc-123/long";
  CHECK(link(site, kLong) == "https://calendly.com/d/abc-123/long?month=2026-06&date=2026-06-16");
  site.booking.system = *booking_system("acuity");
  CHECK(link(site, kLong) == "https://calendly.com/d/abc-123/long");
}

TEST_CASE("a system's row says what its links carry: words, and placeholders that have a value") {
  Site site = site_with("url", "https://agenda.example/laurier");
  site.booking.system = {"agenda", BookingSystem::Kind::kPage, "agenda.example/",
                         "/book/{service}?in={language}&day={date}&length={minutes}&view=week",
                         "n1"};
  CHECK(link(site, kLong) ==
        "https://agenda.example/laurier/book/long?in=fr&day=2026-06-16&length=90&view=week");
  CHECK(link(site, kAnyDay) ==
        "https://agenda.example/laurier/book/soft-60?in=fr&length=60&view=week");
  CHECK_FALSE(takes_note(site));
  site.booking.note_field = "n1";
  CHECK(takes_note(site));
}

TEST_CASE("the id in the booking system goes before the service's own") {
  Site site = site_with("url", "https://book.example/{service}");
  site.services[2].booking_id = "4711";
  CHECK(link(site, kLong) == "https://book.example/4711");
}

TEST_CASE("mailto carries a subject and a polite sentence, in the language of the visitor") {
  const Site site = site_with("mailto", "mailto:a@b.example");
  CHECK(link(site, kLong, Language::kEnglish) ==
        "mailto:a@b.example?subject=Booking%20request%3A%20Long&body=Hello%2C%20I%20would%20like%"
        "20to%20book%3A%20Long%2C%20on%20"
        "Tuesday%2C%20June%C2%A016.");
  CHECK(link(site, kAnyDay) ==
        "mailto:a@b.example?subject=Demande%20de%20r%C3%A9servation%C2%A0%3A%20Doux&body=Bonjour%"
        "2C%20j%E2%80%99aimerais%20"
        "r%C3%A9server%C2%A0%3A%20Doux.");
}

TEST_CASE("sms carries the same sentence behind ?&body=, tel only the number") {
  CHECK(link(site_with("sms", "sms:+15145550142"), kLong, Language::kEnglish) ==
        "sms:+15145550142?&body=Hello%2C%20I%20would%20like%20to%20book%3A%20Long%2C%20on%"
        "20Tuesday%2C%20June%C2%A016.");
  CHECK(link(site_with("tel", "tel:+15145550142"), kNoted) == "tel:+15145550142");
}

TEST_CASE("a note goes only where the business said, and only when the runner asked for it") {
  Site site = site_with("calendly", "https://calendly.com/laurier");
  CHECK_FALSE(takes_note(site));
  CHECK(link(site, kNoted) == link(site, kLong));
  site.booking.note_field = "a1";
  CHECK(takes_note(site));
  CHECK(link(site, kLong) == "https://calendly.com/laurier/long?month=2026-06&date=2026-06-16");
  CHECK(link(site, kNoted) == link(site, kLong) + "&a1=" + kNoteEncoded);
  site.booking = {*booking_system("calcom"), "https://cal.com/laurier", {}, "notes"};
  CHECK(link(site, kNoted) == link(site, kLong) + "&notes=" + kNoteEncoded);
  site.booking = {*booking_system("acuity"), "https://laurier.as.me/", {}, "field:12"};
  CHECK(link(site, kNoted) == link(site, kLong) + "&field:12=" + kNoteEncoded);
  site.booking = {*booking_system("url"), "https://book.example/?n={note}", {}, ""};
  CHECK(takes_note(site));
  CHECK(link(site, kLong) == "https://book.example/?n=");
  CHECK(link(site, kNoted) == std::string("https://book.example/?n=").append(kNoteEncoded));
  for (const char* system : {"square", "jane", "gorendezvous", "tel"}) {
    site = site_with(
        system, system == std::string_view("tel") ? "tel:+15145550142" : "https://book.example/");
    CHECK_FALSE(takes_note(site));
    CHECK(link(site, kNoted) == site.booking.url);
  }
}

TEST_CASE(
    "in a message a note follows after an empty line; a letter breaks lines with CRLF, a text "
    "message with LF") {
  const Site letter = site_with("mailto", "mailto:a@b.example"),
             text = site_with("sms", "sms:+15145550142");
  CHECK(takes_note(letter));
  CHECK(takes_note(text));
  CHECK(link(letter, kNoted) ==
        link(letter, kLong) + "%0D%0A%0D%0AMollet%20%26%20co%3B%0D%0A%3C4%2F10%3E%20%F0%9F%8F%83");
  CHECK(link(text, kNoted) == link(text, kLong) + "%0A%0A" + kNoteEncoded);
}

TEST_CASE("an address of another kind than configured gives no link") {
  CHECK(link(site_with("url", "http://book.example/"), kLong) == "");
  CHECK(link(site_with("calendly", "javascript:alert(1)"), kLong) == "");
  CHECK(link(site_with("tel", "https://book.example/"), kLong) == "");
  CHECK(link(site_with("mailto", "tel:+15145550142"), kLong) == "");
  CHECK(link(site_with("sms", "tel:+15145550142"), kLong) == "");
  CHECK(link(site_with("url", "https://book.example/{service"), kLong) == "https://book.example/");
  CHECK(link(site_with("url", "https://book.example/{name}/x"), kLong) ==
        "https://book.example//x");
}

TEST_CASE(
    "the service is the nearest in length, the shorter on a tie, then the mildest that is deep "
    "enough") {
  Site site = site_with("url", "https://book.example/");
  const auto id = [&](int minutes, Pressure pressure) {
    return service_for(site, {std::nullopt, minutes, pressure, {}})->id;
  };
  CHECK(id(60, Pressure::kLight) == "soft-60");
  CHECK(id(60, Pressure::kModerate) == "soft-60");
  CHECK(id(60, Pressure::kDeep) == kAwkward);
  CHECK(id(75, Pressure::kLight) == "soft-60");
  CHECK(id(76, Pressure::kLight) == "long");
  site.services.resize(1);
  CHECK(id(90, Pressure::kDeep) == "soft-60");
  site.services.clear();
  CHECK(service_for(site, {}) == nullptr);
  CHECK(link(site, {}) == "");
}

TEST_CASE(
    "no link holds anything of health: the same session of another runner has the same link") {
  Library all = library(Language::kFrench);
  const auto url = [&](std::string_view members) {
    const Intake intake = given(members);
    return booking_texts(all, intake, advise(all.knowledge, all.site.business, intake)).url;
  };
  for (const auto& [system, address] :
       {std::pair{"url", "https://book.example/{service}/{date}/{minutes}/{note}"},
        std::pair{"mailto", "mailto:a@b.example"}, std::pair{"sms", "sms:+15145550142"},
        std::pair{"tel", "tel:+15145550142"}, std::pair{"calcom", "https://cal.com/x"},
        std::pair{"calendly", "https://calendly.com/x"}, std::pair{"acuity", "https://x.as.me/"},
        std::pair{"square", "https://x.square.site/"}, std::pair{"jane", "https://x.janeapp.com/"},
        std::pair{"gorendezvous", "https://www.gorendezvous.com/x"}}) {
    all.site.booking = {
        *booking_system(system), address, {}, std::string_view(system) == "calendly" ? "a1" : ""};
    const auto sore = url(
        R"("marks": [{"region": "groin_l", "intensity": 7, "quality": "burning"}], "day": "2026-06-20",
        "answers": {"mild_osteoporosis": "yes", "bruise": {"answer": "yes", "regions": ["calf_l"]}})");
    REQUIRE(sore);
    CHECK(sore == url(R"("day": "2026-06-20")"));
  }
}

TEST_CASE(
    "a note that the runner chose to send is in the link of the texts, and in nothing else of "
    "them") {
  Library all = library(Language::kEnglish);
  all.site.booking = {*booking_system("calcom"), "https://cal.com/x", {}, "notes"};
  const Intake intake = given(R"("day": "2026-06-20")");
  const Advice advice = advise(all.knowledge, all.site.business, intake);
  const BookingTexts plain = booking_texts(all, intake, advice),
                     noted = booking_texts(all, intake, advice, "left calf");
  CHECK(noted.url == *plain.url + "&notes=left%20calf");
  CHECK(noted.summary == plain.summary);
  CHECK(noted.prompt == plain.prompt);
}

TEST_CASE("each session of the block has the link of its day, the first one that of the advice") {
  Library all = library(Language::kFrench);
  all.site =
      site_with("url", "https://book.example/{service}?date={date}&min={minutes}&note={note}");
  const char* members = R"("phase": "build", "marks": [{"region": "calf_l", "intensity": 4}])";
  const Intake intake = given(members);
  const Advice advice = advise(all.knowledge, all.site.business, intake);
  const std::vector<std::string> urls = block_urls(all, advice);
  REQUIRE(urls.size() == advice.block->sessions.size());
  CHECK(urls[0] == booking_texts(all, intake, advice).url);
  CHECK(urls[1] == std::string("https://book.example/")
                       .append(kAwkwardEncoded)
                       .append("?date=2026-06-24&min=60&note="));

  const Intake open = given(std::string(members).append(R"(, "screened": false)"));
  const Advice unanswered = advise(all.knowledge, all.site.business, open);
  REQUIRE(unanswered.block);
  CHECK(block_urls(all, unanswered).empty());
}

TEST_CASE("where booking is not allowed there is no link and no summary, only a sentence") {
  const Library& all = library(Language::kFrench);
  for (const char* members : {R"("answers": {"snap": "yes"})", R"("answers": {"cancer": "unsure"})",
                              R"("screened": false)"}) {
    const Intake intake = given(members);
    const BookingTexts texts =
        booking_texts(all, intake, advise(all.knowledge, all.site.business, intake), "a note");
    CHECK_FALSE(texts.prompt.empty());
    CHECK_FALSE(texts.url);
    CHECK_FALSE(texts.summary);
  }
}

}  // namespace
}  // namespace advisor
