#pragma once

#include "engine/gateway/binance_json.h"
#include "engine/gateway/gateway_world.h"

namespace qob {

// A book whose changes are numbered as Binance numbers them: each picture of the engine's that differs from
// the one before is one update, and the answer to a question for the book and all its streams count on the
// same line. The line begins at the microseconds since 1970, so that a later book of the same instrument
// never goes back on it. On the gateway's thread.
class BinanceBook final : public TopicListener {
public:
    BinanceBook(GatewayWorld& world, Instrument instrument);
    ~BinanceBook() override;
    BinanceBook(BinanceBook const&) = delete;
    BinanceBook& operator=(BinanceBook const&) = delete;

    [[nodiscard]] Instrument const& instrument() const { return m_instrument; }

    [[nodiscard]] TopicState& topic() { return *m_state; }

    // Null: there is none yet.
    [[nodiscard]] DepthPtr const& view();

    // Of the last update that is in the view.
    [[nodiscard]] std::uint64_t updateId();

    void onTopic(TopicState const& /*state*/, Event const& /*event*/) override { take(); }

private:
    void take();

    Instrument m_instrument;
    TopicStatePtr m_state;
    DepthPtr m_view;
    std::uint64_t m_updateId;
};

using BinanceBookPtr = std::shared_ptr<BinanceBook>;

// The books that somebody holds. On the gateway's thread.
class BinanceBooks {
public:
    explicit BinanceBooks(GatewayWorld& world) : m_world(world) {}

    [[nodiscard]] BinanceBookPtr of(Instrument const& instrument);

private:
    GatewayWorld& m_world;
    std::map<InstrumentId, std::weak_ptr<BinanceBook>> m_books;
};

// {"lastUpdateId":…,"bids":[…],"asks":[…]}; the book must have a view.
std::string binanceDepth(BinanceBook& book, std::size_t limit);

} // namespace qob
