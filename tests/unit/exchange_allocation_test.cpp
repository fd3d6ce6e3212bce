// From a command to its reports an exchange that has seen its traffic asks for no more memory.

#include "engine/base/rng.h"
#include "engine/exchange/journaled_exchange.h"
#include "tests/support/allocation_count.h"
#include "tests/support/exchange_kit.h"

#include <gtest/gtest.h>

namespace qob::test {
namespace {

constexpr std::uint32_t accounts = 8;
constexpr InstrumentId btc(1);

class Quiet final : public ExchangeOutput {
public:
    void onReport(ExchangeReport const& report) override
    {
        ++reports;
        trades += static_cast<std::uint64_t>(report.execType == ExecType::Trade);
    }

    void onBookEvent(BookEvent const& /*event*/) override { ++events; }

    std::uint64_t reports = 0;
    std::uint64_t trades = 0;
    std::uint64_t events = 0;
};

// What orders a flow has; each is made of a plain limit order.
struct Flow {
    char const* name;
    void (*shape)(BookOrder& order, Rng& rng);
    bool massCancels;
    bool lists;
};

void plain(BookOrder& /*order*/, Rng& /*rng*/) {}

void market(BookOrder& order, Rng& rng)
{
    if (rng.chance(0.2)) {
        order.ordType = OrdType::Market;
        order.timeInForce = TimeInForce::ImmediateOrCancel;
        order.price = Price(0);
    }
}

void unseen(BookOrder& order, Rng& rng)
{
    switch (rng.below(6)) {
    case 0:
        order.displayQty = Qty(1000);
        break;
    case 1:
        order.execInst = ExecInst::Hidden;
        break;
    case 2:
        order.execInst = ExecInst::PostOnly;
        break;
    case 3:
        order.selfTrade = SelfTrade::CancelOldest;
        break;
    default:
        break;
    }
}

void waiting(BookOrder& order, Rng& rng)
{
    switch (rng.below(6)) {
    case 0:
        order.ordType = OrdType::StopLimit;
        order.stopPx = order.price;
        break;
    case 1:
        order.ordType = OrdType::Pegged;
        order.execInst = ExecInst::PegPrimary;
        break;
    default:
        break;
    }
}

constexpr Flow flows[] = {
    {"AddCancelReplaceMatch", plain, false, false},
    {"Market", market, false, false},
    {"ShownAndHidden", unseen, false, false},
    {"StopsAndPegs", waiting, false, false},
    {"MassCancel", plain, true, false},
    {"Lists", plain, false, true},
};

class FlowMaker {
public:
    explicit FlowMaker(Flow const& flow) : m_flow(flow) {}

    ExchangeCommand next()
    {
        const OwnerId account(static_cast<std::uint32_t>(m_rng.below(accounts)));
        auto const choice = m_rng.below(100);
        if (choice < 5 && m_flow.massCancels) {
            return MassCancel{btc, {.owner = account}};
        }
        if (choice < 20 && m_flow.lists) {
            return EnterList{Contingency::OneCancelsOther, {order(account), order(account)}};
        }
        if (choice < 55) {
            return order(account);
        }
        if (choice < 90) {
            return CancelOrder{account, ClOrdId(), known(account)};
        }
        return ReplaceOrder{account, name(account), known(account), price(), qty(), Price()};
    }

private:
    Price price() { return Price(m_rng.between(9'990, 10'010)); }

    Qty qty() { return Qty(m_rng.between(1, 50) * 100); }

    static ClOrdId named(OwnerId account, std::int64_t number)
    {
        return ClOrdId(std::to_string(account.value) + "-" + std::to_string(number));
    }

    ClOrdId name(OwnerId account) { return named(account, ++m_names[account.value]); }

    ClOrdId known(OwnerId account)
    {
        auto const last = m_names[account.value];
        return named(account, std::max<std::int64_t>(1, last - m_rng.below(12)));
    }

    EnterOrder order(OwnerId account)
    {
        EnterOrder made{name(account), btc, {}};
        made.order.owner = account;
        made.order.side = m_rng.chance(0.5) ? Side::Buy : Side::Sell;
        made.order.price = price();
        made.order.qty = qty();
        m_flow.shape(made.order, m_rng);
        return made;
    }

    Flow const& m_flow;
    Rng m_rng{5};
    std::int64_t m_names[accounts] = {};
};

std::vector<ExchangeCommand> openingCommands()
{
    ListInstrument list;
    list.instrument.id = btc;
    list.instrument.venue = "X";
    list.instrument.symbol = "BTC-USDT";
    list.instrument.base = AssetName("BTC");
    list.instrument.quote = AssetName("USDT");
    list.instrument.priceScale = 2;
    list.instrument.qtyScale = 4;
    list.instrument.takerFee = FeeRate(50'000);
    std::vector<ExchangeCommand> commands{list};
    for (std::uint32_t account = 0; account < accounts; ++account) {
        commands.emplace_back(OpenAccount{OwnerId(account), 0});
        for (char const* asset : {"USDT", "BTC"}) {
            const Amount much(static_cast<Int128>(1'000'000'000) * pow10(18));
            commands.emplace_back(Transfer{OwnerId(account), AssetName(asset), much});
        }
    }
    return commands;
}

void open(Exchange& exchange, ExchangeOutput& out)
{
    for (ExchangeCommand const& command : openingCommands()) {
        exchange.apply(1, Timestamp(), command, out);
    }
}

class ExchangeAllocation : public testing::TestWithParam<Flow> {};

TEST_P(ExchangeAllocation, NoneFromCommandToReportsAfterWarmUp)
{
    constexpr std::size_t warm = 60'000;
    constexpr std::size_t watched = 20'000;
    Quiet out;
    Exchange exchange({.maxOrders = 1U << 14U, .rememberedOrders = 1U << 14U});
    open(exchange, out);
    FlowMaker maker(GetParam());
    std::vector<ExchangeCommand> commands;
    for (std::size_t i = 0; i < warm + watched; ++i) {
        commands.push_back(maker.next());
    }
    std::uint64_t sequence = 1;
    auto const apply = [&](ExchangeCommand const& command) {
        ++sequence;
        exchange.apply(sequence, Timestamp(static_cast<std::int64_t>(sequence)), command, out);
    };
    // More orders, and more lists, at a time than the flow will ever have.
    auto const unmet = [](int number) {
        EnterOrder order{ClOrdId("w" + std::to_string(number)), btc, {}};
        order.order.owner = OwnerId(0);
        order.order.side = Side::Buy;
        order.order.price = Price(9'000 - number);
        order.order.qty = Qty(100);
        return order;
    };
    for (int i = 0; i < 5'000; i += 2) {
        if (GetParam().lists) {
            apply(EnterList{Contingency::OneCancelsOther, {unmet(i), unmet(i + 1)}});
        } else {
            apply(unmet(i));
            apply(unmet(i + 1));
        }
    }
    apply(MassCancel{btc, {.owner = OwnerId(0)}});
    std::for_each(commands.begin(), commands.begin() + warm, apply);
    out = {};
    AllocationWatch watch;
    std::for_each(commands.begin() + warm, commands.end(), apply);
    EXPECT_EQ(watch.end(), 0U) << watch.where();
    EXPECT_GT(out.reports, watched / 2);
    EXPECT_GT(out.trades, watched / 10);
    auto const audited = exchange.audit();
    EXPECT_TRUE(audited) << (audited ? "" : audited.error().detail);
}

// As an exchange is run: answers wait until what they answer is durable.
TEST(ExchangeAllocationDurable, NoneFromCommandToDeliveredReportsAfterWarmUp)
{
    constexpr int warm = 60'000;
    constexpr int watched = 20'000;
    Quiet out;
    JournaledExchangeOptions options;
    options.limits = {.maxOrders = 1U << 14U, .rememberedOrders = 1U << 14U};
    auto const exchange = JournaledExchange::inMemory(options, out);
    std::vector<ExchangeCommand> opening = openingCommands();
    FlowMaker maker(flows[0]);
    std::vector<ExchangeCommand> commands;
    for (int i = 0; i < warm + watched; ++i) {
        commands.push_back(maker.next());
    }
    std::int64_t now = 0;
    auto const run = [&](std::span<ExchangeCommand const> some) {
        for (std::size_t i = 0; i < some.size(); i += 64) {
            exchange->submit(Timestamp(++now), some.subspan(i, std::min<std::size_t>(64, some.size() - i)));
            EXPECT_TRUE(exchange->commit());
            exchange->deliver();
        }
    };
    run(opening);
    run(std::span(commands).first(warm));
    out = {};
    AllocationWatch watch;
    run(std::span(commands).subspan(warm));
    EXPECT_EQ(watch.end(), 0U) << watch.where();
    EXPECT_GT(out.reports, watched / 2);
    EXPECT_EQ(exchange->undelivered(), 0U);
}

std::string nameOf(testing::TestParamInfo<Flow> const& at)
{
    return at.param.name;
}

INSTANTIATE_TEST_SUITE_P(Flow, ExchangeAllocation, testing::ValuesIn(flows), nameOf);

} // namespace
} // namespace qob::test
