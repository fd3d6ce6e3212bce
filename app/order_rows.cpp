#include "app/order_rows.h"

#include "engine/session/order_records.h"

#include <map>

namespace qob {

namespace {

// A count of 10^-scale as an Amount.
Amount amountOf(std::int64_t count, int scale)
{
    return Amount(static_cast<Int128>(count) * pow10(amountScale - scale));
}

std::uint16_t codeOf(std::optional<Error> const& reason)
{
    return reason ? static_cast<std::uint16_t>(reason->code) : std::uint16_t{0};
}

class OrderTranslator final : public RecordTranslator {
public:
    void begin(std::vector<Instrument> instruments) override
    {
        m_instruments.clear();
        for (Instrument& instrument : instruments) {
            m_instruments[instrument.id] = std::move(instrument);
        }
    }

    Expected<void> translate(JournalRecord const& record, RowBatch& batch) override
    {
        auto decoded = decodeAccountRecord(record.kind, record.payload);
        auto const added =
            decoded ? std::visit(
                          [&](auto const& what) { return add(what, record.time, record.sequence, batch); },
                          *decoded
                      )
                    : Expected<void>(tl::unexpected(decoded.error()));
        if (added) {
            return {};
        }
        return fail(
            added.error().code,
            std::string(record.file) + " at byte " + std::to_string(record.offset) + ": " +
                added.error().detail
        );
    }

private:
    Expected<void>
    add(RunBegins const& /*begins*/, Timestamp /*time*/, std::uint64_t /*sequence*/, RowBatch& batch)
    {
        m_instruments.clear();
        batch.newRun = true;
        for (Instrument& instrument : batch.instruments) {
            instrument.id = ofNoRun;
        }
        return {};
    }

    Expected<void>
    add(Instrument const& instrument, Timestamp /*time*/, std::uint64_t /*sequence*/, RowBatch& batch)
    {
        m_instruments[instrument.id] = instrument;
        batch.instruments.push_back(instrument);
        return {};
    }

    Expected<void>
    add(AccountOpened const& opened, Timestamp time, std::uint64_t /*sequence*/, RowBatch& batch)
    {
        batch.accounts.push_back({opened.account, time});
        for (auto const& row : Portfolio(opened.deposits).image().accounts) {
            addBalance(opened.account, row, time, batch);
        }
        return {};
    }

    Expected<void> add(ExecutionReport const& report, Timestamp time, std::uint64_t sequence, RowBatch& batch)
    {
        Instrument const* const instrument = find(report.instrument);
        if (report.orderId == OrderId()) {
            RejectRow reject;
            reject.sequence = sequence;
            reject.account = accountOf(report.execId);
            reject.clOrdId = report.clOrdId;
            reject.venue = instrument == nullptr ? "" : instrument->venue;
            reject.symbol = instrument == nullptr ? "" : instrument->symbol;
            reject.time = time;
            reject.reason = codeOf(report.reason);
            reject.reasonText = report.reason ? report.reason->detail : "";
            batch.rejects.push_back(std::move(reject));
            return {};
        }
        return addOrder(report, instrument, batch);
    }

    Expected<void> add(FillRecord const& fill, Timestamp time, std::uint64_t sequence, RowBatch& batch)
    {
        auto const& report = fill.report;
        Instrument const* const instrument = find(report.instrument);
        if (auto added = addOrder(report, instrument, batch); !added) {
            return added;
        }
        const AccountId account = accountOf(report.execId);
        FillRow row;
        row.account = account;
        row.execId = report.execId;
        row.time = report.transactTime;
        row.orderId = report.orderId;
        row.clOrdId = report.clOrdId;
        row.venue = instrument->venue;
        row.symbol = instrument->symbol;
        row.side = report.side;
        row.price = amountOf(report.lastPx.value, instrument->priceScale);
        row.qty = amountOf(report.lastQty.value, instrument->qtyScale);
        row.liquidity = report.liquidity;
        row.fee = report.fee;
        row.feeAsset = report.feeAsset;
        row.sequence = sequence;
        batch.fills.push_back(std::move(row));
        PositionRow position;
        position.account = account;
        position.venue = instrument->venue;
        position.symbol = instrument->symbol;
        position.net = amountOf(fill.net.value, instrument->qtyScale);
        position.cost = fill.cost;
        position.realised = fill.realised;
        position.fees = fill.fees;
        position.margin = fill.margin;
        position.asset = instrument->settleAsset();
        position.updated = time;
        batch.positions.push_back(std::move(position));
        for (auto const& money : fill.rows) {
            addBalance(account, money, time, batch);
        }
        return {};
    }

    Expected<void>
    add(CancelRejected const& rejected, Timestamp time, std::uint64_t sequence, RowBatch& batch)
    {
        RejectRow reject;
        reject.sequence = sequence;
        reject.account = rejected.account;
        reject.ofCancel = true;
        reject.clOrdId = rejected.reject.clOrdId;
        reject.origClOrdId = rejected.reject.origClOrdId;
        reject.time = time;
        reject.reason = static_cast<std::uint16_t>(rejected.reject.reason.code);
        reject.reasonText = rejected.reject.reason.detail;
        batch.rejects.push_back(std::move(reject));
        return {};
    }

    // What only the engine needs when it comes back.
    Expected<void>
    add(RequestTaken const& /*taken*/, Timestamp /*time*/, std::uint64_t /*sequence*/, RowBatch& /*batch*/)
    {
        return {};
    }

    Expected<void>
    add(IdsPassed const& /*passed*/, Timestamp /*time*/, std::uint64_t /*sequence*/, RowBatch& /*batch*/)
    {
        return {};
    }

    static void addBalance(AccountId account, Ledger::Row const& row, Timestamp time, RowBatch& batch)
    {
        auto const amount = [&](LedgerAccount where) {
            return row.amounts[static_cast<std::size_t>(where)];
        };
        batch.balances.push_back(
            {account, row.asset, amount(LedgerAccount::Free) + amount(LedgerAccount::Held), time}
        );
    }

    Expected<void> addOrder(ExecutionReport const& report, Instrument const* instrument, RowBatch& batch)
    {
        if (instrument == nullptr) {
            return fail(
                ErrorCode::JournalCorrupt,
                "a report of order " + std::to_string(report.orderId.value) +
                    " in an instrument that was not named"
            );
        }
        auto const price = [&](Price value) {
            return amountOf(value.value, instrument->priceScale);
        };
        auto const qty = [&](Qty value) {
            return amountOf(value.value, instrument->qtyScale);
        };
        OrderRow order;
        order.account = accountOf(report.orderId);
        order.orderId = report.orderId;
        order.execId = report.execId;
        order.clOrdId = report.clOrdId;
        order.origClOrdId = report.origClOrdId;
        order.venue = instrument->venue;
        order.symbol = instrument->symbol;
        order.side = report.side;
        order.ordType = report.ordType;
        order.timeInForce = report.timeInForce;
        order.execInst = report.execInst;
        order.selfTrade = report.selfTrade;
        order.contingency = report.contingency;
        order.listId = report.listId;
        order.price = price(report.price);
        order.stopPx = price(report.stopPx);
        order.trailOffset = price(report.trailOffset);
        order.trailStep = price(report.trailStep);
        order.pegOffset = price(report.pegOffset);
        order.displayQty = qty(report.displayQty);
        order.orderQty = qty(report.orderQty);
        order.leavesQty = qty(report.leavesQty);
        order.cumQty = qty(report.cumQty);
        order.avgPx = report.avgPx;
        order.status = report.ordStatus;
        order.expires = report.expireTime;
        order.sent = report.sendingTime;
        order.updated = report.transactTime;
        order.reason = codeOf(report.reason);
        order.reasonText = report.reason ? report.reason->detail : "";
        batch.orders.push_back(std::move(order));
        return {};
    }

    [[nodiscard]] Instrument const* find(InstrumentId id) const
    {
        auto const found = m_instruments.find(id);
        return found == m_instruments.end() ? nullptr : &found->second;
    }

    std::map<InstrumentId, Instrument> m_instruments; // of the run that is being read
};

} // namespace

std::unique_ptr<RecordTranslator> makeOrderTranslator()
{
    return std::make_unique<OrderTranslator>();
}

} // namespace qob
