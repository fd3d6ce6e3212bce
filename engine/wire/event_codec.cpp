// What an engine says, as bytes.

#include "engine/wire/field_archive.h"
#include "engine/wire/session_codec.h"

namespace qob {

// Outside of any namespace without a name: they are looked for by what they are of.

void each(auto& archive, Is<InstrumentList> auto& list)
{
    archive(list.instruments);
}

void each(auto& archive, Is<MarketStatus> auto& status)
{
    archive(status.kind, status.now, status.begin, status.end, status.speed, status.paused, status.ended);
    archive(status.loading, status.recording, status.recordedBytes);
}

void each(auto& archive, Is<FeedStatus> auto& feed)
{
    archive(feed.instrument, feed.state, feed.problem, feed.messages, feed.trades, feed.gaps);
    archive(feed.checksumsOk, feed.checksumsBad, feed.lastMessage, feed.latency);
    archive(feed.connection, feed.reconnects);
}

void each(auto& archive, Is<PriceLevel> auto& level)
{
    archive(level.price, level.qty);
}

void each(auto& archive, Is<DepthView> auto& view)
{
    archive(view.instrument, view.sequence, view.time, view.state, view.bids, view.asks);
}

void each(auto& archive, Is<Trade> auto& trade)
{
    archive(trade.instrument, trade.price, trade.qty, trade.aggressor, trade.time, trade.id);
    archive(trade.venueTime, trade.iceberg);
}

void each(auto& archive, Is<TradeBatch> auto& batch)
{
    archive(batch.trades, batch.dropped);
}

void each(auto& archive, Is<HeatLevel> auto& level)
{
    archive(level.tick, level.size);
}

void each(auto& archive, Is<HeatDot> auto& dot)
{
    archive(dot.tick, dot.size, dot.iceberg);
}

void each(auto& archive, Is<HeatColumn> auto& column)
{
    archive(column.changesEnd, column.dotsEnd, column.bidTick, column.askTick, column.lastTick);
    archive(column.stale);
}

void each(auto& archive, Is<HeatChunk> auto& chunk)
{
    archive(chunk.firstColumn, chunk.levels, chunk.changes, chunk.dots, chunk.columns);
}

void each(auto& archive, Is<HeatUpdate> auto& update)
{
    archive(update.chunks);
}

void each(auto& archive, Is<OrderList> auto& list)
{
    archive(list.orders, list.fills);
}

void each(auto& archive, Is<Balance> auto& balance)
{
    archive(balance.asset, balance.free, balance.held);
}

void each(auto& archive, Is<Position> auto& position)
{
    archive(position.instrument, position.net, position.cost, position.avgPx, position.realised);
    archive(position.unrealised, position.fees, position.asset);
}

void each(auto& archive, Is<AccountReport> auto& report)
{
    archive(report.balances, report.positions);
}

void each(auto& archive, Is<Notice> auto& notice)
{
    archive(notice.level, notice.time, notice.text, notice.code);
}

void each(auto& archive, Is<NoticeList> auto& list)
{
    archive(list.notices);
}

void each(auto& archive, Is<Liquidation> auto& liquidation)
{
    archive(liquidation.side, liquidation.price, liquidation.qty, liquidation.time);
}

void each(auto& archive, Is<InstrumentStatistics> auto& statistics)
{
    archive(statistics.instrument, statistics.time, statistics.markPrice, statistics.indexPrice);
    archive(statistics.fundingRate, statistics.nextFunding, statistics.openInterest);
    archive(statistics.liquidation);
}

void each(auto& archive, Is<Ticker> auto& ticker)
{
    archive(ticker.instrument, ticker.time, ticker.state, ticker.bid, ticker.ask, ticker.last);
    archive(ticker.lastQty, ticker.lastSide, ticker.dayOpen, ticker.dayHigh, ticker.dayLow);
    archive(ticker.dayChange, ticker.dayVolume, ticker.dayBuyVolume, ticker.dayTurnover, ticker.dayTrades);
    archive(ticker.daySince, ticker.dayIncomplete, ticker.statistics, ticker.dayLiquidatedLong);
    archive(ticker.dayLiquidatedShort);
}

void each(auto& archive, Is<TickerList> auto& list)
{
    archive(list.tickers);
}

void each(auto& archive, Is<Candle> auto& candle)
{
    archive(candle.start, candle.open, candle.high, candle.low, candle.close, candle.volume);
    archive(candle.buyVolume, candle.turnover, candle.trades, candle.incomplete, candle.closed);
}

void each(auto& archive, Is<CandleBatch> auto& batch)
{
    archive(batch.interval, batch.candles);
}

void each(auto& archive, Is<ConsolidatedShare> auto& share)
{
    archive(share.instrument, share.level);
}

void each(auto& archive, Is<ConsolidatedLevel> auto& level)
{
    archive(level.price, level.size, level.sharesEnd);
}

void each(auto& archive, Is<ConsolidatedBest> auto& best)
{
    archive(best.instrument, best.price, best.level, best.size);
}

void each(auto& archive, Is<ConsolidatedMember> auto& member)
{
    archive(member.instrument, member.state, member.leftOut, member.takerFee, member.bid, member.ask);
}

void each(auto& archive, Is<ConsolidatedView> auto& view)
{
    archive(view.name, view.time, view.withFees, view.priceScale, view.crossed, view.locked, view.bid);
    archive(view.ask, view.bids, view.asks, view.bidShares, view.askShares, view.members);
}

void each(auto& /*archive*/, Is<Resync> auto& /*resync*/) {}

namespace {

constexpr int mostScale = 36; // decimals that a merged book's price may have

// Whether each end lies behind the one before and in a list of that size.
template <class List, class End>
bool endsRise(List const& list, End end, std::size_t size)
{
    std::size_t before = 0;
    for (auto const& element : list) {
        std::size_t const next = end(element);
        if (next < before || next > size) {
            return false;
        }
        before = next;
    }
    return true;
}

// What whoever uses the value takes for granted.
template <class T>
bool holdsTogether(T const& /*payload*/)
{
    return true;
}

bool holdsTogether(HeatUpdate const& update)
{
    return std::all_of(update.chunks.begin(), update.chunks.end(), [](HeatChunkPtr const& chunk) {
        auto const& columns = chunk->columns;
        return endsRise(
                   columns, [](HeatColumn const& c) { return c.changesEnd; }, chunk->changes.size()
               ) &&
               endsRise(
                   columns, [](HeatColumn const& c) { return c.dotsEnd; }, chunk->dots.size()
               );
    });
}

bool holdsTogether(ConsolidatedPtr const& view)
{
    auto const end = [](ConsolidatedLevel const& level) {
        return level.sharesEnd;
    };
    return view->priceScale >= 0 && view->priceScale <= mostScale &&
           endsRise(view->bids, end, view->bidShares.size()) &&
           endsRise(view->asks, end, view->askShares.size());
}

} // namespace

std::vector<std::byte> encode(Event const& event)
{
    std::vector<std::byte> bytes;
    {
        ByteWriter to(bytes);
        FieldWriter archive(to);
        archive(event.sequence, event.snapshot, event.payload);
    }
    return bytes;
}

Expected<Event> decodeEvent(std::span<std::byte const> bytes, Topic const& topic)
{
    ByteReader from(bytes);
    Event event;
    event.topic = topic;
    FieldReader archive(from);
    archive(event.sequence, event.snapshot, event.payload);
    bool const good = archive.good() && from.finished() &&
                      std::visit([](auto const& payload) { return holdsTogether(payload); }, event.payload);
    if (!good) {
        return fail(ErrorCode::FrameMalformed, std::to_string(bytes.size()) + " bytes that are no event");
    }
    return event;
}

} // namespace qob
