#pragma once

#include "ui/models/balances_model.h"
#include "ui/models/order_entry.h"

#include <QObject>

#include <map>

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
    OneCancelsOther, // a limit order and a stop: what of one fills or goes takes the other away
};

// What the number in the quantity field means.
enum class SizeBy : std::uint8_t {
    Quantity, // what the instrument's quantity counts
    Notional, // settle units that the order is worth
    Risk,     // settle units that are lost when the bracket's stop is hit
};

// What is typed into. From TakeProfit on they are folded away until asked for.
enum class TicketField : std::uint8_t {
    LimitPx,
    StopPx,
    Trail,
    Until,
    Size,
    TakeProfit,
    StopLoss,
    Shows,
    TrailStep,
    PegOffset,
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
    // What its user changes or sends keeps the market shown, which must outlive it.
    explicit OrderTicket(MarketView& market, QObject* parent = nullptr);

    [[nodiscard]] TicketType type() const { return m_type; }

    [[nodiscard]] TimeInForce timeInForce() const { return m_timeInForce; }

    [[nodiscard]] Price price() const { return m_price; }

    [[nodiscard]] Price stopPx() const { return m_stopPx; }

    [[nodiscard]] Price trailOffset() const { return m_trailOffset; }

    // The trailing stop's trigger moves by no less; 0: by any.
    [[nodiscard]] Price trailStep() const { return m_trailStep; }

    // Added to what the order is pegged to.
    [[nodiscard]] Price pegOffset() const { return m_pegOffset; }

    // When a GTD order ends; min: not said yet.
    [[nodiscard]] Timestamp expireTime() const { return m_expireTime; }

    // What becomes of the order where it would trade with another one of the account.
    [[nodiscard]] SelfTrade selfTrade() const { return m_selfTrade; }

    [[nodiscard]] SizeBy sizeBy() const { return m_sizeBy; }

    // As typed; it is the quantity itself when that is what is typed.
    [[nodiscard]] Amount size() const { return m_size; }

    // Of the order; 0 while it cannot be known.
    [[nodiscard]] Qty qty() const;

    [[nodiscard]] Qty displayQty() const { return m_displayQty; }

    // Of the conditions chosen, those that takes() is true for: only they are sent.
    [[nodiscard]] ExecInst execInst() const;

    [[nodiscard]] Price takeProfit() const { return m_takeProfit; }

    [[nodiscard]] Price stopLoss() const { return m_stopLoss; }

    [[nodiscard]] bool usesPrice() const;
    [[nodiscard]] bool usesStopPx() const;
    // Whether its type can stay in the book: then it may last.
    [[nodiscard]] bool rests() const;
    // Whether an order of this type and time in force can carry the condition. What only takes is not
    // post-only; what never stands in the book cannot be hidden there, or show a part.
    [[nodiscard]] bool takes(ExecInst flag) const;
    // Whether an order needs the field, as it is chosen; the bracket goes with every one.
    [[nodiscard]] bool uses(TicketField field) const;

    // What never rests does not last: GTC, day and GTD become IOC. One of two that wait always lasts.
    void setType(TicketType type);
    void setTimeInForce(TimeInForce tif);
    void setPrice(Price price);
    void setStopPx(Price price);
    void setTrailOffset(Price offset);
    void setTrailStep(Price step);
    void setPegOffset(Price offset);
    void setExpireTime(Timestamp time);
    void setSelfTrade(SelfTrade what);
    void setSizeBy(SizeBy by);
    void setSize(Amount size);
    void setQty(Qty qty); // and sizes by quantity
    void setDisplayQty(Qty qty);
    void setExecInst(ExecInst flag, bool on);
    // Distances from the entry, 0: none.
    void setBracket(Price takeProfit, Price stopLoss);
    void setTakeProfit(Price distance);
    void setStopLoss(Price distance);

    // What was typed into a field is no value for it: `why`. No order that uses it is sent until it is set.
    void setProblem(TicketField field, QString const& why);
    // Empty: there is none.
    [[nodiscard]] QString problem(TicketField field) const;

    // Five round quantities around a thousand quote units, smallest first.
    [[nodiscard]] std::vector<Qty> quickQuantities() const;

    // Nothing while price, quantity or book are missing.
    [[nodiscard]] std::optional<TicketPreview> preview(Side side) const;

    // What a buy or a sell is paid from.
    [[nodiscard]] AssetName fundingAsset(Side side) const;

    // The order as the fields say it.
    [[nodiscard]] NewOrderSingle draft(Side side) const;

    // Sends the draft, or refuses while a field that it uses has a problem.
    OrderEntry::Result send(OrderEntry& entry, Side side) const;
    // Sends an order made elsewhere, with the take profit and stop loss if there is a bracket: refused while
    // those or the quantity have a problem, or the price they are measured from is not known.
    OrderEntry::Result send(OrderEntry& entry, NewOrderSingle const& order) const;

signals:
    void changed();

private:
    void takeInstrument();
    void takeDepth();
    void touched();
    [[nodiscard]] std::optional<TicketPreview> costPreview(Side side) const;
    [[nodiscard]] std::optional<TicketPreview> takingPreview(Instrument const& instrument, Side side) const;
    // The draft but for its quantity.
    [[nodiscard]] NewOrderSingle shape(Side side) const;
    // What it trades at, as far as that is known now.
    [[nodiscard]] Price entryPrice(NewOrderSingle const& order) const;
    // Of its limit order and its stop, each with the draft's quantity.
    OrderEntry::Result sendEither(OrderEntry& entry, Side side) const;
    // Takes a value for a field.
    template <class T>
    void set(TicketField field, T& kept, T value);

    MarketView& m_market;
    std::optional<Instrument> m_instrument; // that the numbers are for, in its units
    TicketType m_type = TicketType::Limit;
    TimeInForce m_timeInForce = TimeInForce::GoodTillCancel;
    Price m_price;
    Price m_stopPx;
    Price m_trailOffset;
    Price m_trailStep;
    Price m_pegOffset;
    Timestamp m_expireTime = Timestamp::min();
    SelfTrade m_selfTrade = SelfTrade::Allow;
    SizeBy m_sizeBy = SizeBy::Quantity;
    Amount m_size;
    Qty m_displayQty;
    ExecInst m_execInst = ExecInst::None;
    Price m_takeProfit;
    Price m_stopLoss;
    std::map<TicketField, QString> m_problems;
    bool m_defaultsPending = false; // price and quantity wait for the first book
};

QString ticketTypeText(TicketType type);

} // namespace qob
