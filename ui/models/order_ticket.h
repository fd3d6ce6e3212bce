#pragma once

#include "ui/models/balances_model.h"
#include "ui/models/market_view.h"

#include <QObject>

namespace qob {

// What an order of the ticket would be worth.
struct TicketPreview {
    Amount notional;      // settle asset
    Amount fee;           // settle asset; negative: a rebate
    AssetName asset;      // the settle asset
    bool taker = false;   // it would cross the spread
    bool complete = true; // false: the visible book is too thin for a market order of this size
};

// The ticket's fields and what follows from them, without its buttons. The quantity is also what a click into
// the ladder orders. GUI thread.
class OrderTicket final : public QObject {
    Q_OBJECT

public:
    explicit OrderTicket(MarketView const& market, QObject* parent = nullptr);

    [[nodiscard]] OrdType type() const { return m_type; }

    [[nodiscard]] TimeInForce timeInForce() const { return m_timeInForce; }

    [[nodiscard]] Price price() const { return m_price; }

    [[nodiscard]] Qty qty() const { return m_qty; }

    // A market order is never left in the book: GTC becomes IOC.
    void setType(OrdType type);
    void setTimeInForce(TimeInForce tif);
    void setPrice(Price price);
    void setQty(Qty qty);

    // Five round quantities around a thousand quote units, smallest first.
    [[nodiscard]] std::vector<Qty> quickQuantities() const;

    // Nothing while price, quantity or book are missing.
    [[nodiscard]] std::optional<TicketPreview> preview(Side side) const;

    // What a buy or a sell is paid from.
    [[nodiscard]] AssetName fundingAsset(Side side) const;

signals:
    void changed();

private:
    void takeInstrument();
    void takeDepth();
    [[nodiscard]] std::optional<TicketPreview> marketPreview(Instrument const& instrument, Side side) const;

    MarketView const& m_market;
    std::optional<InstrumentId> m_instrument;
    OrdType m_type = OrdType::Limit;
    TimeInForce m_timeInForce = TimeInForce::GoodTillCancel;
    Price m_price;
    Qty m_qty;
    bool m_defaultsPending = false; // price and quantity wait for the first book
};

} // namespace qob
