#pragma once

#include "engine/base/rng.h"
#include "tests/support/fake_session.h"

namespace qob {

// A plausible market for pictures and for measuring the window: three venues, eight symbols, one walking book
// with trades, an account with orders, fills and positions. The same seed gives the same picture.
class DemoMarket {
public:
    explicit DemoMarket(FakeSession& session, MarketKind kind = MarketKind::Sim);

    [[nodiscard]] std::vector<Instrument> const& instruments() const { return m_instruments; }

    // Snapshots of everything, for subscribers to come.
    void prepare();

    // One book update of the first instrument with its trades and the market's time, `elapsed` after the last
    // one.
    void step(Duration elapsed);

    // The book as it is, in this state.
    void publishDepth(FeedState state = FeedState::Live);
    void publishFeed(FeedState state, std::optional<Error> problem = std::nullopt);

    // Levels a side.
    int levels = 500;

private:
    void makeInstruments();
    [[nodiscard]] DepthPtr makeDepth(FeedState state);
    void prepareOtherBooks();
    [[nodiscard]] FeedStatus makeFeed(InstrumentId id, FeedState state) const;
    [[nodiscard]] OrderList makeOrders() const;
    [[nodiscard]] AccountReport makeAccount() const;
    [[nodiscard]] MarketStatus makeStatus() const;
    Trade makeTrade();

    FakeSession& m_session;
    MarketKind m_kind;
    Rng m_rng{7};
    std::vector<Instrument> m_instruments;
    std::vector<double> m_weights; // how thick the book is by distance
    std::int64_t m_mid = 6'183'760;
    std::uint64_t m_sequence = 1;
    Timestamp m_now{1'783'000'000'000'000'000};
};

} // namespace qob
