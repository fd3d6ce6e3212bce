#pragma once

#include "tests/support/fake_session.h"

namespace qob {

// What a session on the simulated market tells a new subscriber, twenty minutes into seed 7: all topics of
// the first instrument, with an account that has orders, fills and a position around its price. The same to
// the last bit each time.
class SimSnapshot {
public:
    static constexpr Timestamp start{1'783'000'000'000'000'000};
    static constexpr Duration past = minutes(20);

    // For subscribers to come.
    static void prepare(FakeSession& session);
};

} // namespace qob
