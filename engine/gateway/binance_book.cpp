#include "engine/gateway/binance_book.h"

#include "engine/gateway/market_json.h"

namespace qob {

BinanceBook::BinanceBook(GatewayWorld& world, Instrument instrument)
    : m_instrument(std::move(instrument))
    , m_state(world.link.watch({TopicKind::Depth, m_instrument.id, {}, {}, {}}))
    , m_view(m_state->depth)
    , m_updateId(static_cast<std::uint64_t>(world.clock.now().value / microseconds(1).value))
{
    m_state->add(*this);
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
    if (m_view != m_state->depth) {
        m_view = m_state->depth;
        ++m_updateId;
    }
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
