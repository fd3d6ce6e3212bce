#pragma once

#include "engine/base/rng.h"
#include "engine/exchange/exchange_text.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace qob::test {

// Hears an exchange and keeps it as short lines: "1 a new", "1 a trade 0.5 @ 100 taker", "2 b rejected
// OrderUnknown".
class ReportLog final : public ExchangeOutput {
public:
    void onReport(ExchangeReport const& report) override { reports.push_back(report); }

    void onBookEvent(BookEvent const& event) override { events.push_back(event); }

    std::vector<ExchangeReport> reports;
    std::vector<BookEvent> events;
};

// An exchange spoken to in lines, audited after each.
class TalkingExchange {
public:
    explicit TalkingExchange(ExchangeLimits const& limits = {}) : exchange(limits) {}

    // What the line caused; a line that is no command fails the test.
    std::vector<ExchangeReport> say(std::string const& line)
    {
        auto const command = text.parse(line);
        EXPECT_TRUE(command) << line << ": " << (command ? "" : command.error().message());
        auto reports = command ? apply(*command) : std::vector<ExchangeReport>();
        for (const InstrumentId id : exchange.instruments()) {
            text.learn(*exchange.instrument(id));
        }
        return reports;
    }

    std::vector<ExchangeReport> apply(ExchangeCommand const& command)
    {
        ReportLog log;
        time = time + seconds(1);
        exchange.apply(++sequence, time, command, log);
        auto const audited = exchange.audit();
        EXPECT_TRUE(audited) << (audited ? "" : audited.error().detail);
        return log.reports;
    }

    // Two instruments (one with fees), four accounts with money.
    void open(std::string const& kind = "spot")
    {
        say("list id=1 venue=X symbol=BTC-USDT base=BTC quote=USDT price-scale=2 qty-scale=4 tick=0.01 "
            "lot=0.0001 maker-bps=1 taker-bps=5 kind=" +
            kind);
        say("list id=2 venue=X symbol=ETH-USDT base=ETH quote=USDT price-scale=2 qty-scale=3 tick=0.05 "
            "lot=0.001 kind=" +
            kind);
        for (int account = 1; account <= 4; ++account) {
            const std::string who = " account=" + std::to_string(account);
            say("open" + who);
            say("transfer" + who + " asset=USDT amount=1000000");
            say("transfer" + who + " asset=BTC amount=100");
            say("transfer" + who + " asset=ETH amount=100");
        }
    }

    // Leaves each account of open() with 8 BTC and 2,000 USDT.
    void makePoor()
    {
        for (int account = 1; account <= 4; ++account) {
            const std::string who = "transfer account=" + std::to_string(account);
            say(who + " asset=USDT amount=-998000");
            say(who + " asset=BTC amount=-92");
        }
    }

    [[nodiscard]] std::string
    balance(std::uint32_t account, std::string_view asset, LedgerAccount which) const
    {
        auto const& ledger = exchange.portfolio(OwnerId(account))->ledger();
        return formatTrimmed(ledger.balance(AssetName(asset), which).value, amountScale);
    }

    Exchange exchange;
    ExchangeText text;
    Timestamp time{1'700'000'000'000'000'000};
    std::uint64_t sequence = 0;
};

// Random commands of every kind for TalkingExchange::open()'s instruments and accounts.
class RandomExchangeCommands {
public:
    // `tight`: prices far apart, many lists and auctions, so that accounts run out of money.
    explicit RandomExchangeCommands(std::uint64_t seed, bool tight = false) : m_rng(seed), m_tight(tight) {}

    ExchangeCommand next()
    {
        auto choice = m_rng.below(100);
        if (m_tight && m_rng.chance(0.2)) {
            choice = m_rng.chance(0.8) ? 90 : 97;
        }
        const OwnerId account(static_cast<std::uint32_t>(m_rng.between(1, 5))); // one that does not exist
        if (choice < 60) {
            return order(account);
        }
        if (choice < 78) {
            return CancelOrder{account, name(), known()};
        }
        if (choice < 88) {
            return ReplaceOrder{account, name(), known(), price(), qty(), Price()};
        }
        if (choice < 92) {
            return list(account);
        }
        return rare(account, choice);
    }

private:
    Price price()
    {
        return m_tight && m_rng.chance(0.3) ? Price(m_rng.between(1, 8'000) * 5)
                                            : Price(m_rng.between(9'900, 10'100) / 5 * 5);
    }

    Qty qty() { return Qty(m_rng.between(0, 50'000)); }

    ClOrdId name() { return ClOrdId("o" + std::to_string(++m_names)); }

    ClOrdId known() { return ClOrdId("o" + std::to_string(m_rng.between(1, m_names + 1))); }

    EnterOrder order(OwnerId account)
    {
        static constexpr OrdType types[] = {
            OrdType::Limit,
            OrdType::Market,
            OrdType::Stop,
            OrdType::StopLimit,
            OrdType::MarketToLimit,
            OrdType::Pegged};
        static constexpr TimeInForce tifs[] = {
            TimeInForce::ImmediateOrCancel,
            TimeInForce::FillOrKill,
            TimeInForce::Day,
            TimeInForce::GoodTillDate};
        EnterOrder made;
        made.clOrdId = m_rng.chance(0.02) ? known() : name();
        made.instrument =
            InstrumentId(static_cast<std::uint32_t>(m_rng.chance(0.8) ? 1 : m_rng.between(2, 3)));
        BookOrder& order = made.order;
        order.owner = account;
        order.side = m_rng.chance(0.5) ? Side::Buy : Side::Sell;
        order.ordType = m_rng.chance(0.7) ? OrdType::Limit : types[static_cast<std::size_t>(m_rng.below(6))];
        order.timeInForce =
            m_rng.chance(0.7) ? TimeInForce::GoodTillCancel : tifs[static_cast<std::size_t>(m_rng.below(4))];
        order.selfTrade = static_cast<SelfTrade>(m_rng.below(5));
        order.qty = qty();
        bool const priced = order.ordType == OrdType::Limit || order.ordType == OrdType::StopLimit ||
                            order.ordType == OrdType::Pegged;
        order.price = priced ? price() : Price();
        order.stopPx =
            order.ordType == OrdType::Stop || order.ordType == OrdType::StopLimit ? price() : Price();
        order.expireTime = Timestamp(1'700'000'000'000'000'000 + m_rng.between(0, 4'000) * 1'000'000'000);
        if (order.timeInForce != TimeInForce::GoodTillDate) {
            order.expireTime = Timestamp();
        }
        if (order.ordType == OrdType::Pegged) {
            order.execInst = m_rng.chance(0.5) ? ExecInst::PegMid : ExecInst::PegPrimary;
        } else if (m_rng.chance(0.2)) {
            order.execInst = static_cast<ExecInst>(1U << static_cast<unsigned>(m_rng.below(5)));
        }
        order.displayQty = m_rng.chance(0.1) ? Qty(order.qty.value / 3) : Qty();
        return made;
    }

    EnterList list(OwnerId account)
    {
        static constexpr Contingency kinds[] = {
            Contingency::OneCancelsOther, Contingency::OneTriggersOther, Contingency::Bracket};
        EnterList made;
        made.contingency = kinds[static_cast<std::size_t>(m_rng.below(3))];
        auto const count = m_rng.between(2, 3);
        for (std::int64_t i = 0; i < count; ++i) {
            made.orders.push_back(order(account));
            made.orders.back().instrument = InstrumentId(1);
        }
        return made;
    }

    ExchangeCommand rare(OwnerId account, std::int64_t choice)
    {
        const InstrumentId instrument(static_cast<std::uint32_t>(m_rng.between(1, 3)));
        if (choice < 93) {
            return MassCancel{instrument, {.owner = account}};
        }
        if (choice < 94) {
            return Disconnect{account};
        }
        if (choice < 95) {
            return BlockTrading{account, m_rng.chance(0.3)};
        }
        if (choice < 97) {
            return Transfer{
                account,
                AssetName(m_rng.chance(0.5) ? "USDT" : "BTC"),
                Amount(static_cast<Int128>(m_rng.between(-20, 30)) * pow10(18))};
        }
        if (choice < 98) {
            return SetTradingState{
                instrument,
                m_rng.chance(0.6) ? TradingState::Continuous : static_cast<TradingState>(m_rng.below(6))};
        }
        if (choice < 99) {
            return SetPriceBand{
                instrument, {Price(m_rng.between(0, 9'950)), Price(m_rng.between(10'050, 20'000))}};
        }
        return PassTime{};
    }

    Rng m_rng;
    bool m_tight;
    std::int64_t m_names = 0;
};

} // namespace qob::test
