#include "engine/gateway/binance_book.h"

#include "engine/gateway/market_json.h"

namespace qob {

BinanceBook::BinanceBook(GatewayWorld& world, Instrument instrument)
    : m_board(world.board)
    , m_instrument(std::move(instrument))
    , m_state(world.link.watch({TopicKind::Depth, m_instrument.id, {}, {}, {}}))
    , m_updateId(static_cast<std::uint64_t>(world.clock.now().value / microseconds(1).value))
{
    m_state->add(*this);
    take();
}

BinanceBook::~BinanceBook()
{
    m_state->remove(*this);
}

DepthPtr const& BinanceBook::view()
{
    take();
    return m_view;
}

std::uint64_t BinanceBook::updateId()
{
    take();
    return m_updateId;
}

// Also before a question is answered: it may be asked between the topic's state and its listeners.
void BinanceBook::take()
{
    if (m_taken == m_state->depth) {
        return;
    }
    m_taken = m_state->depth;
    m_view = m_taken;
    if (m_taken->state != FeedState::Live && m_taken->state != FeedState::Ended) {
        auto none = std::make_shared<DepthView>();
        none->instrument = m_taken->instrument;
        none->sequence = m_taken->sequence;
        none->time = m_taken->time;
        none->state = m_taken->state;
        m_view = std::move(none);
    }
    Instrument const& now = instrument();
    bool const sameUnits = now.priceScale == m_instrument.priceScale && now.qtyScale == m_instrument.qtyScale;
    m_updateId += sameUnits ? 1 : otherUnits;
    m_instrument = now;
}

BinanceBookPtr BinanceBooks::of(Instrument const& instrument)
{
    auto& kept = m_books[instrument.id];
    auto book = kept.lock();
    if (book == nullptr) {
        book = std::make_shared<BinanceBook>(m_world, instrument);
        kept = book;
    }
    return book;
}

std::string binanceDepth(BinanceBook& book, std::size_t limit)
{
    JsonWriter json;
    auto const& view = book.view();
    json.beginObject().key("lastUpdateId").integer(book.updateId());
    writeLevels(json, book.instrument(), *view, limit);
    return json.endObject().text();
}

} // namespace qob
