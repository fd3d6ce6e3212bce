#pragma once

#include "engine/book/ladder_book.h"
#include "engine/exchange/exchange_command.h"
#include "engine/trading/portfolio.h"

#include <boost/container/small_vector.hpp>

#include <array>
#include <map>
#include <memory>
#include <span>

namespace qob {

// What an account is told of one of its orders or requests; FIX 8 and 9 in one.
struct ExchangeReport {
    enum class Kind : std::uint8_t {
        Order,         // the order as it stands, after what execType says
        CancelReject,  // a cancel or replace was refused; the order, if known, as it stands
        AccountReject, // a transfer, account or market command was refused
    };

    Kind kind{};
    ExecType execType{};
    OrdStatus ordStatus{};
    Side side{};
    Liquidity liquidity = Liquidity::None;
    ErrorCode reason{}; // ErrorCode(): none
    OwnerId account;
    InstrumentId instrument;
    std::uint64_t command = 0; // sequence of the command that caused it
    ExecId execId;
    OrderId orderId;
    ClOrdId clOrdId;
    ClOrdId origClOrdId; // of a replace or cancel
    Price price;
    Qty orderQty;
    Qty leavesQty;
    Qty cumQty;
    Price lastPx; // on a trade, as are lastQty and fee
    Qty lastQty;
    Amount fee; // in the settle asset
};

// Who hears what happens, in order, during apply(). The references are good for the call.
class ExchangeOutput {
public:
    virtual ~ExchangeOutput() = default;
    virtual void onReport(ExchangeReport const& report) = 0;

    // The public side: order by order, for L3, L2 and trades.
    virtual void onBookEvent(BookEvent const& event) = 0;
};

struct ExchangeLimits {
    std::uint32_t maxOrders = 1U << 20U;      // working at a time, over all instruments
    std::size_t rememberedOrders = 1U << 16U; // ClOrdIDs of done orders, and former ones, still answered
    bool hugePages = false;
};

// A venue: instruments with their matching books, accounts with their money, the orders between them. A
// command changes it in one step: the money an order needs is set aside before it enters a book, every trade
// moves money and fees between ledgers that always sum, and what is held is what working orders need. The
// same commands at the same times give the same state, to the last bit, and the same reports.
//
// A ClOrdID names one order of its account for as long as the order works and a while after: asked again, it
// is answered with the order as it stands and nothing new is made. So do the names an order had before it was
// replaced, until as many others as are remembered came after them. One thread.
class Exchange {
public:
    explicit Exchange(ExchangeLimits const& limits = {});
    ~Exchange();

    // `sequence` and `time` are the command's own; time never goes back (an earlier one counts as the
    // latest).
    void apply(std::uint64_t sequence, Timestamp time, ExchangeCommand const& command, ExchangeOutput& out);

    // Load what applying the command will touch: first where it leads, then, a few commands later, what is
    // there. For a caller who sees commands coming; they change nothing.
    void prefetchNames(ExchangeCommand const& command) const;
    void prefetchOrders(ExchangeCommand const& command) const;

    // Every part of the state in one order only; two exchanges with the same bytes will do the same.
    [[nodiscard]] std::vector<std::byte> image() const;

    // As an older program wrote it; what that did not know is left out.
    [[nodiscard]] std::vector<std::byte> image(int version) const;

    [[nodiscard]] static int imageVersion(std::span<std::byte const> image); // 0: none this one knows

    [[nodiscard]] std::uint64_t stateHash() const;
    [[nodiscard]] std::uint64_t stateHash(int version) const; // of such an image

    // Only of an exchange to which nothing was applied, with the same limits; images of every
    // version so far. SnapshotCorrupt; then it is as it was.
    Expected<void> restore(std::span<std::byte const> image);

    // Whether every ledger sums, money paid by one account was received by another, nothing free is below
    // zero, and what is held is what the working orders and margins need; the sentence says what is not so.
    [[nodiscard]] Expected<void> audit() const;

    [[nodiscard]] MatchingBook const* book(InstrumentId instrument) const;
    [[nodiscard]] Instrument const* instrument(InstrumentId instrument) const;
    [[nodiscard]] Portfolio const* portfolio(OwnerId account) const;
    [[nodiscard]] std::vector<InstrumentId> instruments() const;

    [[nodiscard]] std::size_t workingOrders() const { return m_working; }

private:
    struct Account {
        Portfolio portfolio{{}};
        std::uint8_t feeTier = 0;
        bool blocked = false;
    };

    struct Listing {
        Instrument instrument;
        std::unique_ptr<LadderBook> book;
        std::array<std::int64_t, 2> working{}; // what is left of all its orders, buys and sells
    };

    struct alignas(64) Order {
        OrderId id; // null: the slot is free
        ClOrdId clOrdId;
        OwnerId account;
        InstrumentId instrument;
        Side side{};
        bool pegged = false;
        bool guarded = false; // a stop whose limit is the exchange's; the band's edge goes before it
        Price price;          // FIX 44, 0 for none
        Price holdPrice;      // the worst it can trade at
        Qty total;
        Qty cum;
        Qty leaves;
        Portfolio::Need held;   // unless it is in a list, which holds for all its orders
        bool covered = false;   // reduce-only: what it trades was set aside when the position was opened
        bool isShort = false;   // in m_short
        bool uncrosses = false; // while its market uncrosses: it may trade there, whatever its list says
        std::uint32_t list = 0; // 0: none
        std::uint32_t hash = 0; // of its name, in the index
        std::uint64_t formerName = 0; // number in m_done, from 1, of the name it had before this; 0: none
    };

    // A name that no working order has now, for as long as it is remembered: what one asks of the order when
    // it is used again. `former`: the order works under another name, and is asked itself.
    struct alignas(64) Done {
        OwnerId account;
        ClOrdId clOrdId; // empty: none
        OrdStatus status{};
        bool former = false;
        std::uint32_t hash = 0;
        OrderId order;
        Qty cum; // of a former name, the number of the one before it
    };

    // One an asset, of which an instrument's orders need two.
    using Needs = boost::container::small_vector<Portfolio::Need, 2>;

    // Room for the orders of the longest list in place.
    template <class T>
    using Listed = boost::container::small_vector<T, longestList>;

    // What is set aside for linked orders: of those that cancel each other the dearest, for children no more
    // than their parent has filled.
    struct List {
        Contingency contingency{};
        OrderId parent; // null: none, or done
        Qty parentCum;
        Listed<OrderId> others;
        Needs held;
    };

    struct Fees {
        FeeRate maker;
        FeeRate taker;
    };

    struct Index; // ClOrdIDs
    static std::unique_ptr<Index> makeIndex(ExchangeLimits const& limits);

    class Gate final : public ListGate {
    public:
        explicit Gate(Exchange& exchange) : m_exchange(exchange) {}

        bool mayEnter(OrderId order) override { return m_exchange.mayEnter(order); }

    private:
        Exchange& m_exchange;
    };

    // The request being answered.
    struct Request {
        std::uint64_t sequence = 0;
        OwnerId account;
        ClOrdId clOrdId;
        ClOrdId origClOrdId;
        bool changes = false; // a cancel or replace
        OrderId order;        // that it changes
    };

    void expire();
    void on(EnterOrder const& command);
    void on(EnterList const& command);
    void on(CancelOrder const& command);
    void on(ReplaceOrder const& command);
    void on(MassCancel const& command);
    void on(Disconnect const& command);
    void on(BlockTrading const& command);
    void on(Transfer const& command);
    void on(OpenAccount const& command);
    void on(SetFeeTier const& command);
    void on(ListInstrument const& command);
    void on(SetTradingState const& command);
    void on(SetPriceBand const& command);

    void on(PassTime const& /*command*/) {}

    [[nodiscard]] ErrorCode admit(EnterOrder const& command, BookOrder& order, Price& worst);
    [[nodiscard]] static Price protect(Listing const& listing, BookOrder& order);
    [[nodiscard]] static Price worstFor(LadderBook const& book, Side side, Qty qty);
    Order& open(EnterOrder const& command, BookOrder& order, Price worst, std::uint32_t hash);
    void forget(Order& order);
    void setLeaves(Order& order, Qty leaves);
    [[nodiscard]] bool hasRoom(Listing const& listing, OwnerId owner, Side side, Qty more) const;
    void forgetList(std::uint32_t list, std::span<BookOrder const> orders);
    void refuseList(EnterList const& command, std::size_t failing, ErrorCode reason);
    void refuse(EnterOrder const& command, ErrorCode reason);
    void refuseChange(OrderId id, ErrorCode reason, OrdStatus ended = OrdStatus::Rejected);
    void refuseCommand(OwnerId account, InstrumentId instrument, ErrorCode reason);
    [[nodiscard]] std::uint32_t find(OwnerId account, ClOrdId const& clOrdId, std::uint32_t hash) const;
    [[nodiscard]] Order const* working(std::uint32_t reference) const;
    bool answerKnown(OwnerId account, ClOrdId const& clOrdId, std::uint32_t hash);
    [[nodiscard]] Order* changed(OwnerId account, ClOrdId const& clOrdId, ClOrdId const& origClOrdId);

    // exchange_cover.cpp
    [[nodiscard]] bool mayEnter(OrderId id);
    [[nodiscard]] bool needsNoPrice(Order const& order) const;
    void coverUncrossing(Listing& listing, TradingState next);
    void coverLists(Listing& listing);
    [[nodiscard]] bool coverUnpriced(Listing& listing, Price price);
    void uncrossed(Listing& listing);
    void coverFees(std::uint8_t tier, std::optional<OwnerId> owner);
    [[nodiscard]] bool paysAtOnce(Order const& order) const;
    [[nodiscard]] bool isCovered(List const& list) const;
    bool evictUnpaid();

    void drain(Listing& listing);
    void onEvent(Listing& listing, BookEvent const& event);
    void onTrade(Listing& listing, BookEvent const& event);
    void onFill(Listing& listing, OrderId id, Qty leaves, BookEvent const& event, Liquidity liquidity);
    void onPrevented(Listing& listing, OrderId id, Qty leaves, Qty qty);
    void onReplaced(Listing& listing, Order& order, BookEvent const& event);
    void onRejected(BookEvent const& event);
    void onCanceled(Order& order, BookEvent const& event);
    void onRestated(Listing& listing, Order& order, BookEvent const& event);
    static void keepToBand(Listing const& listing, Order& order);
    void tellPrice(Order& order, Price price);
    void release(Order& order);
    bool rehold(Order& order);
    void markShort(Order& order, bool isShort);
    void topUp();
    bool rehold(List& list);
    void leaveList(Order const& order);
    [[nodiscard]] Needs needOf(List const& list) const;
    void finish(Order& order, OrdStatus status);
    void remember(Done const& name, Slot slot);
    void report(Order const& order, ExecType type, ErrorCode reason = {});
    [[nodiscard]] ExchangeReport about(Order const& order) const;

    [[nodiscard]] Order& orderOf(OrderId id) { return m_orders[slotOf(id)]; }

    // Always inlined: gcc drops calls of functions that do nothing but prefetch.
    [[gnu::always_inline]] void prefetchOrder(Slot slot) const
    {
        auto const* line = reinterpret_cast<std::byte const*>(m_orders.data() + slot);
        for (std::size_t at = 0; at < sizeof(Order); at += 64) {
            __builtin_prefetch(line + at, 1);
        }
    }

    [[nodiscard]] Listing* listing(InstrumentId instrument);
    [[nodiscard]] Account* account(OwnerId account);
    [[nodiscard]] Fees feesOf(Account const& account, Instrument const& instrument) const;
    [[nodiscard]] Portfolio::Need needOf(Order const& order) const;

    using HeldAmounts = std::map<std::pair<OwnerId, AssetName>, Amount>;

    [[nodiscard]] Expected<void> auditOrders(HeldAmounts& needed) const;
    [[nodiscard]] Expected<void>
    auditAccount(OwnerId owner, HeldAmounts& needed, std::map<AssetName, Amount>& venue) const;

    struct Codec; // image and back
    void rebuild(std::vector<BookImage> const& books);
    void clear();
    static BookRules bookRules(Instrument const& instrument, std::uint32_t maxOrders);

    ExchangeLimits m_limits;
    Gate m_gate{*this};
    OrderPool m_pool;
    OrderIds m_ids;
    BookEvents m_events;
    std::vector<std::unique_ptr<Listing>> m_listings; // by instrument id; null: none
    std::vector<std::unique_ptr<Account>> m_accounts; // by owner id; null: none
    std::vector<Fees> m_feeTiers;
    std::map<AssetName, Amount> m_deposits; // of all accounts
    std::vector<Order> m_orders;            // by slot
    std::unique_ptr<Index> m_index;
    std::vector<Done> m_done;      // names remembered, a ring
    std::uint64_t m_doneCount = 0; // ever; the next one's place is this modulo the ring's size
    std::size_t m_working = 0;
    std::uint64_t m_lastExecId = 0;
    std::pmr::unordered_map<std::uint32_t, List> m_lists{&m_pool.memory};
    std::uint32_t m_lastList = 0;
    std::vector<Slot> m_short;     // orders in no list that hold less than they need, ascending
    std::vector<Slot> m_toppedUp;  // kept for its memory, as is the next
    std::vector<OrderId> m_unpaid; // that must go: there is no money for them
    Timestamp m_now;
    Timestamp m_nextExpiry = Timestamp::max(); // not after that of any order
    bool m_allBlocked = false;

    // During apply().
    Request m_request;
    ExchangeOutput* m_out = nullptr;
};

} // namespace qob
