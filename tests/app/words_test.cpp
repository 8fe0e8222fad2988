// What the screens say, as sentences: short on the advice, each where it helps, and each study a
// link.
#include <algorithm>
#include <catch_amalgamated.hpp>

#include "app/session_walk.h"

namespace advisor {
namespace {

using app::Node;
using app::Role;
using app::Screen;
using app::Session;
using app::Sheet;
using Kind = app::Action::Kind;

int number(std::string_view iso) {
  return static_cast<int>(test::day(iso).time_since_epoch().count());
}
void open(Session& session, Sheet sheet, int subject = -1) {
  REQUIRE(session.apply({Kind::kOpenSheet, subject, static_cast<int>(sheet)}));
}
std::string name(Session& session, std::string_view key) {
  const Node* node = session.tree().node(key);
  return node ? node->name : "(none)";
}

// The last that is written in the open sheet.
std::string last_in_sheet(Session& session) {
  std::string last;
  for (const Node& node : session.tree().nodes())
    if (node.parent == "sheet" || node.parent == "sources") last = node.name;
  return last;
}

// The most words between two ends of a sentence. A sign that stands alone, such as « or /, is no
// word.
int longest_sentence(std::string_view text, std::string* which) {
  int most = 0, words = 0;
  bool in_word = false, letter = false;
  std::size_t start = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const char c = i < text.size() ? text[i] : ' ';
    const bool space = c == ' ' || (c == '\xC2' && i + 1 < text.size() && text[i + 1] == '\xA0');
    if (space || i == text.size()) {
      words += in_word && letter ? 1 : 0;
      const char before = i > 0 ? text[i - 1] : ' ';
      if (before == '.' || before == '?' || before == '!' || i == text.size()) {
        if (words > most) most = words, *which = text.substr(start, i - start);
        words = 0, start = i;
      }
      in_word = letter = false;
    } else if (c != '\xA0') {
      in_word = true;
      letter |= (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                static_cast<unsigned char>(c) >= 0xC3;
    }
  }
  return most;
}

TEST_CASE("words are counted between the ends of sentences") {
  std::string which;
  CHECK(longest_sentence("Un deux trois. Quatre cinq.", &which) == 3);
  CHECK(longest_sentence("Un\u00a0: deux? Trois quatre cinq six", &which) == 4);
  CHECK(which == " Trois quatre cinq six");
}

TEST_CASE("no sentence on the advice screen has more than twenty words") {
  for (const Language language : {Language::kFrench, Language::kEnglish}) {
    std::vector<std::vector<std::string_view>> visits;
    for (std::size_t i = 0; i < test::knowledge().regions.size(); i += 3) {
      std::vector<std::string_view> marks;
      for (std::size_t k = i; k < std::min(i + 3, test::knowledge().regions.size()); ++k)
        if (test::knowledge().area_of(RegionId{static_cast<std::uint8_t>(k)}).cap !=
            Pressure::kNone)
          marks.push_back(test::knowledge().regions[k].id);
      visits.push_back(marks);
    }
    for (const auto& marks : visits) {
      Session session = test::fresh_session(language);
      for (const std::string_view id : marks) session.apply(test::mark_action(id));
      session.apply({Kind::kRaceDate, -1, number("2026-06-21")});
      session.apply({Kind::kLastHard, -1, number("2026-06-09")});
      session.apply({Kind::kPhase, -1, static_cast<int>(Phase::kPeak)});
      session.apply(test::go_to(Screen::kSafety));
      session.apply({Kind::kScreened});
      session.apply(test::go_to(Screen::kAdvice));
      REQUIRE(session.screen() == Screen::kAdvice);
      for (const Node& node : session.tree().nodes())
        for (const std::string& text : {node.name, node.description}) {
          std::string which;
          const int words = longest_sentence(text, &which);
          INFO(node.key << ": " << which);
          CHECK(words <= 20);
        }
    }
  }
}

TEST_CASE("the example of a business's own words is seen on the advice screen") {
  const std::string knowledge = test::project_file("content/knowledge.json");
  const std::string site = test::project_file("content/sites/url.json");
  const auto title_in = [&](const char* words_file) {
    const Result<Library> library =
        load_library(knowledge, test::project_file(words_file), site, words_file, "url.json");
    REQUIRE(library);
    Session session(&library.value(), test::wednesday_morning());
    session.set_intake(test::given(R"("marks":[{"region":"calf_l","intensity":4}])"));
    return name(session, "ask.title");
  };
  CHECK(title_in("content/words.fr.json") == "Ce que nous vous proposons");
  CHECK(title_in("content/words.en.json") == "What we suggest");
}

TEST_CASE("the techniques that the advice names are explained in plain words, each once") {
  Session session = test::advised_session({"calf_l", "hip_flexor_r"}, Language::kFrench);
  CHECK(name(session, "ask.words") == "Que veulent dire ces gestes?");
  REQUIRE(test::use(session, "ask.words"));
  CHECK(name(session, "sheet.title") == "Les gestes, en mots simples");
  int techniques = 0;
  for (const Node& node : session.tree().nodes())
    techniques += node.parent == "sheet" && node.key.ends_with(".because") ? 1 : 0;
  CHECK(techniques == 6);
  CHECK(name(session, "why.0") == "Effleurage");
  CHECK(name(session, "why.0.because") ==
        "De longs gestes glissants, pour commencer et pour finir.");
  CHECK(name(session, "sheet.note").find("adhérences") != std::string::npos);
}

TEST_CASE("an area's sheet begins with how runners say it, and ends with the anatomy") {
  Session session = test::advised_session({"calf_l"}, Language::kFrench);
  open(session, Sheet::kWhyArea, test::region("calf_l").value);
  CHECK(name(session, "sheet.lead") ==
        "Mollet tendu ou crampé, surtout après de la vitesse ou des côtes.");
  CHECK(name(session, "sheet.anatomy") == "En termes d’anatomie");
  CHECK(last_in_sheet(session) == "Gastrocnémien (deux chefs), plantaire.");
}

TEST_CASE(
    "a study that has an address is a link to it, all of them one tab stop, and the authors' own "
    "judgement comes last") {
  Session session = test::advised_session({"calf_l"});
  open(session, Sheet::kBenefit, test::benefit("relaxation").value);
  const Node* first = session.tree().node("sheet.source.0");
  REQUIRE(first->role == Role::kLink);
  CHECK(first->href == "https://doi.org/10.1037/0033-2909.130.1.3");
  CHECK(first->parent == "sources");
  CHECK(session.tree().node("sources")->role == Role::kToolbar);
  for (const Node& node : session.tree().nodes())
    if (node.key.starts_with("sheet.source.") && node.role == Role::kLink)
      CHECK((node.href.starts_with("https://") || node.href.starts_with("http://")));
  open(session, Sheet::kWhy);
  CHECK(last_in_sheet(session) == "Judgement of the authors of this tool.");
}

TEST_CASE("each rule says in plain words where it comes from") {
  Session session = test::marked_session({"neck"}, Language::kFrench);
  session.apply({Kind::kRaceDate, -1, number("2026-06-12")});
  session.apply(test::go_to(Screen::kSafety));
  session.apply({Kind::kScreened});
  open(session, Sheet::kWhy);
  std::string all;
  for (const Node& node : session.tree().nodes()) all += node.name + "\n";
  CHECK(all.find("D’après l’article. Pas de travail profond") != std::string::npos);
  CHECK(all.find("Par prudence. Un os, des nerfs, des vaisseaux") != std::string::npos);
  CHECK(all.find("Un repère d’usage. Autour d’une course") != std::string::npos);
  CHECK(all.find("retenu d’après") == std::string::npos);  // the benefits say their own why
}

TEST_CASE("what is not asked yet is never called clear") {
  Session session = test::marked_session({"calf_l"}, Language::kFrench);
  session.apply(test::go_to(Screen::kAdvice));
  REQUIRE(session.screen() == Screen::kAdvice);
  CHECK(name(session, "advice.state") == "Vérification à faire");
  CHECK_FALSE(session.tree().node("advice.state")->mild);
  const std::size_t open = session.advice().unanswered.size();
  CHECK(name(session, "screen.title") ==
        "Avant tout, " + std::to_string(open) + "\u00a0questions de sécurité.");
  // Nor is any day, pressure or technique said.
  CHECK(name(session, "advice.reason") ==
        "Sans ces réponses, on ne sait pas si un massage convient.");
  for (const std::string_view key : {"calendar", "calendar.day", "ask.calf_l", "until.calf"})
    CHECK(session.tree().node(key) == nullptr);
  CHECK(session.tree().node("book.check") != nullptr);
}

TEST_CASE("what is said of a race names deep work only where some day allows it") {
  const auto around = [](std::string_view members) {
    Session session = test::fresh_session(Language::kFrench);
    session.set_intake(test::given(members));
    session.apply(test::go_to(Screen::kAdvice));
    open(session, Sheet::kSession);
    std::string said;
    for (const char* key : {"sheet.distance.0", "sheet.distance.1", "sheet.distance.2"})
      said.append(name(session, key)).append("\n");
    return said;
  };
  CHECK(around(R"("massage": {"experience": "regular"})") ==
        "Avant\u00a0: le dernier massage profond au plus tard trois jours avant, idéalement quatre "
        "ou "
        "cinq.\nLes deux jours avant et après une course\u00a0: léger seulement.\nAprès, jusqu’au "
        "demi-marathon\u00a0: idéalement du troisième au cinquième jour. Après un marathon ou "
        "plus\u00a0: du quatrième au septième.\n");
  CHECK(around(R"("massage": {"experience": "first"})")
            .starts_with("Un premier massage\u00a0: idéalement une semaine avant ou plus.\n"));
}

TEST_CASE("nothing is said to be without limit where a day or an answer limits it") {
  const auto free = [](std::string_view members) {
    Session session = test::fresh_session(Language::kFrench);
    session.set_intake(test::given(members));
    session.apply(test::go_to(Screen::kAdvice));
    open(session, Sheet::kWhyArea, test::region("calf_l").value);
    return session.tree().node("sheet.no_limit") != nullptr;
  };
  CHECK(free(R"("marks": [{"region": "calf_l", "intensity": 4}])"));
  CHECK_FALSE(free(
      R"("marks": [{"region": "calf_l", "intensity": 4}], "answers": {"cancer": {"answer": "yes", "cleared": true}})"));
  CHECK_FALSE(free(
      R"("marks": [{"region": "calf_l", "intensity": 4}], "day": "2026-06-12", "races": [{"date": "2026-06-13"}])"));
}

TEST_CASE("the sheet of an answer that was agreed to does not ask for the agreement again") {
  Session session = test::fresh_session(Language::kFrench);
  session.set_intake(
      test::given(R"("answers": {"pregnancy": {"answer": "yes", "cleared": true}})"));
  session.apply(test::go_to(Screen::kAdvice));
  open(session, Sheet::kWhyFlag, test::flag("pregnancy").value);
  CHECK(name(session, "sheet.title").ends_with("Enceinte, vous êtes installée sur le côté."));
  CHECK(name(session, "sheet.lead") == "Dites-le au massothérapeute avant de commencer.");
}

TEST_CASE("before a first massage there was none: the last deep one is not asked") {
  Session session = test::marked_session({"calf_l"}, Language::kFrench);
  session.apply(test::go_to(Screen::kTell));
  session.apply({Kind::kMoreToTell, -1, 1});
  session.apply({Kind::kLastDeep, -1, number("2026-06-08")});
  CHECK(session.tree().node("last_deep") != nullptr);
  session.apply({Kind::kExperience, -1, static_cast<int>(Experience::kFirst)});
  CHECK(session.tree().node("last_deep") == nullptr);
  CHECK(session.intake().last_deep == std::nullopt);
}

TEST_CASE("a day of one's own that is not ideal is no good moment") {
  Session session = test::fresh_session(Language::kFrench);
  session.set_intake(test::given(R"("races": [{"date": "2026-06-21"}], "day": "2026-06-12")"));
  CHECK(session.booking().prompt ==
        "Votre jour\u00a0: le vendredi 12\u00a0juin, 60\u00a0min, pression au choix.");
}

TEST_CASE("that soreness is what was measured is said once, on the card and on its sheet") {
  Session session = test::marked_session({"calf_l"}, Language::kFrench);
  session.apply({Kind::kOnset, test::region("calf_l").value, static_cast<int>(Onset::kAfterRun)});
  session.apply({Kind::kQuality, test::region("calf_l").value, static_cast<int>(Quality::kSore)});
  session.apply({Kind::kLastHard, -1, number("2026-06-09")});
  session.apply(test::go_to(Screen::kSafety));
  session.apply({Kind::kScreened});
  REQUIRE(session.tree().node("benefit.soreness_relief"));
  CHECK(session.tree()
            .node("benefit.soreness_relief")
            ->description.ends_with("courbature; sur une courbature, un effet a été mesuré"));
  open(session, Sheet::kBenefit, test::benefit("soreness_relief").value);
  CHECK(name(session, "sheet.fact.0")
            .ends_with("courbature; sur une courbature, un effet a été mesuré"));
  CHECK(session.tree().node("sheet.fact.1") == nullptr);
}

TEST_CASE(
    "where every marked place is avoided, the verdict says so and that the rest may be massaged") {
  const Library& french = test::library(Language::kFrench);
  const Advice advice = test::advice_for(
      R"("marks": [{"region": "calf_l", "intensity": 4}], "answers": {"open_skin": {"answer": "yes", "regions": ["calf_l"]}})");
  CHECK(Phrases(french.knowledge, french.words).verdict(advice) ==
        "Pas de massage à cet endroit. Ailleurs, rien ne s’y oppose.");
}

TEST_CASE(
    "what a session is like is told from the advice and from the booking, and what the business "
    "says of it only where it does") {
  for (const bool book : {false, true}) {
    Session session = test::advised_session({"calf_l"}, Language::kFrench);
    if (book) REQUIRE(test::use(session, "session"));
    REQUIRE(test::use(session, "session.more"));
    CHECK(name(session, "sheet.title") == "Comment se passe une séance");
    CHECK(name(session, "sheet.home.0") ==
          "Il faut 1,2\u00a0m sur 2,4\u00a0m, une prise et une pièce chauffée. Animaux, "
          "stationnement\u00a0: dites-le en réservant.");
    CHECK(name(session, "sheet.who") ==
          "(none)");  // the demo business says nothing of its therapists
  }
  Session session = test::advised_session({"calf_l"}, Language::kFrench);
  CHECK(name(session, "physio.title") == "Quand voir un physiothérapeute");
  session.apply({Kind::kPhase, -1, static_cast<int>(Phase::kPeak)});
  open(session, Sheet::kSession);
  CHECK(name(session, "sheet.often.0") ==
        "Rythme proposé\u00a0: un massage tous les 7 à 14\u00a0jours.");
  CHECK(name(session, "sheet.often.1") == "C’est un usage, pas une science.");
}

TEST_CASE(
    "beside what the massage therapist should know stands the way to a note, which is then open "
    "where it is read") {
  Session session = test::marked_session({"calf_l"}, Language::kFrench);
  CHECK(session.tree().node("note.prepare") == nullptr);
  session.apply(test::answer_action("oil_allergy", Answer::kYes));
  session.apply(test::go_to(Screen::kSafety));
  session.apply({Kind::kScreened});
  CHECK(name(session, "note.prepare") == "Préparer une note pour le massothérapeute");
  REQUIRE(test::use(session, "note.prepare"));
  CHECK(session.screen() == Screen::kBook);
  CHECK(session.tree().node("book.note")->on == 1);
  CHECK(session.tree().node("note") != nullptr);
}

TEST_CASE(
    "what a business says of cancelling, receipts and wishes stands above its link, in its own "
    "words") {
  Session session = test::advised_session({"calf_l"}, Language::kFrench);
  REQUIRE(test::use(session, "session"));
  CHECK(name(session, "book.line") ==
        "Pression au choix. À domicile. Déplacement inclus. Taxes en sus.");
  CHECK(name(session, "book.term.0") == "Annulation sans frais jusqu’à 24\u00a0heures avant.");
  CHECK(name(session, "book.term.2").starts_with("Massothérapeute, langue"));
  CHECK(session.tree().node("book.privacy")->href == "https://example.com/privacy");
}

TEST_CASE("what to do about a raised flag follows it, and is said once, after the last that asks") {
  Session session = test::marked_session({"calf_l", "foot_r"}, Language::kFrench);
  for (const std::string_view id : {"bruise", "mild_osteoporosis", "oil_allergy"})
    session.apply(test::answer_action(id, Answer::kYes));
  session.apply(test::go_to(Screen::kSafety));
  session.apply({Kind::kScreened});
  std::string said;
  for (const Node& node : session.tree().nodes())
    if (node.parent == "whys" &&
        (node.key.starts_with("advice.flag.") || node.key.starts_with("advice.act.")))
      said += node.key + "; ";
  CHECK(said ==
        "advice.flag.bruise; advice.act.bruise.0; advice.flag.mild_osteoporosis; "
        "advice.flag.oil_allergy; advice.act.oil_allergy.0; ");
  CHECK(name(session, "advice.act.bruise.0") ==
        "Montrez l’endroit au massothérapeute. Si le bleu grandit, appelez le\u00a0811.");
  CHECK(name(session, "advice.act.oil_allergy.0") ==
        "Dites-le au massothérapeute avant de commencer.");
}

TEST_CASE(
    "each choice of how it came begins with a capital, and so does the day under the calendar") {
  const auto capital = [](std::string_view text) {
    return text.front() >= 'A' && text.front() <= 'Z';
  };
  for (const Language language : {Language::kFrench, Language::kEnglish}) {
    Session session = test::marked_session({"calf_l"}, language);
    session.apply({Kind::kRaceDate, -1, number("2026-06-21")});
    session.apply(test::go_to(Screen::kTell));
    for (const Node& node : session.tree().nodes())
      if (node.role == Role::kRadio && node.parent != "race.0.distance") CHECK(capital(node.name));
    CHECK(capital(name(session, "race.0.distance.other")));
    Session advised = test::advised_session({"calf_l"}, language);
    CHECK(capital(name(advised, "calendar.day")));
  }
}

// Where Tab stops: each toolbar, each group of radios, and each control that stands in none of
// them; while a sheet is open, in it alone.
std::vector<std::string> tab_stops(Session& session) {
  std::vector<std::string> stops;
  const auto add = [&](const std::string& key) {
    if (std::find(stops.begin(), stops.end(), key) == stops.end()) stops.push_back(key);
  };
  const app::Tree& tree = session.tree();
  for (const Node& node : tree.nodes()) {
    if (!test::is_control(node.role) || node.disabled) continue;
    std::string stop = node.key;
    bool in_sheet = false;
    for (const Node* up = tree.node(node.parent); up; up = tree.node(up->parent))
      in_sheet |= up->key == "sheet";
    if (tree.node("sheet") && !in_sheet) continue;
    for (const Node* up = tree.node(node.parent); up; up = tree.node(up->parent))
      if (up->role == Role::kToolbar || (node.role == Role::kRadio && up->role == Role::kGroup))
        stop = up->key;
    add(stop);
  }
  return stops;
}

TEST_CASE("what was added for reading adds no tab stop beyond the twelve that a screen may have") {
  for (const bool two_panels : {false, true})
    for (const std::vector<std::string_view>& marks :
         {std::vector<std::string_view>{"calf_l"},
          std::vector<std::string_view>{"calf_l", "calf_r", "quad_l", "low_back_l"}}) {
      Session session = test::fresh_session(Language::kFrench);
      session.set_layout(two_panels, false, true);
      session.set_abilities(test::everything_possible());
      for (const std::string_view id : marks) session.apply(test::mark_action(id));
      session.apply({Kind::kRaceDate, -1, number("2026-06-21")});
      session.apply(test::answer_action("oil_allergy", Answer::kYes));
      session.apply(test::go_to(Screen::kSafety));
      session.apply({Kind::kScreened});
      const auto most = [&](std::string_view where) {
        const std::vector<std::string> stops = tab_stops(session);
        std::string all;
        for (const std::string& stop : stops) all += stop + " ";
        INFO(where << ": " << all);
        CHECK(stops.size() <= 12);
      };
      most("advice");
      for (const Sheet sheet : {Sheet::kWhy, Sheet::kSession, Sheet::kTechniques}) {
        open(session, sheet);
        most("sheet");
        session.apply({Kind::kCloseSheet});
      }
      REQUIRE(test::use(session, "session"));
      most("book");
      session.apply({Kind::kNote, -1, 1});
      most("book, with the note");
    }
}

TEST_CASE("what was said under the verdict is not said again under the calendar") {
  Session session = test::marked_session({"quad_l"}, Language::kFrench);
  session.apply({Kind::kOnset, test::region("quad_l").value, static_cast<int>(Onset::kAfterRun)});
  session.apply({Kind::kSetIntensity, test::region("quad_l").value, 6});
  session.apply({Kind::kLastHard, -1, number("2026-06-09")});
  session.apply(test::go_to(Screen::kSafety));
  session.apply({Kind::kScreened});
  CHECK(name(session, "advice.reason") != "(none)");
  CHECK(name(session, "calendar.reason").find(name(session, "advice.reason")) == std::string::npos);
}

}  // namespace
}  // namespace advisor
