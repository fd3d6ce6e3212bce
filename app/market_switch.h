#pragma once

#include "app/command_line.h"
#include "engine/api/market_opener.h"
#include "engine/base/runtime.h"

#include <mutex>
#include <thread>

namespace qob {

// Opens markets beside the one that runs, on a thread of its own for as long as that takes.
class MarketSwitch final : public MarketOpener {
public:
    // What the command line says of accounts, certificates and speed holds for every market. Both must
    // outlive it.
    MarketSwitch(CommandLine const& line, Runtime& runtime) : m_line(line), m_runtime(runtime) {}

    ~MarketSwitch() override;
    MarketSwitch(MarketSwitch const&) = delete;
    MarketSwitch& operator=(MarketSwitch const&) = delete;

    [[nodiscard]] std::vector<VenueOffer> venues() const override;
    void open(MarketChoice choice, Done done) override;

    // The same, at once. Waits; not from io.
    [[nodiscard]] Expected<std::unique_ptr<Session>> openNow(MarketChoice const& choice) const;

private:
    CommandLine const& m_line;
    Runtime& m_runtime;
    std::mutex m_mutex;
    std::uint64_t m_asked = 0; // under the mutex: only the last one is answered
    std::thread m_thread;
};

// What the command line asks the terminal to show.
MarketChoice choiceOf(CommandLine const& line);

} // namespace qob
