#include "engine/gateway/binance_channel.h"

#include "engine/gateway/binance_world.h"
#include "engine/gateway/market_json.h"

#include <algorithm>
#include <array>

namespace qob {

namespace {

constexpr std::size_t allLevels = 5000;

// Says at most once a period that something has changed.
class Pace {
public:
    Pace(GatewayWorld& world, Duration period) : m_world(world), m_period(period) {}

    void changed(std::function<void()> tell)
    {
        if (m_timer == nullptr) {
            auto const wait = std::max(m_next - m_world.clock.steady(), Duration(0));
            m_timer = m_world.thread.after(wait, [this, tell = std::move(tell)] {
                m_next = m_world.clock.steady() + m_period;
                auto const keep = std::exchange(m_timer, nullptr);
                tell();
            });
        }
    }

private:
    GatewayWorld& m_world;
    Duration m_period;
    Duration m_next;
    std::shared_ptr<void> m_timer;
};

class TopicReader : public BinanceChannel, public TopicListener {
public:
    TopicReader(GatewayWorld& world, std::string name, TopicStatePtr state)
        : BinanceChannel(std::move(name))
        , m_world(world)
        , m_state(std::move(state))
    {
        m_state->add(*this);
    }

    ~TopicReader() override { m_state->remove(*this); }

    TopicReader(TopicReader const&) = delete;
    TopicReader& operator=(TopicReader const&) = delete;

protected:
    GatewayWorld& m_world;
    TopicStatePtr m_state;
};

// depth: what changed since the last message; depth5 and so on: the best levels; bookTicker: the best prices.
class BookReader final : public TopicReader {
public:
    enum class What : std::uint8_t { Changes, Levels, Best };

    BookReader(
        GatewayWorld& world,
        std::string name,
        BinanceBookPtr book,
        What what,
        std::size_t levels,
        Duration period
    )
        : TopicReader(
              world, std::move(name), world.link.watch({TopicKind::Depth, book->instrument().id, {}, {}, {}})
          )
        , m_book(std::move(book))
        , m_what(what)
        , m_levels(levels)
        , m_pace(world, period)
        , m_sent(m_book->view())
        , m_sentId(m_book->updateId())
    {}

    void onTopic(TopicState const& /*state*/, Event const& /*event*/) override
    {
        if (m_sent == nullptr) {
            m_sent = m_book->view();
            m_sentId = m_book->updateId();
        } else {
            m_pace.changed([this] { tell(); });
        }
    }

private:
    void tell()
    {
        auto const before = std::exchange(m_sent, m_book->view());
        auto first = std::exchange(m_sentId, m_book->updateId()) + 1;
        if (first > m_sentId) {
            return;
        }
        if (m_sentId - first > otherUnits / 2) {
            first = m_sentId; // the hole in the line
        }
        if (m_what == What::Changes) {
            publish(changes(*before, first));
        } else if (m_what == What::Levels) {
            publish(binanceDepth(*m_book, m_levels));
        } else if (front(before->bids) != front(m_sent->bids) || front(before->asks) != front(m_sent->asks)) {
            publish(best());
        }
    }

    static PriceLevel front(std::vector<PriceLevel> const& side)
    {
        return side.empty() ? PriceLevel{} : side.front();
    }

    [[nodiscard]] std::string changes(DepthView const& before, std::uint64_t first) const
    {
        Instrument const& instrument = m_book->instrument();
        JsonWriter json;
        json.beginObject().key("e").string("depthUpdate");
        json.key("E").integer(milliseconds(m_world.clock.now())).key("s").string(binanceSymbol(instrument));
        json.key("U").integer(first).key("u").integer(m_sentId).key("b");
        writeLevelChanges(json, instrument, before.bids, m_sent->bids, allLevels, true);
        json.key("a");
        writeLevelChanges(json, instrument, before.asks, m_sent->asks, allLevels, false);
        return json.endObject().text();
    }

    [[nodiscard]] std::string best() const
    {
        Instrument const& instrument = m_book->instrument();
        JsonWriter json;
        json.beginObject().key("u").integer(m_sentId).key("s").string(binanceSymbol(instrument));
        json.key("b").string(instrument.priceText(front(m_sent->bids).price));
        json.key("B").string(instrument.qtyText(front(m_sent->bids).qty));
        json.key("a").string(instrument.priceText(front(m_sent->asks).price));
        json.key("A").string(instrument.qtyText(front(m_sent->asks).qty));
        return json.endObject().text();
    }

    BinanceBookPtr m_book;
    What m_what;
    std::size_t m_levels;
    Pace m_pace;
    DepthPtr m_sent;
    std::uint64_t m_sentId;
};

class TradeReader final : public TopicReader {
public:
    TradeReader(GatewayWorld& world, std::string name, Instrument const& instrument, bool aggregate)
        : TopicReader(
              world, std::move(name), world.link.watch({TopicKind::Trades, instrument.id, {}, {}, {}})
          )
        , m_instrument(instrument.id)
        , m_aggregate(aggregate)
    {}

    void onTopic(TopicState const& /*state*/, Event const& event) override
    {
        auto const* const batch = std::get_if<TradeBatch>(&event.payload);
        if (batch == nullptr || event.snapshot) {
            return;
        }
        for (Trade const& trade : batch->trades) {
            JsonWriter json;
            writeBinanceTradeEvent(
                json, *m_world.board.find(m_instrument), trade, m_aggregate, m_world.clock.now()
            );
            publish(json.text());
        }
    }

private:
    InstrumentId m_instrument;
    bool m_aggregate;
};

class TickerReader final : public TopicReader {
public:
    TickerReader(GatewayWorld& world, std::string name, Instrument const& instrument, bool full)
        : TopicReader(
              world, std::move(name), world.link.watch({TopicKind::Ticker, instrument.id, {}, {}, {}})
          )
        , m_instrument(instrument.id)
        , m_full(full)
        , m_pace(world, seconds(1))
    {
        m_pace.changed([this] { tell(); });
    }

    void onTopic(TopicState const& /*state*/, Event const& /*event*/) override
    {
        m_pace.changed([this] { tell(); });
    }

private:
    void tell()
    {
        Ticker const* const ticker = m_world.board.ticker(m_instrument);
        if (ticker != nullptr) {
            JsonWriter json;
            writeBinanceTickerEvent(
                json, *m_world.board.find(m_instrument), *ticker, m_full, m_world.clock.now()
            );
            publish(json.text());
        }
    }

    InstrumentId m_instrument;
    bool m_full;
    Pace m_pace;
};

// Those of all symbols that changed, in one message a second.
class AllTickersReader final : public TopicReader {
public:
    AllTickersReader(GatewayWorld& world, std::string name, std::string venue, bool full)
        : TopicReader(world, std::move(name), world.link.watch({TopicKind::Ticker, {}, {}, {}, {}}))
        , m_venue(std::move(venue))
        , m_full(full)
        , m_pace(world, seconds(1))
    {
        for (auto const& [id, instrument] : world.board.instruments()) {
            m_changed.insert(id);
        }
        m_pace.changed([this] { tell(); });
    }

    void onTopic(TopicState const& /*state*/, Event const& event) override
    {
        if (auto const* const list = std::get_if<TickerList>(&event.payload)) {
            for (Ticker const& ticker : list->tickers) {
                m_changed.insert(ticker.instrument);
            }
            m_pace.changed([this] { tell(); });
        }
    }

private:
    void tell()
    {
        JsonWriter json;
        json.beginArray();
        bool any = false;
        for (InstrumentId const id : std::exchange(m_changed, {})) {
            Instrument const* const instrument = m_world.board.find(id);
            Ticker const* const ticker = m_world.board.ticker(id);
            if (instrument != nullptr && ticker != nullptr && instrument->venue == m_venue &&
                instrument->kind == ContractKind::Spot) {
                writeBinanceTickerEvent(json, *instrument, *ticker, m_full, m_world.clock.now());
                any = true;
            }
        }
        if (any) {
            publish(json.endArray().text());
        }
    }

    std::string m_venue;
    bool m_full;
    std::set<InstrumentId> m_changed;
    Pace m_pace;
};

class KlineReader final : public TopicReader {
public:
    KlineReader(GatewayWorld& world, std::string name, Instrument const& instrument, CandleInterval interval)
        : TopicReader(
              world, std::move(name), world.link.watch({TopicKind::Candles, instrument.id, interval, {}, {}})
          )
        , m_instrument(instrument.id)
        , m_pace(world, milliseconds(250))
    {}

    void onTopic(TopicState const& /*state*/, Event const& event) override
    {
        auto const* const batch = std::get_if<CandleBatch>(&event.payload);
        if (batch == nullptr || event.snapshot) {
            return;
        }
        for (Candle const& candle : batch->candles) {
            m_changed[candle.start] = candle;
        }
        m_pace.changed([this] { tell(); });
    }

private:
    void tell()
    {
        for (auto const& [start, candle] : std::exchange(m_changed, {})) {
            JsonWriter json;
            auto const interval = m_state->topic().interval;
            writeBinanceKlineEvent(
                json, *m_world.board.find(m_instrument), interval, candle, m_world.clock.now()
            );
            publish(json.text());
        }
    }

    InstrumentId m_instrument;
    std::map<Timestamp, Candle> m_changed;
    Pace m_pace;
};

Error unknownStream(std::string const& name)
{
    return {
        ErrorCode::StreamUnknown,
        name + "; expected SYMBOL@depth, @depth5, @trade, @aggTrade, @bookTicker, @ticker, @miniTicker or "
               "@kline_1m"};
}

using Made = Expected<std::shared_ptr<BinanceChannel>>;

// "depth", "depth@100ms", "depth5", "depth20@1000ms"; nothing: no stream of the book.
Made makeBookReader(
    GatewayWorld& world,
    BinanceBooks& books,
    std::string const& name,
    Instrument const& instrument,
    std::string_view kind
)
{
    using What = BookReader::What;
    if (kind == "bookTicker") {
        return std::make_shared<BookReader>(
            world, name, books.of(instrument), What::Best, 1, milliseconds(20)
        );
    }
    auto const at = kind.find('@');
    auto const speed = at == std::string_view::npos ? std::string_view("1000ms") : kind.substr(at + 1);
    auto const word = kind.substr(0, at);
    auto const levels = word.substr(std::min<std::size_t>(word.size(), 5));
    bool const known = levels.empty() || levels == "5" || levels == "10" || levels == "20";
    if (!word.starts_with("depth") || !known || (speed != "100ms" && speed != "1000ms")) {
        return tl::unexpected(unknownStream(name));
    }
    return std::make_shared<BookReader>(
        world,
        name,
        books.of(instrument),
        levels.empty() ? What::Changes : What::Levels,
        levels.empty() ? allLevels : std::stoull(std::string(levels)),
        milliseconds(speed == "100ms" ? 100 : 1000)
    );
}

Made makeReader(GatewayWorld& world, BinanceBooks& books, std::string const& venue, std::string const& name)
{
    if (name == "!ticker@arr" || name == "!miniTicker@arr") {
        return std::make_shared<AllTickersReader>(world, name, venue, name == "!ticker@arr");
    }
    auto const at = name.find('@');
    if (at == std::string::npos) {
        return tl::unexpected(unknownStream(name));
    }
    auto const instrument = binanceInstrument(world.board, venue, name.substr(0, at));
    if (!instrument) {
        return tl::unexpected(instrument.error());
    }
    auto const kind = std::string_view(name).substr(at + 1);
    if (kind == "trade" || kind == "aggTrade") {
        return std::make_shared<TradeReader>(world, name, **instrument, kind == "aggTrade");
    }
    if (kind == "ticker" || kind == "miniTicker") {
        return std::make_shared<TickerReader>(world, name, **instrument, kind == "ticker");
    }
    if (kind.starts_with("kline_")) {
        auto const interval = parseInterval(kind.substr(6));
        return interval ? Made(std::make_shared<KlineReader>(world, name, **instrument, *interval))
                        : tl::unexpected(unknownStream(name));
    }
    return makeBookReader(world, books, name, **instrument, kind);
}

} // namespace

StreamMessage BinanceMessage::form(bool combined)
{
    StreamMessage& message = combined ? m_combined : m_plain;
    if (message == nullptr) {
        message = std::make_shared<std::string const>(
            combined ? R"({"stream":")" + m_stream + R"(","data":)" + m_data + "}" : m_data
        );
    }
    return message;
}

void BinanceChannel::publish(std::string data)
{
    BinanceMessage message(m_name, std::move(data));
    auto const readers = m_readers;
    for (BinanceReader* const reader : readers) {
        reader->take(message);
    }
}

bool isBinanceStream(std::string_view name)
{
    auto const at = name.find('@');
    if (at == std::string_view::npos) {
        return false;
    }
    static constexpr std::array kinds{
        "depth", "trade", "aggTrade", "bookTicker", "ticker", "miniTicker", "kline_"};
    auto const begins = [](std::string_view text) {
        return std::any_of(kinds.begin(), kinds.end(), [&](char const* kind) {
            return text.starts_with(kind);
        });
    };
    return name.starts_with('!') || (begins(name.substr(at + 1)) && !begins(name.substr(0, at)));
}

Expected<std::shared_ptr<BinanceChannel>> BinanceHub::find(std::string const& venue, std::string const& name)
{
    // It is written into messages as it is.
    bool const plain = std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '@' ||
               c == '_' || c == '!';
    });
    if (!plain) {
        return tl::unexpected(unknownStream(name));
    }
    auto const key = venue + " " + name;
    if (auto const found = m_channels.find(key); found != m_channels.end()) {
        if (auto channel = found->second.lock()) {
            return channel;
        }
    }
    auto made = makeReader(m_world, m_books, venue, name);
    if (made) {
        std::erase_if(m_channels, [](auto const& entry) { return entry.second.expired(); });
        m_channels[key] = *made;
    }
    return made;
}

} // namespace qob
