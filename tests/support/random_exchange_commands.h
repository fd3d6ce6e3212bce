#pragma once

#include "engine/exchange/exchange_command.h"
#include "tests/support/random_commands.h"

#include <memory>
#include <string>
#include <vector>

namespace qob::test {

// Two instruments (one with fees), four accounts with money.
inline std::vector<std::string> openingLines(std::string const& kind)
{
    std::vector<std::string> lines{
        "list id=1 venue=X symbol=BTC-USDT base=BTC quote=USDT price-scale=2 qty-scale=4 tick=0.01 "
        "lot=0.0001 maker-bps=1 taker-bps=5 kind=" +
            kind,
        "list id=2 venue=X symbol=ETH-USDT base=ETH quote=USDT price-scale=2 qty-scale=3 tick=0.05 "
        "lot=0.001 kind=" +
            kind};
    for (int account = 1; account <= 4; ++account) {
        const std::string who = " account=" + std::to_string(account);
        lines.push_back("open" + who);
        for (char const* money : {"USDT amount=1000000", "BTC amount=100", "ETH amount=100"}) {
            lines.push_back("transfer" + who + " asset=" + money);
        }
    }
    return lines;
}

// Leaves each of those accounts with 8 BTC and 2,000 USDT.
inline std::vector<std::string> poorLines()
{
    std::vector<std::string> lines;
    for (int account = 1; account <= 4; ++account) {
        const std::string who = "transfer account=" + std::to_string(account);
        lines.push_back(who + " asset=USDT amount=-998000");
        lines.push_back(who + " asset=BTC amount=-92");
    }
    return lines;
}

// Random commands of every kind but ListInstrument, for the instruments and accounts of openingLines().
class RandomExchangeCommands {
public:
    // `tight`: prices far apart, many lists and auctions, so that accounts run out of money.
    explicit RandomExchangeCommands(std::uint64_t seed, bool tight = false)
        : m_own(std::make_unique<RandomChance>(seed))
        , m_chance(*m_own)
        , m_tight(tight)
    {}

    RandomExchangeCommands(Chance& chance, bool tight) : m_chance(chance), m_tight(tight) {}

    ExchangeCommand next()
    {
        auto choice = m_chance.below(100);
        if (m_tight && m_chance.in100(20)) {
            choice = m_chance.in100(80) ? 89 : 96;
        }
        const OwnerId account = number<OwnerId>(1, 5); // one that does not exist
        if (choice < 60) {
            return order(account);
        }
        if (choice < 77) {
            return CancelOrder{account, name(), known()};
        }
        if (choice < 87) {
            const Price stop = m_chance.in100(20) ? price() : Price();
            return ReplaceOrder{account, name(), known(), price(), qty(), stop};
        }
        if (choice < 91) {
            return list(account);
        }
        return rare(account, choice);
    }

private:
    template <class Id>
    Id number(std::int64_t low, std::int64_t high)
    {
        return Id(static_cast<std::uint32_t>(m_chance.between(low, high)));
    }

    Price price()
    {
        return m_tight && m_chance.in100(30) ? Price(m_chance.between(1, 8'000) * 5)
                                             : Price(m_chance.between(9'900, 10'100) / 5 * 5);
    }

    Qty qty() { return Qty(m_chance.between(0, 50'000)); }

    ClOrdId name() { return ClOrdId("o" + std::to_string(++m_names)); }

    ClOrdId known() { return ClOrdId("o" + std::to_string(m_chance.between(1, m_names + 1))); }

    template <class T, std::size_t Count>
    T oneOf(T const (&all)[Count])
    {
        return all[static_cast<std::size_t>(m_chance.below(static_cast<std::int64_t>(Count)))];
    }

    EnterOrder order(OwnerId account)
    {
        static constexpr OrdType types[] = {
            OrdType::Limit,
            OrdType::Market,
            OrdType::Stop,
            OrdType::StopLimit,
            OrdType::MarketToLimit,
            OrdType::Pegged};
        EnterOrder made;
        made.clOrdId = m_chance.in100(2) ? known() : name();
        made.instrument = m_chance.in100(80) ? InstrumentId(1) : number<InstrumentId>(2, 3);
        BookOrder& order = made.order;
        order.owner = account;
        order.side = m_chance.in100(50) ? Side::Buy : Side::Sell;
        order.ordType = m_chance.in100(70) ? OrdType::Limit : oneOf(types);
        order.selfTrade = static_cast<SelfTrade>(m_chance.below(5));
        order.qty = qty();
        bool const priced = order.ordType == OrdType::Limit || order.ordType == OrdType::StopLimit ||
                            order.ordType == OrdType::Pegged;
        order.price = priced ? price() : Price();
        setTime(order);
        setTrigger(order);
        setInstructions(order);
        return made;
    }

    void setTime(BookOrder& order)
    {
        static constexpr TimeInForce tifs[] = {
            TimeInForce::ImmediateOrCancel,
            TimeInForce::FillOrKill,
            TimeInForce::Day,
            TimeInForce::GoodTillDate,
            TimeInForce::AtTheOpening,
            TimeInForce::AtTheClose};
        order.timeInForce = m_chance.in100(70) ? TimeInForce::GoodTillCancel : oneOf(tifs);
        if (order.timeInForce == TimeInForce::GoodTillDate) {
            order.expireTime =
                Timestamp(1'700'000'000'000'000'000 + m_chance.between(0, 4'000) * 1'000'000'000);
        }
    }

    void setTrigger(BookOrder& order)
    {
        if (order.ordType != OrdType::Stop && order.ordType != OrdType::StopLimit) {
            return;
        }
        bool const trails = m_chance.in100(30);
        order.stopPx = trails && m_chance.in100(50) ? Price() : price();
        order.trailOffset = trails ? Price(m_chance.between(1, 60) * 5) : Price();
        order.trailStep = trails && m_chance.in100(30) ? Price(m_chance.between(1, 5) * 5) : Price();
    }

    void setInstructions(BookOrder& order)
    {
        if (order.ordType == OrdType::Pegged) {
            order.execInst = m_chance.in100(50) ? ExecInst::PegMid : ExecInst::PegPrimary;
            order.pegOffset = m_chance.in100(40) ? Price(m_chance.between(-4, 4) * 5) : Price();
        } else if (m_chance.in100(20)) {
            order.execInst = static_cast<ExecInst>(1U << static_cast<unsigned>(m_chance.below(5)));
        }
        if (m_chance.in100(10)) {
            order.execInst = order.execInst | ExecInst::CancelOnDisconnect;
        }
        order.displayQty = m_chance.in100(10) ? Qty(order.qty.value / 3) : Qty();
    }

    EnterList list(OwnerId account)
    {
        static constexpr Contingency kinds[] = {
            Contingency::OneCancelsOther, Contingency::OneTriggersOther, Contingency::Bracket};
        EnterList made;
        made.contingency = oneOf(kinds);
        auto const count = m_chance.between(2, 3);
        for (std::int64_t i = 0; i < count; ++i) {
            made.orders.push_back(order(account));
            made.orders.back().instrument = InstrumentId(1);
        }
        return made;
    }

    ExchangeCommand rare(OwnerId account, std::int64_t choice)
    {
        const InstrumentId instrument = number<InstrumentId>(1, 3);
        if (choice < 92) {
            return MassCancel{instrument, {.owner = account}};
        }
        if (choice < 93) {
            return Disconnect{account};
        }
        if (choice < 94) {
            return BlockTrading{account, m_chance.in100(30)};
        }
        if (choice < 96) {
            return Transfer{
                account,
                AssetName(m_chance.in100(50) ? "USDT" : "BTC"),
                Amount(static_cast<Int128>(m_chance.between(-20, 30)) * pow10(18))};
        }
        if (choice < 97) {
            return SetTradingState{
                instrument,
                m_chance.in100(60) ? TradingState::Continuous : static_cast<TradingState>(m_chance.below(6))};
        }
        if (choice < 98) {
            return SetPriceBand{
                instrument, {Price(m_chance.between(0, 9'950)), Price(m_chance.between(10'050, 20'000))}};
        }
        if (choice < 99) {
            return PassTime{};
        }
        return fees();
    }

    ExchangeCommand fees()
    {
        auto const tier = [&](std::int64_t lowest) {
            return static_cast<std::uint8_t>(m_chance.between(lowest, 2));
        };
        if (m_chance.in100(50)) {
            return OpenAccount{number<OwnerId>(1, 4), tier(0)};
        }
        return SetFeeTier{
            tier(1), FeeRate(m_chance.between(-5'000, 200'000)), FeeRate(m_chance.between(0, 400'000))};
    }

    std::unique_ptr<Chance> m_own;
    Chance& m_chance;
    bool m_tight;
    std::int64_t m_names = 0;
};

} // namespace qob::test
