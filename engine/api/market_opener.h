#pragma once

#include "engine/api/session.h"
#include "engine/base/expected.h"

#include <functional>
#include <string>
#include <vector>

namespace qob {

// Which market to open.
struct MarketChoice {
    MarketKind kind = MarketKind::Sim;
    std::vector<std::string> sources; // Live: "VENUE:SYMBOL"; Replay: files
};

// A venue that can be watched live, for people to choose from.
struct VenueOffer {
    std::string id;
    std::string name;
    std::string products; // "spot perpetual"
    std::string proof;    // how surely its rules are known
    std::string example;  // a symbol that is always traded
};

// Opens other markets for a terminal that is already running.
class MarketOpener {
public:
    using Done = std::function<void(Expected<std::unique_ptr<Session>>)>;

    virtual ~MarketOpener() = default;

    [[nodiscard]] virtual std::vector<VenueOffer> venues() const = 0;

    // Calls `done` once, on any thread: with a session, or with the error that says why there is none and
    // nothing has changed. A live market of which no venue can be reached is an error (NetConnect or
    // NetResolve) within a second. Asking again forgets what was asked before: it is not answered.
    virtual void open(MarketChoice choice, Done done) = 0;
};

} // namespace qob
