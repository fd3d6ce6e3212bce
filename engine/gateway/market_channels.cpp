#include "engine/gateway/channel.h"
#include "engine/gateway/market_json.h"

#include <algorithm>
#include <array>

namespace qob {

namespace {

constexpr std::size_t mostLevels = 1000;
constexpr std::int64_t usualDepthMs = 100;
constexpr std::string_view expectedNames =
    "expected depth@SYMBOL, depth20@SYMBOL@100ms, trade@SYMBOL, ticker@SYMBOL, kline_1m@SYMBOL or "
    "consolidated@NAME";

// The parts of a channel's name.
struct Parts {
    std::string kind; // depth, trade, ticker, kline, consolidated
    std::string symbol;
    std::size_t levels = mostLevels;      // depth
    std::int64_t periodMs = usualDepthMs; // depth, consolidated
    CandleInterval interval{};            // kline
};

std::optional<std::int64_t> numberOf(std::string_view text)
{
    constexpr std::size_t longest = 6;
    if (text.empty() || text.size() > longest ||
        !std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; })) {
        return std::nullopt;
    }
    return std::stoll(std::string(text));
}

Expected<void> readKind(std::string_view word, Parts& parts)
{
    if (word.starts_with("kline_")) {
        auto const interval = parseInterval(word.substr(6));
        if (!interval) {
            return fail(ErrorCode::StreamUnknown, interval.error().detail);
        }
        parts.kind = "kline";
        parts.interval = *interval;
        return {};
    }
    if (word.starts_with("depth")) {
        parts.kind = "depth";
        if (word.size() > 5) {
            auto const levels = numberOf(word.substr(5));
            if (!levels || *levels < 1) {
                return fail(ErrorCode::StreamUnknown, std::string(word) + "; " + std::string(expectedNames));
            }
            parts.levels = std::min(static_cast<std::size_t>(*levels), mostLevels);
        }
        return {};
    }
    constexpr std::array plain{"trade", "ticker", "consolidated"};
    if (std::find(plain.begin(), plain.end(), word) == plain.end()) {
        return fail(ErrorCode::StreamUnknown, std::string(word) + "; " + std::string(expectedNames));
    }
    parts.kind = word;
    return {};
}

Expected<Parts> partsOf(std::string_view name)
{
    Parts parts;
    auto const first = name.find('@');
    if (first == std::string_view::npos) {
        return fail(ErrorCode::StreamUnknown, std::string(name) + "; " + std::string(expectedNames));
    }
    if (auto const read = readKind(name.substr(0, first), parts); !read) {
        return tl::unexpected(read.error());
    }
    auto rest = name.substr(first + 1);
    auto const second = rest.find('@');
    parts.symbol = rest.substr(0, second);
    if (second != std::string_view::npos) {
        auto const period = rest.substr(second + 1);
        auto const ms = period.ends_with("ms") ? numberOf(period.substr(0, period.size() - 2)) : std::nullopt;
        constexpr std::int64_t fastest = 16;
        constexpr std::int64_t slowest = 10'000;
        if (!ms || *ms < fastest || *ms > slowest) {
            return fail(ErrorCode::StreamUnknown, std::string(period) + "; expected 16ms to 10000ms");
        }
        parts.periodMs = *ms;
    }
    return parts;
}

// A channel over one topic of the engine.
class TopicChannel : public StreamChannel, public TopicListener {
public:
    TopicChannel(std::string name, TopicStatePtr state, Instrument instrument)
        : StreamChannel(std::move(name))
        , m_state(std::move(state))
        , m_instrument(std::move(instrument))
    {
        m_state->add(*this);
    }

    ~TopicChannel() override { m_state->remove(*this); }

    TopicChannel(TopicChannel const&) = delete;
    TopicChannel& operator=(TopicChannel const&) = delete;

    void onUnits(Instrument const& instrument) override
    {
        if (instrument.id == m_instrument.id) {
            m_instrument = instrument;
            restart();
        }
    }

protected:
    TopicStatePtr m_state;
    Instrument m_instrument;
};

// At most one message a period: what changed since the last one, however often it did.
class DepthChannel final : public TopicChannel {
public:
    DepthChannel(GatewayWorld& world, Parts const& parts, std::string name, Instrument const& instrument)
        : TopicChannel(
              std::move(name), world.link.watch({TopicKind::Depth, instrument.id, {}, {}, {}}), instrument
          )
        , m_world(world)
        , m_levels(parts.levels)
        , m_period(milliseconds(parts.periodMs))
        , m_sent(m_state->depth)
    {}

    void onTopic(TopicState const& /*state*/, Event const& event) override
    {
        if (!std::holds_alternative<DepthPtr>(event.payload)) {
            return;
        }
        if (m_sent == nullptr) {
            m_sent = m_state->depth;
            restart();
            m_next = m_world.clock.steady() + m_period;
        } else if (m_timer == nullptr) {
            const Duration now = m_world.clock.steady();
            if (now >= m_next) {
                sendChanges();
            } else {
                m_timer = m_world.thread.after(m_next - now, [this] {
                    m_timer.reset();
                    sendChanges();
                });
            }
        }
    }

protected:
    std::optional<std::string> snapshot() override
    {
        if (m_sent == nullptr) {
            return std::nullopt;
        }
        JsonWriter json;
        writeHead(json, "snapshot");
        writeLevels(json, m_instrument, *m_sent, m_levels);
        return json.endObject().text();
    }

private:
    void writeHead(JsonWriter& json, std::string_view type)
    {
        json.beginObject().key("type").string(type);
        json.key("sequence").integer(sequence());
        json.key("time").integer(milliseconds(m_sent->time));
        json.key("sentUs").integer(m_world.clock.now().value / microseconds(1).value);
        json.key("state").string(feedStateName(m_sent->state));
    }

    void sendChanges()
    {
        m_next = m_world.clock.steady() + m_period;
        auto const before = std::exchange(m_sent, m_state->depth);
        if (before == m_sent) {
            return;
        }
        JsonWriter json;
        json.beginObject().key("type").string("delta");
        json.key("sequence").integer(sequence() + 1);
        json.key("time").integer(milliseconds(m_sent->time));
        json.key("sentUs").integer(m_world.clock.now().value / microseconds(1).value);
        json.key("state").string(feedStateName(m_sent->state));
        json.key("bids");
        writeLevelChanges(json, m_instrument, before->bids, m_sent->bids, m_levels, true);
        json.key("asks");
        writeLevelChanges(json, m_instrument, before->asks, m_sent->asks, m_levels, false);
        publish(json.endObject().text());
    }

    GatewayWorld& m_world;
    std::size_t m_levels;
    Duration m_period;
    DepthPtr m_sent;
    Duration m_next;
    std::shared_ptr<void> m_timer;
};

class TradeChannel final : public TopicChannel {
public:
    using TopicChannel::TopicChannel;

    void onTopic(TopicState const& /*state*/, Event const& event) override
    {
        auto const* const batch = std::get_if<TradeBatch>(&event.payload);
        if (batch == nullptr) {
            return;
        }
        if (event.snapshot) {
            restart();
            return;
        }
        JsonWriter json;
        json.beginObject().key("type").string("trades").key("sequence").integer(sequence() + 1);
        json.key("dropped").integer(batch->dropped);
        writeTrades(json, batch->trades.begin(), batch->trades.end());
        publish(json.endObject().text());
    }

protected:
    std::optional<std::string> snapshot() override
    {
        if (!m_state->ready()) {
            return std::nullopt;
        }
        constexpr std::size_t shown = 50;
        auto const& trades = m_state->trades;
        JsonWriter json;
        json.beginObject().key("type").string("snapshot").key("sequence").integer(sequence());
        auto const count = static_cast<std::ptrdiff_t>(std::min(shown, trades.size()));
        writeTrades(json, trades.end() - count, trades.end());
        return json.endObject().text();
    }

private:
    template <class Iterator>
    void writeTrades(JsonWriter& json, Iterator begin, Iterator end)
    {
        json.key("trades").beginArray();
        std::for_each(begin, end, [&](Trade const& trade) { write(json, m_instrument, trade); });
        json.endArray();
    }
};

class TickerChannel final : public TopicChannel {
public:
    TickerChannel(GatewayWorld& world, std::string name, TopicStatePtr state, Instrument const& instrument)
        : TopicChannel(std::move(name), std::move(state), instrument)
    {
        if (Ticker const* const known = world.board.ticker(instrument.id)) {
            m_ticker = *known;
        }
    }

    void onTopic(TopicState const& /*state*/, Event const& event) override
    {
        auto const* const list = std::get_if<TickerList>(&event.payload);
        if (list == nullptr || list->tickers.empty()) {
            return;
        }
        bool const first = !m_ticker.has_value();
        m_ticker = list->tickers.back();
        if (first) {
            restart();
            return;
        }
        publish(text("ticker", sequence() + 1));
    }

protected:
    std::optional<std::string> snapshot() override
    {
        return m_ticker ? std::optional(text("snapshot", sequence())) : std::nullopt;
    }

private:
    [[nodiscard]] std::string text(std::string_view type, std::uint64_t number) const
    {
        JsonWriter ticker;
        write(ticker, m_instrument, *m_ticker);
        JsonWriter json;
        json.beginObject().key("type").string(type).key("sequence").integer(number).endObject();
        return json.text().substr(0, json.text().size() - 1) + R"(,"ticker":)" + ticker.text() + "}";
    }

    std::optional<Ticker> m_ticker;
};

// What changed of the last candles, four times a second.
class CandleChannel final : public TopicChannel {
public:
    CandleChannel(GatewayWorld& world, std::string name, TopicStatePtr state, Instrument const& instrument)
        : TopicChannel(std::move(name), std::move(state), instrument)
        , m_world(world)
    {}

    void onTopic(TopicState const& /*state*/, Event const& event) override
    {
        auto const* const batch = std::get_if<CandleBatch>(&event.payload);
        if (batch == nullptr) {
            return;
        }
        if (event.snapshot) {
            m_changed.clear();
            restart();
            return;
        }
        for (Candle const& candle : batch->candles) {
            m_changed[candle.start] = candle;
        }
        if (m_timer == nullptr) {
            m_timer = m_world.thread.after(milliseconds(250), [this] {
                m_timer.reset();
                std::vector<Candle> changed;
                for (auto const& [start, candle] : std::exchange(m_changed, {})) {
                    changed.push_back(candle);
                }
                publish(text("kline", sequence() + 1, changed));
            });
        }
    }

protected:
    std::optional<std::string> snapshot() override
    {
        if (!m_state->ready()) {
            return std::nullopt;
        }
        std::vector<Candle> last;
        if (!m_state->candles.empty()) {
            last.push_back(m_state->candles.rbegin()->second);
        }
        return text("snapshot", sequence(), last);
    }

private:
    [[nodiscard]] std::string
    text(std::string_view type, std::uint64_t number, std::vector<Candle> const& candles) const
    {
        auto const interval = m_state->topic().interval;
        JsonWriter json;
        json.beginObject().key("type").string(type).key("sequence").integer(number);
        json.key("interval").string(intervalName(interval));
        json.key("klines").beginArray();
        for (Candle const& candle : candles) {
            write(json, m_instrument, interval, candle);
        }
        return json.endArray().endObject().text();
    }

    GatewayWorld& m_world;
    std::map<Timestamp, Candle> m_changed;
    std::shared_ptr<void> m_timer;
};

// The whole merged book each time, at most once a period: its shares change too often for changes to be
// shorter.
class ConsolidatedChannel final : public StreamChannel, public TopicListener {
public:
    static constexpr std::size_t levels = 50;

    ConsolidatedChannel(GatewayWorld& world, Parts const& parts, std::string name)
        : StreamChannel(std::move(name))
        , m_world(world)
        , m_period(milliseconds(parts.periodMs))
        , m_state(world.link.watch({TopicKind::Consolidated, {}, {}, CanonicalName(parts.symbol), {}}))
    {
        m_state->add(*this);
    }

    ~ConsolidatedChannel() override { m_state->remove(*this); }

    ConsolidatedChannel(ConsolidatedChannel const&) = delete;
    ConsolidatedChannel& operator=(ConsolidatedChannel const&) = delete;

    void onTopic(TopicState const& /*state*/, Event const& event) override
    {
        if (!std::holds_alternative<ConsolidatedPtr>(event.payload) || m_timer != nullptr) {
            return;
        }
        const Duration now = m_world.clock.steady();
        m_timer = m_world.thread.after(std::max(m_next - now, Duration(0)), [this] {
            m_timer.reset();
            m_next = m_world.clock.steady() + m_period;
            restart();
        });
    }

protected:
    std::optional<std::string> snapshot() override
    {
        if (m_state->consolidated == nullptr) {
            return std::nullopt;
        }
        JsonWriter json;
        write(json, *m_state->consolidated, m_world.board.instruments(), levels);
        return R"({"type":"snapshot","sequence":)" + std::to_string(sequence()) + R"(,"book":)" +
               json.text() + "}";
    }

private:
    GatewayWorld& m_world;
    Duration m_period;
    Duration m_next;
    TopicStatePtr m_state;
    std::shared_ptr<void> m_timer;
};

} // namespace

Expected<std::string> channelName(MarketBoard const& board, std::string_view written)
{
    auto const parts = partsOf(written);
    if (!parts) {
        return tl::unexpected(parts.error());
    }
    if (parts->kind == "consolidated") {
        bool const there =
            std::any_of(board.instruments().begin(), board.instruments().end(), [&](auto const& entry) {
                return entry.second.canonical == parts->symbol;
            });
        if (!there || parts->symbol.empty() || !CanonicalName::fits(parts->symbol)) {
            return fail(ErrorCode::OrderUnknownSymbol, parts->symbol);
        }
        return "consolidated@" + parts->symbol + "@" + std::to_string(parts->periodMs) + "ms";
    }
    auto const instrument = board.parse(parts->symbol);
    if (!instrument) {
        return tl::unexpected(instrument.error());
    }
    auto const symbol = "@" + (*instrument)->venue + ":" + (*instrument)->symbol;
    if (parts->kind == "depth") {
        return "depth" + std::to_string(parts->levels) + symbol + "@" + std::to_string(parts->periodMs) +
               "ms";
    }
    return (parts->kind == "kline" ? "kline_" + std::string(intervalName(parts->interval)) : parts->kind) +
           symbol;
}

Expected<std::unique_ptr<StreamChannel>> makeChannel(GatewayWorld& world, std::string_view name)
{
    auto const parts = partsOf(name);
    if (!parts) {
        return tl::unexpected(parts.error());
    }
    if (parts->kind == "consolidated") {
        return std::unique_ptr<StreamChannel>(
            std::make_unique<ConsolidatedChannel>(world, *parts, std::string(name))
        );
    }
    auto const found = world.board.parse(parts->symbol);
    if (!found) {
        return tl::unexpected(found.error());
    }
    Instrument const& instrument = **found;
    auto const topic = [&](TopicKind kind) {
        return world.link.watch({kind, instrument.id, parts->interval, {}, {}});
    };
    std::string whole(name);
    std::unique_ptr<StreamChannel> channel;
    if (parts->kind == "depth") {
        channel = std::make_unique<DepthChannel>(world, *parts, std::move(whole), instrument);
    } else if (parts->kind == "trade") {
        channel = std::make_unique<TradeChannel>(std::move(whole), topic(TopicKind::Trades), instrument);
    } else if (parts->kind == "ticker") {
        channel =
            std::make_unique<TickerChannel>(world, std::move(whole), topic(TopicKind::Ticker), instrument);
    } else {
        channel =
            std::make_unique<CandleChannel>(world, std::move(whole), topic(TopicKind::Candles), instrument);
    }
    return channel;
}

} // namespace qob
