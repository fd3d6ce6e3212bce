#pragma once

#include "ui/models/balances_model.h"
#include "ui/models/order_entry.h"

#include <QObject>

namespace qob {

// What a trader calls the order types: FIX's own, and those that are one of them with a setting.
enum class TicketType : std::uint8_t {
    Limit,
    Market,
    Stop,
    StopLimit,
    TrailingStop,
    MarketToLimit,
    PegMid,
    PegPrimary,
};

// What the number in the quantity field means.
enum class SizeBy : std::uint8_t {
    Quantity, // what the instrument's quantity counts
    Notional, // settle units that the order is worth
    Risk,     // settle units that are lost when the bracket's stop is hit
};

// What an order of the ticket would be worth.
struct TicketPreview {
    Amount notional;      // settle asset
    Amount fee;           // settle asset; negative: a rebate
    Amount held;          // fundingAsset(): what the account puts aside for it, as margin or to pay with
    AssetName asset;      // the settle asset
    bool taker = false;   // it would cross the spread
    bool complete = true; // false: the visible book is too thin for a market order of this size
    double impactBps = 0; // from the best price to the average one, of what takes
};

// The ticket's fields and what follows from them, without its buttons. The quantity is also what a click into
// the ladder orders, and so is the bracket. GUI thread.
class OrderTicket final : public QObject {
    Q_OBJECT

public:
    explicit OrderTicket(MarketView const& market, QObject* parent = nullptr);

    [[nodiscard]] TicketType type() const { return m_type; }

    [[nodiscard]] TimeInForce timeInForce() const { return m_timeInForce; }

    [[nodiscard]] Price price() const { return m_price; }

    [[nodiscard]] Price stopPx() const { return m_stopPx; }

    [[nodiscard]] Price trailOffset() const { return m_trailOffset; }

    [[nodiscard]] SizeBy sizeBy() const { return m_sizeBy; }

    // As typed; it is the quantity itself when that is what is typed.
    [[nodiscard]] Amount size() const { return m_size; }

    // Of the order; 0 while it cannot be known.
    [[nodiscard]] Qty qty() const;

    [[nodiscard]] Qty displayQty() const { return m_displayQty; }

    [[nodiscard]] ExecInst execInst() const { return m_execInst; }

    [[nodiscard]] Price takeProfit() const { return m_takeProfit; }

    [[nodiscard]] Price stopLoss() const { return m_stopLoss; }

    [[nodiscard]] bool usesPrice() const;
    [[nodiscard]] bool usesStopPx() const;
    // Whether it can stay in the book: then it may be post-only, an iceberg, and last.
    [[nodiscard]] bool rests() const;

    // What never rests is never good till cancelled: GTC becomes IOC.
    void setType(TicketType type);
    void setTimeInForce(TimeInForce tif);
    void setPrice(Price price);
    void setStopPx(Price price);
    void setTrailOffset(Price offset);
    void setSizeBy(SizeBy by);
    void setSize(Amount size);
    void setQty(Qty qty); // and sizes by quantity
    void setDisplayQty(Qty qty);
    void setExecInst(ExecInst flag, bool on);
    // Distances from the entry, 0: none.
    void setBracket(Price takeProfit, Price stopLoss);

    // Five round quantities around a thousand quote units, smallest first.
    [[nodiscard]] std::vector<Qty> quickQuantities() const;

    // Nothing while price, quantity or book are missing.
    [[nodiscard]] std::optional<TicketPreview> preview(Side side) const;

    // What a buy or a sell is paid from.
    [[nodiscard]] AssetName fundingAsset(Side side) const;

    // The order as the fields say it.
    [[nodiscard]] NewOrderSingle draft(Side side) const;

    // Sends an order, with its take profit and stop loss if there is a bracket.
    OrderEntry::Result send(OrderEntry& entry, NewOrderSingle const& order) const;

signals:
    void changed();

private:
    void takeInstrument();
    void takeDepth();
    [[nodiscard]] std::optional<TicketPreview> costPreview(Side side) const;
    [[nodiscard]] std::optional<TicketPreview> takingPreview(Instrument const& instrument, Side side) const;
    // The draft but for its quantity.
    [[nodiscard]] NewOrderSingle shape(Side side) const;
    // What it trades at, as far as that is known now.
    [[nodiscard]] Price entryPrice(NewOrderSingle const& order) const;

    MarketView const& m_market;
    std::optional<InstrumentId> m_instrument;
    TicketType m_type = TicketType::Limit;
    TimeInForce m_timeInForce = TimeInForce::GoodTillCancel;
    Price m_price;
    Price m_stopPx;
    Price m_trailOffset;
    SizeBy m_sizeBy = SizeBy::Quantity;
    Amount m_size;
    Qty m_displayQty;
    ExecInst m_execInst = ExecInst::None;
    Price m_takeProfit;
    Price m_stopLoss;
    bool m_defaultsPending = false; // price and quantity wait for the first book
};

QString ticketTypeText(TicketType type);

} // namespace qob
