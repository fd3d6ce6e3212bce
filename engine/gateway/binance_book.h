#pragma once

#include "engine/gateway/binance_json.h"
#include "engine/gateway/gateway_world.h"

namespace qob {

// A book whose changes are numbered as Binance numbers them: each picture of the engine's that differs from
// the one before is one update, and the answer to a question for the book and all its streams count on the
// same line. The line begins at the microseconds since 1970, so that a later book of the same instrument
// never goes back on it. There is no state in that language: while a book is not live it has no levels; and
// when its instrument counts in other units, the line leaves a hole, so that whoever follows it asks for the
// book again. On the gateway's thread.
class BinanceBook final : public TopicListener {
public:
    BinanceBook(GatewayWorld& world, Instrument instrument);
    ~BinanceBook() override;
    BinanceBook(BinanceBook const&) = delete;
    BinanceBook& operator=(BinanceBook const&) = delete;

    [[nodiscard]] Instrument const& instrument() const { return *m_board.find(m_instrument.id); }

    [[nodiscard]] TopicState& topic() { return *m_state; }

    // Null: there is none yet.
    [[nodiscard]] DepthPtr const& view();

    // Of the last update that is in the view.
    [[nodiscard]] std::uint64_t updateId();

    void onTopic(TopicState const& /*state*/, Event const& /*event*/) override { take(); }

private:
    void take();

    MarketBoard const& m_board;
    Instrument m_instrument; // as it was when the view was taken
    TopicStatePtr m_state;
    DepthPtr m_taken; // what the view was made from
    DepthPtr m_view;
    std::uint64_t m_updateId;
};

// So far an update that is counted in other units is ahead of the one before it.
inline constexpr std::uint64_t otherUnits = 1'000'000;

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
