#pragma once

#include "engine/book/matching_book.h"

#include <map>
#include <set>
#include <vector>

namespace qob::test {

// The obvious matching book: every order in one map, every question answered by looking at all of them, and
// "would it be filled?" by trying on a copy. It says what docs/matching.md means; fast books are held against
// it.
class NaiveBook final : public MatchingBook {
public:
    explicit NaiveBook(BookRules const& rules) : m_rules(rules) {}

    void add(BookOrder const& order, BookEvents& out) override;
    void addList(Contingency contingency, std::span<const BookOrder> orders, BookEvents& out) override;
    void cancel(OrderId order, OwnerId owner, BookEvents& out) override;
    void replace(BookReplace const& request, BookEvents& out) override;
    void massCancel(BookMassCancel const& request, BookEvents& out) override;
    void setState(TradingState state, BookEvents& out) override;

    void setBand(PriceBand band) override { m_band = band; }

    void setGate(ListGate* gate) override { m_gate = gate; }

    void setNetPosition(OwnerId owner, Qty net, BookEvents& out) override;
    void advanceTime(Timestamp now, BookEvents& out) override;

    [[nodiscard]] TradingState state() const override { return m_state; }

    [[nodiscard]] std::optional<PriceLevel> best(Side side) const override;
    void levels(Side side, std::size_t count, std::vector<PriceLevel>& out) const override;
    [[nodiscard]] std::optional<OrderImage> find(OrderId order) const override;
    [[nodiscard]] Qty queueAhead(OrderId order) const override;

    [[nodiscard]] Price lastPrice() const override { return m_lastPrice; }

    [[nodiscard]] std::size_t orderCount() const override { return m_orders.size(); }

    [[nodiscard]] std::optional<AuctionQuote> auctionQuote() const override;
    [[nodiscard]] BookImage image() const override;
    void restore(BookImage const& image) override;

private:
    using Place = OrderImage::Place;
    using Kind = BookEvent::Kind;
    using Ids = std::vector<OrderId>;

    struct Entry {
        BookOrder order;
        std::optional<Place> place; // none: on its way
        Qty leaves;
        Qty shown;
        Price restsAt; // a pegged order's present price; 0 while it waits
        std::uint64_t acceptance = 0;
        std::uint64_t queue = 0; // rank of arrival in its place
        OrderId listHead;
        Contingency contingency = Contingency::None;
        bool parent = false;

        [[nodiscard]] OrderId id() const { return order.id; }

        [[nodiscard]] Side side() const { return order.side; }

        [[nodiscard]] Qty filled() const { return order.qty - leaves; }

        [[nodiscard]] bool is(ExecInst inst) const { return has(order.execInst, inst); }

        [[nodiscard]] bool in(Place where) const { return place == where; }

        // Where it rests or what it asks; 0: none.
        [[nodiscard]] Price price() const { return order.ordType == OrdType::Pegged ? restsAt : order.price; }
    };

    // One that takes part in an uncrossing.
    struct Participant {
        OrderId id;
        bool anyPrice = false;
        Price limit;
        Qty qty;
    };

    // Asking (naive_book.cpp)
    [[nodiscard]] Entry* live(OrderId id);
    [[nodiscard]] Entry const* live(OrderId id) const;
    // Those that the filter lets through, oldest acceptance first.
    template <class Filter>
    [[nodiscard]] Ids idsWhere(Filter filter) const;
    [[nodiscard]] Qty levelQty(Side side, Price price) const;
    [[nodiscard]] Qty positionToReduce(OwnerId owner, Side side) const;
    [[nodiscard]] OrderImage imageOf(Entry const& entry) const;

    // Telling (naive_book.cpp)
    BookEvent& tell(Kind kind, Entry const& entry);
    void answer(Kind kind, Entry const& entry);
    void tellRested(Entry const& entry);
    void reject(OrderId order, OwnerId owner, ErrorCode reason);
    void finish(BookEvents& out);

    // The door (naive_door.cpp)
    [[nodiscard]] ErrorCode refusal(BookOrder const& order) const;
    [[nodiscard]] bool wrongState(BookOrder const& order) const;
    [[nodiscard]] ErrorCode lookBeforeEntry(BookOrder& order) const;
    [[nodiscard]] ErrorCode keepFromTaking(BookOrder& order) const;
    [[nodiscard]] ErrorCode replaceRefusal(BookReplace const& request, BookOrder& changed) const;
    [[nodiscard]] std::vector<ErrorCode>
    listRefusals(Contingency contingency, std::span<const BookOrder> orders) const;
    OrderId accept(BookOrder order);
    void replaceWaiting(Entry& entry, BookOrder const& changed);
    void replacePegged(Entry& entry, BookOrder const& changed);
    void replaceCollected(Entry& entry, BookOrder const& changed);
    void replaceResting(Entry& entry, BookOrder changed);
    void replaceKeepingPlace(Entry& entry, BookOrder const& changed);
    void replaceLeavingPlace(Entry& entry, BookOrder const& changed);
    [[nodiscard]] static bool keepsPlace(Entry const& entry, BookOrder const& changed);
    static void apply(Entry& entry, BookOrder const& changed);

    // Entering and matching (naive_match.cpp)
    void enterListed(OrderId id);
    void enter(OrderId id);
    void enterWaiting(Entry& entry);
    void enterAsStop(Entry& entry);
    bool becomeLimit(Entry& entry);
    void cutToPosition(Entry& entry);
    void take(OrderId id);
    void match(OrderId id);
    [[nodiscard]] Entry* nextMaker(Entry const& taker, std::set<OrderId> const& passed);
    [[nodiscard]] bool comesBefore(Entry const& a, Entry const& b) const;
    [[nodiscard]] std::optional<Price> limitOf(Entry const& taker) const;
    [[nodiscard]] bool withinLimit(Entry const& taker, Price price) const;
    [[nodiscard]] std::optional<Price> bestLitOrDark(Side side) const;
    [[nodiscard]] bool wouldTrade(Side side, Price price) const;
    [[nodiscard]] bool restsAtOnce(Entry const& entry) const;
    [[nodiscard]] bool fillable(OrderId id) const;
    void prevent(OrderId taker, OrderId maker);
    void trade(OrderId taker, OrderId maker, Qty qty);
    void takeFromMaker(Entry& maker, Qty qty);
    void refill(OrderId maker);
    void rest(Entry& entry);
    void wait(Entry& entry, Place place);
    void cancelOrder(OrderId id, ErrorCode reason = {});
    void cancelEach(Ids const& ids, ErrorCode reason = {});

    // Lists (naive_match.cpp)
    static void unlist(Entry& entry);
    [[nodiscard]] Ids othersOfList(Entry const& entry) const;
    void fire(Entry const& entry);
    void parentDone(Entry const& gone);
    void listsHearOfEnd(Entry const& gone);
    void done(OrderId id);

    // Settling (naive_settle.cpp)
    void settle();
    bool settleOnce();
    bool followAndElect();
    void follow(Entry& stop, Price high, Price low);
    void elect(Price high, Price low);
    [[nodiscard]] bool elected(OrderId id) const;
    [[nodiscard]] static bool met(BookOrder const& stop, Price price);
    bool triggerFront();
    bool enterChild();
    bool trimReduceOnly();
    bool repricePegs();
    void reprice(Entry& entry);
    [[nodiscard]] Price heldToBand(Side side, Price price) const;
    [[nodiscard]] Price pegPrice(BookOrder const& order) const;
    bool fillAllOrNone();

    // Auctions (naive_auction.cpp)
    [[nodiscard]] std::vector<Participant> participants(Side side, bool closing) const;
    [[nodiscard]] std::optional<AuctionQuote> quote(bool closing) const;
    [[nodiscard]] Price chooseAmong(std::vector<AuctionQuote> const& quotes) const;
    bool uncross(bool closing);
    [[nodiscard]] std::vector<Participant> willing(Side side, bool closing, Price price) const;
    void uncrossTrade(Entry& buy, Entry& sell, Price price, Qty qty);
    void showUncrossed(Entry& entry);
    void uncrossedEnd(Ids const& traded);
    [[nodiscard]] Ids collected() const;
    void cancelLeftOver(bool closing, bool uncrossed);
    void enterCollected();
    void endDay();

    BookRules m_rules;
    TradingState m_state = TradingState::Continuous;
    Timestamp m_now;
    Price m_lastPrice;
    PriceBand m_band;
    std::uint64_t m_acceptances = 0;
    std::uint64_t m_arrivals = 0;
    std::map<OrderId, Entry> m_orders;
    std::map<OwnerId, Qty> m_positions;

    // Of the call under way.
    std::vector<BookEvent> m_events;
    std::vector<Price> m_seen; // trade prices no stop has looked at yet
    Ids m_elected;
    ListGate* m_gate = nullptr;
    bool m_trial = false; // this is a copy for a dry run
};

template <class Filter>
NaiveBook::Ids NaiveBook::idsWhere(Filter filter) const
{
    std::map<std::uint64_t, OrderId> sorted;
    for (auto const& [id, entry] : m_orders) {
        if (filter(entry)) {
            sorted.emplace(entry.acceptance, id);
        }
    }
    Ids ids;
    for (auto const& [acceptance, id] : sorted) {
        ids.push_back(id);
    }
    return ids;
}

} // namespace qob::test
