// make_intakes COUNT [SEED]: generated intakes, one a line, for `advise --ndjson`.
#include <cstdio>
#include <cstdlib>

#include "content/intake_json.h"
#include "fixtures/intake_generator.h"
#include "fixtures/library.h"

int main(int count, char** values) {
  using namespace advisor;
  const int intakes = count > 1 ? std::atoi(values[1]) : 20'000;
  test::Random random(count > 2 ? static_cast<std::uint64_t>(std::atoll(values[2])) : 1);
  const Business& business = test::library().site.business;
  for (int i = 0; i < intakes; ++i)
    std::puts(
        write_intake(test::random_intake(random, test::knowledge(), business), test::knowledge())
            .c_str());
}
