#pragma once

#include "engine/gateway/binance_book.h"
#include "engine/gateway/stream.h"

#include <set>

namespace qob {

// One message of a market stream, each of its two forms written when it is first wanted.
class BinanceMessage {
public:
    BinanceMessage(std::string const& stream, std::string data) : m_stream(stream), m_data(std::move(data)) {}

    // With `combined` as {"stream":"btcusdt@trade","data":…}.
    [[nodiscard]] StreamMessage form(bool combined);

private:
    std::string const& m_stream;
    std::string m_data;
    StreamMessage m_plain;
    StreamMessage m_combined;
};

class BinanceChannel;

// Who gets a channel's messages, or passes one over when there is no room for it. On the gateway's thread.
class BinanceReader {
public:
    virtual ~BinanceReader() = default;
    virtual void take(BinanceMessage& message) = 0;
};

// One market stream. It has no snapshot: what a reader misses shows in its numbers (U of depth, t of trades),
// and prices that are newer replace older ones. On the gateway's thread.
class BinanceChannel {
public:
    explicit BinanceChannel(std::string name) : m_name(std::move(name)) {}

    virtual ~BinanceChannel() = default;
    BinanceChannel(BinanceChannel const&) = delete;
    BinanceChannel& operator=(BinanceChannel const&) = delete;

    [[nodiscard]] std::string const& name() const { return m_name; }

    void add(BinanceReader& reader) { m_readers.push_back(&reader); }

    void remove(BinanceReader& reader) { std::erase(m_readers, &reader); }

    [[nodiscard]] std::size_t readers() const { return m_readers.size(); }

protected:
    void publish(std::string data);

private:
    std::string m_name;
    std::vector<BinanceReader*> m_readers;
};

// Whether it is a stream's name as Binance writes them, rather than one of our own: the symbol comes first.
bool isBinanceStream(std::string_view name);

// The channels that somebody reads. On the gateway's thread.
class BinanceHub {
public:
    BinanceHub(GatewayWorld& world, BinanceBooks& books) : m_world(world), m_books(books) {}

    // Also makes it. "btcusdt@depth@100ms", "@depth5", "@trade", "@aggTrade", "@bookTicker", "@ticker",
    // "@miniTicker", "@kline_1m"; "!ticker@arr", "!miniTicker@arr". StreamUnknown, OrderUnknownSymbol.
    Expected<std::shared_ptr<BinanceChannel>> find(std::string const& venue, std::string const& name);

private:
    GatewayWorld& m_world;
    BinanceBooks& m_books;
    std::map<std::string, std::weak_ptr<BinanceChannel>> m_channels; // by "venue name"
};

} // namespace qob
