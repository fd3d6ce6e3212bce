#pragma once

#include "engine/gateway/binance_book.h"
#include "engine/gateway/binance_channel.h"
#include "engine/gateway/login_watch.h"
#include "engine/security/random_source.h"

namespace qob {

// The keys to users' streams, each good for an hour after it was last asked for. On the gateway's thread.
class BinanceListenKeys {
public:
    BinanceListenKeys(Clock& clock, Refreshed refreshed)
        : m_clock(clock)
        , m_refreshed(std::move(refreshed))
        , m_random(makeSystemRandom())
    {}

    // The one there is, or a new one.
    std::string keyOf(Principal const& principal);

    // Whether it is the principal's; then it is good for an hour more.
    bool prolong(Principal const& principal, std::string const& key);
    bool forget(Principal const& principal, std::string const& key);

    static bool looksLikeOne(std::string_view name);

    // Null: there is none, or it is over: its hour, or the login or API key it was made by.
    [[nodiscard]] Principal const* find(std::string const& key);

private:
    struct Kept {
        Principal principal;
        Timestamp until;
    };

    void prolong(Kept& kept, Principal const& principal);
    static bool isOf(Kept const& kept, Principal const& principal);
    void sweep();

    Clock& m_clock;
    Refreshed m_refreshed;
    std::unique_ptr<RandomSource> m_random;
    std::map<std::string, Kept> m_keys;
};

// What the routes and streams in Binance's language share: they show the spot instruments of one venue, that
// of the header qob-venue, or the first that has any. On the gateway's thread.
class BinanceWorld {
public:
    BinanceWorld(GatewayWorld& gateway, Refreshed refreshed)
        : world(gateway)
        , books(gateway)
        , hub(gateway, books)
        , listenKeys(gateway.clock, std::move(refreshed))
    {}

    GatewayWorld& world;
    BinanceBooks books;
    BinanceHub hub;
    BinanceListenKeys listenKeys;

    // Once, after so long, unless this is gone by then.
    void after(Duration delay, std::function<void()> work);

private:
    std::map<std::uint64_t, std::shared_ptr<void>> m_timers;
    std::uint64_t m_lastTimer = 0;
};

// The header's, or the one that was there first. OrderUnknownSymbol: that venue has no spot instrument;
// FeedNoSnapshot: none has one yet.
Expected<std::string> binanceVenue(MarketBoard const& board, WebRequest const& request);

// "BTCUSDT", in any case. OrderUnknownSymbol.
Expected<Instrument const*>
binanceInstrument(MarketBoard const& board, std::string const& venue, std::string_view symbol);
Expected<Instrument const*> binanceInstrument(MarketBoard const& board, WebRequest const& request);

} // namespace qob
