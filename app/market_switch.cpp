#include "app/market_switch.h"

#include "app/engine_setup.h"
#include "app/venues_command.h"
#include "engine/base/thread.h"
#include "engine/venue/venues.h"

namespace qob {

namespace {

constexpr Duration reachLimit = milliseconds(900); // a trader is told within a second

std::string joined(std::vector<std::string> const& texts)
{
    std::string all;
    for (std::string const& text : texts) {
        all += (all.empty() ? "" : ",") + text;
    }
    return all;
}

} // namespace

MarketSwitch::~MarketSwitch()
{
    {
        const std::lock_guard lock(m_mutex);
        ++m_asked;
    }
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

std::vector<VenueOffer> MarketSwitch::venues() const
{
    std::vector<VenueOffer> offers;
    for (VenueSpec const* spec : Venues().all()) {
        offers.push_back(
            {std::string(spec->id),
             std::string(spec->name),
             productNames(spec->kinds, " "),
             std::string(proofName(spec->proof)),
             std::string(spec->example)}
        );
    }
    return offers;
}

void MarketSwitch::open(MarketChoice choice, Done done)
{
    std::uint64_t number = 0;
    {
        const std::lock_guard lock(m_mutex);
        number = ++m_asked;
    }
    if (m_thread.joinable()) {
        m_thread.join();
    }
    m_thread = startThread(
        "opening",
        ThreadWork::Prompt,
        [this, number, choice = std::move(choice), done = std::move(done)] {
            auto session = openNow(choice);
            const std::lock_guard lock(m_mutex);
            if (number == m_asked) {
                done(std::move(session));
            }
        }
    );
}

Expected<std::unique_ptr<Session>> MarketSwitch::openNow(MarketChoice const& choice) const
{
    CommandLine line = m_line;
    line.liveSymbols.clear();
    line.files.clear();
    switch (choice.kind) {
    case MarketKind::Sim:
        line.mode = Mode::Sim;
        break;
    case MarketKind::Live:
        line.mode = Mode::Live;
        line.liveSymbols = joined(choice.sources);
        break;
    case MarketKind::Replay:
        line.mode = Mode::Replay;
        line.files = choice.sources;
        break;
    }
    if (choice.kind != choiceOf(m_line).kind) {
        line.speed.reset();
        line.paused = false;
    }
    if (auto const reached = reachable(line, m_runtime, reachLimit); !reached) {
        return tl::unexpected(reached.error());
    }
    auto session = openSession(line, m_runtime);
    if (!session) {
        return tl::unexpected(session.error());
    }
    return std::unique_ptr<Session>(std::move(*session));
}

MarketChoice choiceOf(CommandLine const& line)
{
    switch (line.mode) {
    case Mode::Live:
        return {MarketKind::Live, {line.liveSymbols}};
    case Mode::Replay:
        return {MarketKind::Replay, line.files};
    default:
        return {};
    }
}

} // namespace qob
