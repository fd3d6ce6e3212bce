#include "tests/support/live_run.h"

#include "engine/market/replay_market.h"
#include "engine/net/url.h"
#include "tests/support/slowness.h"

#include <algorithm>
#include <set>

namespace qob::test {

ChangedVenues::ChangedVenues(VenueDirectory const& venues, std::function<void(VenueSpec&)> const& change)
    : m_venues(venues)
{
    for (VenueSpec const* spec : venues.all()) {
        m_specs.push_back(std::make_unique<VenueSpec>(*spec));
        change(*m_specs.back());
        m_pointers.push_back(m_specs.back().get());
    }
}

std::string bookText(FeedBook const& book)
{
    DepthView depth;
    book.depth(1'000'000, depth);
    std::string text;
    for (auto const* side : {&depth.bids, &depth.asks}) {
        for (PriceLevel const& level : *side) {
            // Not with the decimals of the tick: a recording of an older list knows another one.
            auto const& instrument = *book.instrument();
            text += formatTrimmed(level.price.value, instrument.priceScale) + " " +
                    instrument.qtyText(level.qty) + "\n";
        }
        text += "--\n";
    }
    return text;
}

BookTexts
replayedBooks(std::string const& file, VenueDirectory const& venues, std::vector<LiveSymbol>& symbols)
{
    BookTexts books;
    auto market = ReplayMarket::open({file}, venues);
    CHECK(market.has_value());
    HeardMarket heard;
    (*market)->runUntil(Timestamp::max(), heard);
    for (FeedBook const* book : (*market)->books()) {
        DepthView depth;
        book->depth(1, depth);
        if (book->instrument() && !(depth.bids.empty() && depth.asks.empty())) {
            books.emplace(book->symbol(), bookText(*book));
            symbols.push_back({std::string(book->venue()), book->symbol()});
        }
    }
    return books;
}

std::vector<std::string> hostsOf(VenueDirectory const& venues)
{
    std::set<std::string> hosts;
    auto const add = [&](std::string_view url) {
        if (auto const parsed = parseUrl(url)) {
            hosts.insert(parsed->host);
        }
    };
    for (VenueSpec const* spec : venues.all()) {
        add(spec->snapshot.url);
        add(spec->ticket.url);
        add(spec->statistics.url);
        for (VenueEndpoint const& endpoint : spec->endpoints) {
            add(endpoint.url);
        }
        for (VenueRequest const& request : spec->instruments) {
            add(request.url);
        }
    }
    return {hosts.begin(), hosts.end()};
}

LiveSettings LiveRun::quick()
{
    LiveSettings settings;
    settings.backoff = {milliseconds(20), milliseconds(200), seconds(30)};
    settings.firstResync = milliseconds(100);
    settings.mostResync = milliseconds(800);
    return settings;
}

LiveRun::LiveRun(
    VenueDirectory const& venues,
    std::vector<LiveSymbol> const& symbols,
    TestCertificates const& certificates,
    VenueServer const& server,
    LiveSettings settings
)
    : m_net(std::make_shared<NetThread>(NetSettings{
          m_folder.write("ca.pem", certificates.authority), {{"*", server.place()}}, seconds(5)}))
    , market({m_net, venues, clock, m_log, Rng(7)}, symbols, settings)
{}

bool LiveRun::until(std::function<bool()> const& done, Duration limit)
{
    const Duration end = clock.steady() + limit * slowness;
    while (clock.steady() < end) {
        market.waitForData(milliseconds(5));
        market.runUntil(clock.now(), heard);
        if (done()) {
            return true;
        }
    }
    return false;
}

bool LiveRun::untilBooks(BookTexts const& expected, Duration limit)
{
    // Not at every step: writing whole books down takes longer than reading what came.
    Duration next(0);
    return until(
        [&] {
            if (clock.steady() < next) {
                return false;
            }
            bool const same = difference(expected).empty();
            next = clock.steady() + milliseconds(50);
            return same;
        },
        limit
    );
}

std::string LiveRun::notices() const
{
    std::string text = "\nnotices:";
    for (Notice const& notice : heard.notices) {
        text += "\n  " + notice.text;
    }
    return text;
}

std::string LiveRun::difference(BookTexts const& expected) const
{
    for (auto const& [symbol, text] : expected) {
        FeedBook const& at = book(symbol);
        if (at.status().state != FeedState::Live || !at.instrument()) {
            return symbol + " is not live" + notices();
        }
        if (bookText(at) != text) {
            return symbol + " has other levels:\n" + bookText(at) + "expected:\n" + text + notices();
        }
    }
    return {};
}

FeedBook const& LiveRun::book(std::string_view symbol) const
{
    auto const books = market.books();
    auto const found = std::find_if(books.begin(), books.end(), [&](FeedBook const* book) {
        return book->symbol() == symbol;
    });
    CHECK(found != books.end());
    return **found;
}

bool LiveRun::noticed(ErrorCode code) const
{
    return std::any_of(heard.notices.begin(), heard.notices.end(), [&](Notice const& notice) {
        return notice.code == code;
    });
}

} // namespace qob::test
