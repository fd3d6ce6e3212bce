#include "engine/wire/report_codec.h"

#include "engine/wire/field_checks.h"

namespace qob {

namespace {

struct Writing {
    ByteWriter& bytes;

    template <class... Fields>
    void operator()(Fields const&... fields)
    {
        (bytes.put(fields), ...);
    }
};

struct Reading {
    ByteReader& bytes;

    template <class... Fields>
    void operator()(Fields&... fields)
    {
        (bytes.get(fields), ...);
    }
};

// In one order for both ways.
template <class Archive>
void each(Archive& archive, auto& report) requires
    std::is_same_v<std::remove_const_t<std::remove_reference_t<decltype(report)>>, ExecutionReport>
{
    archive(report.execId, report.execType, report.ordStatus, report.orderId, report.clOrdId);
    archive(report.origClOrdId, report.instrument, report.side, report.ordType, report.timeInForce);
    archive(report.execInst, report.selfTrade, report.contingency, report.listId, report.price);
    archive(report.stopPx, report.trailOffset, report.trailStep, report.pegOffset, report.displayQty);
    archive(report.expireTime, report.orderQty, report.leavesQty, report.cumQty, report.avgPx);
    archive(report.lastPx, report.lastQty, report.liquidity, report.fee, report.feeAsset);
    archive(report.queueAhead, report.sendingTime, report.transactTime);
}

template <class Archive>
void each(Archive& archive, auto& instrument) requires
    std::is_same_v<std::remove_const_t<std::remove_reference_t<decltype(instrument)>>, Instrument>
{
    archive(instrument.id, instrument.venue, instrument.symbol, instrument.canonical, instrument.base);
    archive(instrument.quote, instrument.kind, instrument.priceScale, instrument.qtyScale);
    archive(instrument.tickSize, instrument.lotSize, instrument.minQty, instrument.maxQty);
    archive(instrument.minNotional, instrument.contractValue, instrument.multiplier);
    archive(instrument.multiplierScale, instrument.sizeKnown, instrument.settle, instrument.makerFee);
    archive(instrument.takerFee, instrument.latency);
}

template <class T>
std::vector<std::byte> encoded(T const& value)
{
    std::vector<std::byte> bytes;
    {
        ByteWriter to(bytes);
        to.put(reportCodecVersion);
        write(to, value);
    }
    return bytes;
}

template <class T>
Expected<T> decoded(std::span<std::byte const> bytes, char const* name)
{
    ByteReader from(bytes);
    std::uint8_t version = 0;
    from.get(version);
    if (version != reportCodecVersion) {
        return fail(
            ErrorCode::FrameMalformed,
            std::string(name) + " of version " + std::to_string(version) + "; expected " +
                std::to_string(reportCodecVersion)
        );
    }
    T value;
    if (!read(from, value) || !from.finished()) {
        return fail(
            ErrorCode::FrameMalformed,
            std::to_string(bytes.size()) + " bytes that are no " + std::string(name)
        );
    }
    return value;
}

} // namespace

void write(ByteWriter& to, Error const& error)
{
    to.put(error.code).put(std::string_view(error.detail).substr(0, maxDetail));
}

bool read(ByteReader& from, Error& error)
{
    std::uint16_t code = 0;
    from.get(code);
    from.get(error.detail);
    error.code = static_cast<ErrorCode>(code);
    return from.good() && isErrorCode(code) && error.detail.size() <= maxDetail;
}

void write(ByteWriter& to, ExecutionReport const& report)
{
    Writing archive{to};
    each(archive, report);
    to.put(report.reason.has_value());
    if (report.reason) {
        write(to, *report.reason);
    }
}

bool read(ByteReader& from, ExecutionReport& report)
{
    Reading archive{from};
    each(archive, report);
    bool reasoned = false;
    from.get(reasoned);
    report.reason.reset();
    bool const reason = !reasoned || read(from, report.reason.emplace());
    return reason && from.good() && isGood(report.execType) && isGood(report.ordStatus) &&
           isGood(report.side) && isGood(report.ordType) && isGood(report.timeInForce) &&
           isGood(report.execInst) && isGood(report.selfTrade) && isGood(report.contingency) &&
           isGood(report.liquidity);
}

void write(ByteWriter& to, OrderCancelReject const& reject)
{
    to.put(reject.clOrdId).put(reject.origClOrdId).put(reject.ordStatus);
    write(to, reject.reason);
}

bool read(ByteReader& from, OrderCancelReject& reject)
{
    Reading archive{from};
    archive(reject.clOrdId, reject.origClOrdId, reject.ordStatus);
    return read(from, reject.reason) && isGood(reject.ordStatus);
}

void write(ByteWriter& to, Instrument const& instrument)
{
    Writing archive{to};
    each(archive, instrument);
}

bool read(ByteReader& from, Instrument& instrument)
{
    Reading archive{from};
    each(archive, instrument);
    return from.good() && instrument.kind <= ContractKind::Quanto && validate(instrument).has_value();
}

std::vector<std::byte> encode(ExecutionReport const& report)
{
    return encoded(report);
}

std::vector<std::byte> encode(OrderCancelReject const& reject)
{
    return encoded(reject);
}

std::vector<std::byte> encode(Instrument const& instrument)
{
    return encoded(instrument);
}

Expected<ExecutionReport> decodeExecutionReport(std::span<std::byte const> bytes)
{
    return decoded<ExecutionReport>(bytes, "ExecutionReport");
}

Expected<OrderCancelReject> decodeOrderCancelReject(std::span<std::byte const> bytes)
{
    return decoded<OrderCancelReject>(bytes, "OrderCancelReject");
}

Expected<Instrument> decodeInstrument(std::span<std::byte const> bytes)
{
    return decoded<Instrument>(bytes, "Instrument");
}

} // namespace qob
