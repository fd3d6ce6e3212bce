#include "engine/session/order_records.h"

#include "engine/wire/report_codec.h"

namespace qob {

namespace {

// A count that is larger than what could follow would only make the reader bad, late.
constexpr std::size_t mostRows = 1000;

void put(ByteWriter& to, RunBegins const& begins)
{
    to.put(begins.market);
}

bool get(ByteReader& from, RunBegins& begins)
{
    from.get(begins.market);
    return from.good() && begins.market <= MarketKind::Live;
}

void put(ByteWriter& to, Instrument const& instrument)
{
    write(to, instrument);
}

bool get(ByteReader& from, Instrument& instrument)
{
    return read(from, instrument);
}

void put(ByteWriter& to, AccountOpened const& opened)
{
    to.put(opened.account).put(static_cast<std::uint16_t>(opened.deposits.size()));
    for (Deposit const& deposit : opened.deposits) {
        to.put(deposit.asset).put(deposit.amount);
    }
}

bool get(ByteReader& from, AccountOpened& opened)
{
    std::uint16_t count = 0;
    from.get(opened.account);
    from.get(count);
    for (; count > 0 && from.good() && opened.deposits.size() < mostRows; --count) {
        Deposit& deposit = opened.deposits.emplace_back();
        from.get(deposit.asset);
        from.get(deposit.amount);
    }
    return from.good() && opened.account > AccountId(0);
}

void put(ByteWriter& to, ExecutionReport const& report)
{
    write(to, report);
}

bool get(ByteReader& from, ExecutionReport& report)
{
    return read(from, report);
}

void put(ByteWriter& to, FillRecord const& fill)
{
    write(to, fill.report);
    to.put(static_cast<std::uint16_t>(fill.rows.size()));
    for (auto const& [asset, amounts] : fill.rows) {
        to.put(asset);
        for (const Amount amount : amounts) {
            to.put(amount);
        }
    }
    to.put(fill.net).put(fill.cost).put(fill.realised).put(fill.fees).put(fill.margin);
}

bool get(ByteReader& from, FillRecord& fill)
{
    if (!read(from, fill.report)) {
        return false;
    }
    std::uint16_t count = 0;
    from.get(count);
    for (; count > 0 && from.good() && fill.rows.size() < mostRows; --count) {
        Ledger::Row& row = fill.rows.emplace_back();
        from.get(row.asset);
        for (Amount& amount : row.amounts) {
            from.get(amount);
        }
    }
    from.get(fill.net);
    from.get(fill.cost);
    from.get(fill.realised);
    from.get(fill.fees);
    from.get(fill.margin);
    return from.good();
}

void put(ByteWriter& to, CancelRejected const& rejected)
{
    to.put(rejected.account);
    write(to, rejected.reject);
}

bool get(ByteReader& from, CancelRejected& rejected)
{
    from.get(rejected.account);
    return read(from, rejected.reject);
}

void put(ByteWriter& to, RequestTaken const& taken)
{
    to.put(taken.order).put(taken.clOrdId);
}

bool get(ByteReader& from, RequestTaken& taken)
{
    from.get(taken.order);
    from.get(taken.clOrdId);
    return from.good();
}

void put(ByteWriter& to, IdsPassed const& passed)
{
    to.put(passed.last);
}

bool get(ByteReader& from, IdsPassed& passed)
{
    from.get(passed.last);
    return from.good();
}

// The record whose place is `index`; false: it is not one, or there is none of that place.
template <std::size_t At = 0>
bool getAt(std::size_t index, ByteReader& from, AccountRecord& record)
{
    if constexpr (At < std::variant_size_v<AccountRecord>) {
        return index == At ? get(from, record.emplace<At>()) : getAt<At + 1>(index, from, record);
    }
    return false;
}

} // namespace

void encodeAccountRecord(std::vector<std::byte>& out, AccountRecord const& record)
{
    out.clear();
    ByteWriter to(out);
    to.put(accountRecordVersion);
    std::visit([&](auto const& what) { put(to, what); }, record);
}

Expected<AccountRecord> decodeAccountRecord(std::uint16_t kind, std::span<std::byte const> bytes)
{
    ByteReader from(bytes);
    std::uint8_t version = 0;
    from.get(version);
    if (from.good() && version != accountRecordVersion) {
        return fail(
            ErrorCode::JournalUnknownVersion,
            "an order record of version " + std::to_string(version) + "; expected " +
                std::to_string(accountRecordVersion)
        );
    }
    AccountRecord record;
    if (!getAt(std::size_t{kind} - 1, from, record) || !from.finished()) {
        return fail(ErrorCode::JournalCorrupt, "an order record of kind " + std::to_string(kind));
    }
    return record;
}

} // namespace qob
