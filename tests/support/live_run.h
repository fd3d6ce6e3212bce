#pragma once

#include "engine/live/live_market.h"
#include "tests/support/capture_files.h"
#include "tests/support/venue_server.h"

#include <atomic>
#include <functional>
#include <map>

namespace qob::test {

// The venues of another directory, with whatever a test wants different about them.
class ChangedVenues final : public VenueDirectory {
public:
    ChangedVenues(VenueDirectory const& venues, std::function<void(VenueSpec&)> const& change);

    [[nodiscard]] std::span<VenueSpec const* const> all() const override { return m_pointers; }

    [[nodiscard]] std::optional<VenueGuess> recognise(PaddedText message) const override
    {
        return m_venues.recognise(message);
    }

private:
    VenueDirectory const& m_venues;
    std::vector<std::unique_ptr<VenueSpec>> m_specs;
    std::vector<VenueSpec const*> m_pointers;
};

// Each book as text, by symbol: every level of both sides.
using BookTexts = std::map<std::string, std::string>;

std::string bookText(FeedBook const& book);

// The books at the end of a recording that was simply read.
BookTexts
replayedBooks(std::string const& file, VenueDirectory const& venues, std::vector<LiveSymbol>& symbols);

// Every host that a venue's addresses name, for a certificate.
std::vector<std::string> hostsOf(VenueDirectory const& venues);

// The machine's clock, of which the wall time can leap ahead, as it does when the machine has slept.
class LeapingClock final : public Clock {
public:
    [[nodiscard]] Timestamp now() const override { return m_clock.now() + Duration(m_ahead.load()); }

    [[nodiscard]] Duration steady() const override { return m_clock.steady(); }

    void leap(Duration span) { m_ahead += span.value; }

private:
    SystemClock m_clock;
    std::atomic<std::int64_t> m_ahead{0};
};

// A live market against a test venue, with short waits.
class LiveRun {
public:
    LiveRun(
        VenueDirectory const& venues,
        std::vector<LiveSymbol> const& symbols,
        TestCertificates const& certificates,
        VenueServer const& server,
        LiveSettings settings = quick()
    );

    static LiveSettings quick();

    // Runs until `done`, or the time is over: then false.
    bool until(std::function<bool()> const& done, Duration limit = seconds(20));

    // Until every one of these books is Live and reads so.
    bool untilBooks(BookTexts const& expected, Duration limit = seconds(20));

    [[nodiscard]] FeedBook const& book(std::string_view symbol) const;
    [[nodiscard]] bool noticed(ErrorCode code) const;
    [[nodiscard]] std::string notices() const; // a line each

    // What differs from the books expected, for people.
    [[nodiscard]] std::string difference(BookTexts const& expected) const;

    HeardMarket heard;
    LeapingClock clock;

private:
    TemporaryFolder m_folder;
    Log m_log{LogSettings{LogLevel::Off, LogLevel::Off, {}}};
    std::shared_ptr<NetThread> m_net;

public:
    LiveMarket market;
};

} // namespace qob::test
