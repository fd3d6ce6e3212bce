#include "engine/market/feed_statistics.h"

#include <algorithm>

namespace qob {

Amount toAmount(WrittenNumber number)
{
    const Int128 digits = number.digits;
    int const up = amountScale - number.decimals;
    return Amount(
        up >= 0 ? digits * pow10(std::min(up, amountScale)) : digits / pow10(std::min(-up, amountScale))
    );
}

InstrumentStatistics statisticsOf(FeedMessage const& message, InstrumentTerms const& terms, Timestamp time)
{
    auto const amount = [](WrittenNumber number, int shift) {
        number.decimals += shift;
        return toAmount(number);
    };
    InstrumentStatistics statistics;
    statistics.time = time;
    if (message.kind == FeedMessage::Kind::Liquidation) {
        statistics.liquidation = Liquidation{
            message.aggressor,
            amount(message.price, terms.priceShift),
            amount(message.qty, terms.qtyShift),
            message.venueTime == Timestamp::min() ? time : message.venueTime};
        return statistics;
    }
    WrittenStatistics const& said = message.statistics;
    auto const has = [&](WrittenStatistics::Part part) {
        return (said.parts & part) != 0;
    };
    if (has(WrittenStatistics::markPart)) {
        statistics.markPrice = amount(said.markPrice, terms.priceShift);
    }
    if (has(WrittenStatistics::indexPart)) {
        statistics.indexPrice = amount(said.indexPrice, terms.priceShift);
    }
    if (has(WrittenStatistics::fundingPart)) {
        statistics.fundingRate = toAmount(said.fundingRate);
    }
    if (has(WrittenStatistics::interestPart)) {
        statistics.openInterest = amount(said.openInterest, terms.qtyShift);
    }
    if (has(WrittenStatistics::nextPart)) {
        statistics.nextFunding = said.nextFunding;
    }
    return statistics;
}

} // namespace qob
