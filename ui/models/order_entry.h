#pragma once

#include "engine/api/session.h"
#include "ui/models/market_view.h"
#include "ui/models/order_guard.h"
#include "ui/models/order_replica.h"
#include "ui/models/positions_model.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <map>

namespace qob {

// Where client order ids come from; every call gives one that was never given before.
class ClOrdIdSource {
public:
    virtual ~ClOrdIdSource() = default;
    virtual ClOrdId next() = 0;
};

// "a prefix that is unique to the run" + "-" + a counter. The prefix has at most 24 characters.
class PrefixedClOrdIds final : public ClOrdIdSource {
public:
    explicit PrefixedClOrdIds(std::string prefix) : m_prefix(std::move(prefix)) {}

    ClOrdId next() override { return ClOrdId(m_prefix + "-" + std::to_string(++m_count)); }

private:
    std::string m_prefix;
    std::uint64_t m_count = 0;
};

NewOrderSingle limitDraft(Side side, Price price, Qty qty);
NewOrderSingle marketDraft(Side side, Qty qty);
NewOrderSingle stopDraft(Side side, Price stopPx, Qty qty);

// The one way from a click to a command. Locked at every start: then nothing leaves but the kill switch,
// which can only take risk away. Every refusal is told in `refused`. What the rules want to be asked about
// waits for answer(). GUI thread.
class OrderEntry final : public QObject {
    Q_OBJECT

public:
    enum class Result : std::uint8_t { Sent, Asked, Locked, Invalid, Busy, Closed };

    // All must outlive it.
    OrderEntry(
        Session& session,
        ClOrdIdSource& ids,
        MarketReplica const& market,
        OrderReplica& orders,
        QObject* parent = nullptr
    );

    [[nodiscard]] bool locked() const { return m_locked; }

    void setLocked(bool locked);

    void setConfirmRules(ConfirmRules const& rules) { m_rules = rules; }

    // To the question that was asked last; what it was about is done if it still may be, or forgotten.
    void answer(bool yes);

    // On the instrument that the view shows, while its book is live. The draft's id and instrument are not
    // read.
    Result place(MarketView const& view, NewOrderSingle draft);
    // Orders that are linked, all or none of them.
    Result placeList(MarketView const& view, Contingency contingency, std::vector<NewOrderSingle> drafts);
    // On any instrument: whether its book is live is the engine's to say.
    Result placeOn(Instrument const& instrument, NewOrderSingle draft);
    // By a market order: closed, which only reduces, or made as large on the other side. Positions are told
    // later than fills: until this one is told anew, or its order ended without a fill, nothing more is sent
    // for it. Without a position nothing is done.
    enum class Closing : std::uint8_t { Close, Reverse, CloseUnasked };
    Result close(PositionsModel const& positions, InstrumentId instrument, Closing how);
    Result cancel(ClOrdId const& order);
    // Another price, of a stop another trigger; the quantity stays. A price through the market is asked
    // about as that of a new order is.
    Result reprice(ClOrdId const& order, Price price);
    // Sends nothing and tells why, for an order that cannot be made from what its user entered.
    Result decline(QString const& why);
    // Every working order of every instrument; works while locked, as do the next two.
    Result cancelAll();
    // The same, and nothing more is sent until trading is unlocked again.
    Result stopTrading();
    // Cancels all orders, and when none of them works any more, sends `orders()`: what is held for an order
    // is free only then. Locked, it only cancels.
    Result cancelAllThen(QString const& question, std::function<void()> orders);
    Result cancelAllOf(InstrumentId instrument);
    // Stops that have not triggered.
    Result cancelStopsOf(InstrumentId instrument);

signals:
    void lockChanged(bool locked);
    void refused(QString const& why);
    void confirmationWanted(QString const& question);

private:
    using Check = std::function<Result()>; // Sent: nothing speaks against it
    using Done = std::function<void(ClOrdId const&)>;

    struct ClosingOrder {
        ClOrdId order;
        Position before;
    };

    Result refuse(Result result, QString const& why);
    Result refuseLocked();
    // Sent: nothing speaks against it.
    Result check(MarketView const& view);
    Result check(Instrument const& instrument, NewOrderSingle const& order);
    Result checkTick(Instrument const& instrument, Price price);
    // For after a question.
    Check checkAgain(MarketView const& view);
    Result placeOrAsk(Instrument const& instrument, NewOrderSingle draft, Check again, Done sent = {});
    Result submit(Command const& command);
    Result ask(QString const& question, std::function<Result()> act);
    Result send(Instrument const& instrument, NewOrderSingle draft, Done const& sent);
    Result sendList(Contingency contingency, std::vector<NewOrderSingle> drafts);
    Result cancelAndWait(std::function<void()> orders);
    [[nodiscard]] bool isClosing(Position const& now) const;
    Result change(ClOrdId const& order, Price price, bool asks);
    [[nodiscard]] std::optional<QString>
    questionAboutChange(OrderState const& state, Instrument const& instrument, Price price) const;
    void lookWhetherAllEnded();
    void allEnded();
    void giveUpWaiting();
    // Null after a refusal.
    OrderState const* workingOrder(ClOrdId const& order);

    Session& m_session;
    ClOrdIdSource& m_ids;
    MarketReplica const& m_market;
    OrderReplica& m_orders;
    bool m_locked = true;
    ConfirmRules m_rules;
    std::map<InstrumentId, ClosingOrder> m_closing; // sent last
    std::function<Result()> m_asked;                // waits for an answer
    std::function<void()> m_afterCancel;            // waits for the orders' ends
    QTimer m_settling;                              // until what the account says is of after the cancels
    QTimer m_deadline;
};

} // namespace qob
