#include "tests/support/random_commands.h"

#include <algorithm>
#include <array>
#include <set>

namespace qob::test {

namespace {

constexpr std::int64_t usualSlots = 60;

bool isStop(OrdType type)
{
    return type == OrdType::Stop || type == OrdType::StopLimit;
}

OrderId idOf(std::uint64_t slot, std::uint64_t generation)
{
    return OrderId(generation << 32U | slot);
}

} // namespace

std::size_t Chance::weighted(std::span<int const> weights)
{
    std::int64_t sum = 0;
    for (int const weight : weights) {
        sum += weight;
    }
    std::int64_t at = below(sum);
    for (std::size_t i = 0; i < weights.size(); ++i) {
        at -= weights[i];
        if (at < 0) {
            return i;
        }
    }
    return 0;
}

RaceStyle styleOf(std::uint64_t seed)
{
    RaceStyle style;
    style.rules.instrument = InstrumentId(7);
    style.rules.maxOrders = usualSlots + 10;
    switch (seed % 6) {
    case 0: // plain orders only
        style.lists = style.stops = style.pegs = 0;
        break;
    case 1: // with lists
        style.lists = 25;
        break;
    case 2: // auctions all the time
        style.states = 12;
        break;
    case 3:
        style.wide = true;
        style.rules.maxQty = Qty(1000);
        break;
    case 4: // ticks and lots
        style.rules.tickSize = Price(5);
        style.rules.lotSize = Qty(10);
        style.rules.minQty = Qty(20);
        style.rules.maxQty = Qty(300);
        style.rules.minNotional = 12'000;
        break;
    default: // stops and pegs
        style.stops = 60;
        style.pegs = 20;
        break;
    }
    return style;
}

RandomCommands::RandomCommands(RaceStyle const& style, Chance& chance)
    : m_style(style)
    , m_chance(chance)
    , m_anchor(style.middle)
{}

Command RandomCommands::next(MatchingBook const& book)
{
    BookImage const image = book.image();
    m_time = image.now.value;
    if (m_style.wide && m_chance.in100(2)) {
        m_anchor = m_chance.between(10, 100);
        for (auto power = m_chance.below(11); power > 0; --power) {
            m_anchor *= 10;
        }
    }
    if (!image.band.contains(m_style.rules.tickSize * m_anchor) && m_chance.in100(10)) {
        return PriceBand();
    }
    bool const crowded = image.orders.size() > static_cast<std::size_t>(usualSlots) * 3 / 4;
    bool const stopped = image.state != TradingState::Continuous;
    int const states = stopped ? m_style.states + 10 : m_style.states;
    switch (m_chance.weighted({60, m_style.lists, crowded ? 60 : 10, 12, states, 9})) {
    case 0:
        return order(image);
    case 1:
        return list(image);
    case 2: {
        OrderId const id = someId(image);
        return CancelCommand{id, ownerOf(id, image)};
    }
    case 3:
        return replace(image);
    case 4:
        return state(image.state);
    default:
        return change(image);
    }
}

Command RandomCommands::change(BookImage const& image)
{
    switch (m_chance.weighted({2, 2, 5, 4})) {
    case 0:
        return massCancel();
    case 1:
        return band();
    case 2:
        return NetPosition{someOwner(), m_style.rules.lotSize * m_chance.between(-20, 20)};
    default:
        return Timestamp(image.now.value + m_chance.between(-1, 6));
    }
}

OrdType RandomCommands::type()
{
    constexpr std::array types{
        OrdType::Limit,
        OrdType::Market,
        OrdType::MarketToLimit,
        OrdType::Stop,
        OrdType::StopLimit,
        OrdType::Pegged};
    int const stops = m_style.stops / 2;
    return types[m_chance.weighted({60, 8, 4, stops, stops, m_style.pegs})];
}

BookOrder RandomCommands::order(BookImage const& image)
{
    BookOrder order;
    order.id = freshId(image);
    order.owner = someOwner();
    order.side = someSide();
    order.ordType = type();
    order.qty = someQty();
    constexpr std::array tifs{
        TimeInForce::GoodTillCancel,
        TimeInForce::Day,
        TimeInForce::GoodTillDate,
        TimeInForce::ImmediateOrCancel,
        TimeInForce::FillOrKill,
        TimeInForce::AtTheOpening,
        TimeInForce::AtTheClose};
    bool const restsOnly = order.ordType == OrdType::Pegged || order.ordType == OrdType::MarketToLimit;
    int const atOnce = restsOnly ? 1 : 10;
    int const auctions = order.ordType == OrdType::Limit || order.ordType == OrdType::Market ? 2 : 0;
    order.timeInForce = tifs[m_chance.weighted({60, 8, 8, atOnce, atOnce, auctions, auctions})];
    if (order.timeInForce == TimeInForce::GoodTillDate) {
        order.expireTime = Timestamp(m_time + m_chance.between(0, 40));
    }
    constexpr std::array selfTrades{
        SelfTrade::Allow,
        SelfTrade::CancelNewest,
        SelfTrade::CancelOldest,
        SelfTrade::CancelBoth,
        SelfTrade::Decrement};
    order.selfTrade = selfTrades[m_chance.weighted({5, 1, 2, 1, 2})];
    price(order);
    bool const instructed = order.ordType == OrdType::Pegged || m_chance.in100(m_style.instructions);
    if (instructed && auctions * m_chance.below(20) < 39) {
        instruct(order, image);
    }
    if (m_chance.in100(3)) {
        spoil(order);
    }
    return order;
}

void RandomCommands::price(BookOrder& order)
{
    bool const optional = order.ordType == OrdType::Market || order.ordType == OrdType::Pegged;
    bool const must = order.ordType == OrdType::Limit || order.ordType == OrdType::StopLimit;
    if (must || (optional && m_chance.in100(25))) {
        order.price = somePrice();
    }
    if (!isStop(order.ordType)) {
        return;
    }
    order.guarded = order.price.value / m_style.rules.tickSize.value % 2 == 1;
    if (m_chance.in100(40)) {
        order.trailOffset = ticks(6);
        order.trailStep = m_chance.in100(50) ? ticks(3) : Price(0);
    }
    if (order.trailOffset == Price(0) || m_chance.in100(40)) {
        order.stopPx = somePrice();
    }
}

// Flags that go with the order as it is, mostly.
void RandomCommands::instruct(BookOrder& order, BookImage const& image)
{
    if (m_chance.in100(15)) {
        order.execInst = order.execInst | ExecInst::CancelOnDisconnect;
    }
    if (order.ordType == OrdType::Pegged) {
        order.execInst = order.execInst | (m_chance.in100(50) ? ExecInst::PegPrimary : ExecInst::PegMid);
        order.pegOffset = m_chance.in100(50) ? Price(0) : ticks(4) * (m_chance.in100(60) ? -1 : 1);
        return;
    }
    TimeInForce const tif = order.timeInForce;
    bool const stop = isStop(order.ordType);
    bool const limit = order.ordType == OrdType::Limit;
    bool const market = order.ordType == OrdType::Market;
    bool const rests =
        tif == TimeInForce::GoodTillCancel || tif == TimeInForce::Day || tif == TimeInForce::GoodTillDate;
    bool const canHide = rests && !market && order.ordType != OrdType::Stop;
    bool const noAuction = tif != TimeInForce::AtTheOpening && tif != TimeInForce::AtTheClose;
    bool const canReduce = noAuction && (limit || market || stop);
    bool const canAll = noAuction && (limit || market);
    int const post = limit && rests ? 3 : 0;
    switch (m_chance.weighted(
        {1, canHide ? 8 : 0, canHide ? 4 : 0, post, post, canReduce ? 5 : 0, canAll ? 6 : 0}
    )) {
    case 1:
        order.displayQty = m_style.rules.lotSize * m_chance.between(1, 5);
        break;
    case 2:
        order.execInst = order.execInst | ExecInst::Hidden;
        break;
    case 3:
        order.execInst = order.execInst | ExecInst::PostOnly;
        break;
    case 4:
        order.execInst = order.execInst | ExecInst::PostOnlySlide;
        break;
    case 5:
        order.execInst = order.execInst | ExecInst::ReduceOnly;
        for (NetPosition const& at : image.positions) {
            if (at.owner == order.owner && m_chance.in100(80)) {
                order.side = at.net > Qty(0) ? Side::Sell : Side::Buy;
            }
        }
        break;
    case 6:
        order.execInst = order.execInst | ExecInst::AllOrNone;
        break;
    default:
        break;
    }
}

// Something that should not be let in, mostly.
void RandomCommands::spoil(BookOrder& order)
{
    switch (m_chance.below(14)) {
    case 0:
        order.qty = Qty(m_chance.between(-5, 5));
        break;
    case 1:
        order.qty = m_style.rules.maxQty + m_style.rules.lotSize;
        break;
    case 2:
        order.price = Price(m_chance.between(-5, 5));
        break;
    case 3:
        order.price += Price(1);
        break;
    case 4:
        order.price = maxBookPrice + m_style.rules.tickSize;
        break;
    case 5:
        order.displayQty = Qty(m_chance.between(-5, 25));
        break;
    case 6:
        order.stopPx = Price(m_chance.between(-5, 105));
        break;
    case 7:
        order.execInst = order.execInst | static_cast<ExecInst>(1U << m_chance.below(8));
        break;
    case 8:
        order.trailOffset = Price(m_chance.between(-1, 10));
        break;
    case 9:
        order.pegOffset = Price(m_chance.between(-3, 3));
        break;
    case 10:
        order.side = Side::Undisclosed;
        break;
    case 11:
        order.owner = OwnerId(1U << 20U);
        break;
    case 12:
        order.expireTime = Timestamp(m_time + m_chance.between(-3, 3));
        break;
    default:
        order.trailStep = Price(m_chance.between(-1, 10));
        break;
    }
}

ListCommand RandomCommands::list(BookImage const& image)
{
    constexpr std::array kinds{
        Contingency::OneCancelsOther, Contingency::OneTriggersOther, Contingency::Bracket, Contingency::None};
    ListCommand list{kinds[m_chance.weighted({40, 30, 40, 1})], {}};
    auto const count = m_chance.in100(2) ? m_chance.between(1, 9) : m_chance.between(2, 4);
    OwnerId const owner = someOwner();
    while (static_cast<std::int64_t>(list.orders.size()) < count) {
        BookOrder one = order(image);
        if (m_chance.in100(99)) {
            one.owner = owner;
        }
        bool const ofAuction =
            one.timeInForce == TimeInForce::AtTheOpening || one.timeInForce == TimeInForce::AtTheClose;
        if (ofAuction && m_chance.in100(95)) {
            one.timeInForce = TimeInForce::GoodTillCancel;
        }
        list.orders.push_back(one);
    }
    // A bad order spoils the whole list: not too often.
    if (m_chance.in100(98)) {
        giveSlots(list, image);
    }
    return list;
}

// Each order of the list a slot of its own.
void RandomCommands::giveSlots(ListCommand& list, BookImage const& image)
{
    std::set<std::uint64_t> taken;
    for (OrderImage const& at : image.orders) {
        taken.insert(at.order.id.value & 0xffffffffU);
    }
    for (BookOrder& order : list.orders) {
        std::uint64_t slot = order.id.value & 0xffffffffU;
        while (taken.contains(slot)) {
            slot = slot % (m_style.rules.maxOrders - 1) + 1;
        }
        taken.insert(slot);
        order.id = idOf(slot, ++m_generations[slot]);
    }
}

BookReplace RandomCommands::replace(BookImage const& image)
{
    BookReplace request;
    request.order = someId(image);
    request.owner = ownerOf(request.order, image);
    request.price = somePrice();
    request.qty = someQty();
    auto const at = std::find_if(image.orders.begin(), image.orders.end(), [&](OrderImage const& one) {
        return one.order.id == request.order;
    });
    if (at == image.orders.end()) {
        return request;
    }
    bool const noPrice = at->order.ordType == OrdType::Stop || at->order.price == Price(0);
    if (m_chance.in100(noPrice ? 90 : 40)) {
        request.price = at->order.price;
    }
    switch (m_chance.weighted({3, 4, 4, 1})) {
    case 0:
        request.qty = at->order.qty;
        break;
    case 1:
        request.qty = at->order.qty - m_style.rules.lotSize * m_chance.between(1, 4);
        break;
    case 2:
        request.qty = at->order.qty + m_style.rules.lotSize * m_chance.between(1, 8);
        break;
    default:
        break;
    }
    if (isStop(at->order.ordType) ? m_chance.in100(50) : m_chance.in100(3)) {
        request.stopPx = somePrice();
    }
    return request;
}

BookMassCancel RandomCommands::massCancel()
{
    BookMassCancel request;
    if (m_chance.in100(60)) {
        request.owner = someOwner();
    }
    if (m_chance.in100(40)) {
        request.side = someSide();
    }
    if (m_chance.in100(30)) {
        request.lowest = somePrice();
    }
    if (m_chance.in100(30)) {
        request.highest = somePrice();
    }
    request.onlyCancelOnDisconnect = m_chance.in100(40);
    return request;
}

TradingState RandomCommands::state(TradingState now)
{
    constexpr std::array states{
        TradingState::Continuous,
        TradingState::PreOpen,
        TradingState::OpeningAuction,
        TradingState::ClosingAuction,
        TradingState::Halted,
        TradingState::Closed};
    int const closed = now == TradingState::ClosingAuction ? 6 : 1;
    return states[m_chance.weighted({12, 2, 3, 4, 2, closed})];
}

PriceBand RandomCommands::band()
{
    auto const tick = m_style.rules.tickSize;
    PriceBand band;
    if (m_chance.in100(40)) {
        band.low = tick * std::max<std::int64_t>(0, m_anchor - m_chance.between(1, 9));
    }
    if (m_chance.in100(40)) {
        band.high = tick * (m_anchor + m_chance.between(1, 9));
    }
    if (m_chance.in100(10)) {
        band.low += Price(1);
    }
    return band;
}

OrderId RandomCommands::freshId(BookImage const& image)
{
    std::set<std::uint64_t> taken;
    for (OrderImage const& at : image.orders) {
        taken.insert(at.order.id.value & 0xffffffffU);
    }
    auto slot = static_cast<std::uint64_t>(m_chance.between(1, usualSlots));
    if (!m_chance.in100(2)) {
        for (std::int64_t tries = 0; taken.contains(slot) && tries < usualSlots; ++tries) {
            slot = slot % static_cast<std::uint64_t>(usualSlots) + 1;
        }
    } else if (m_chance.in100(20)) {
        slot += usualSlots;
    }
    return idOf(slot, ++m_generations[slot]);
}

OrderId RandomCommands::someId(BookImage const& image)
{
    if (image.orders.empty() || m_chance.in100(7)) {
        auto const slot = static_cast<std::uint64_t>(m_chance.between(1, usualSlots));
        return idOf(slot, m_generations[slot]);
    }
    auto const count = static_cast<std::int64_t>(image.orders.size());
    return image.orders[static_cast<std::size_t>(m_chance.below(count))].order.id;
}

OwnerId RandomCommands::someOwner()
{
    return OwnerId(static_cast<std::uint32_t>(m_chance.between(1, 4)));
}

OwnerId RandomCommands::ownerOf(OrderId order, BookImage const& image)
{
    for (OrderImage const& at : image.orders) {
        if (at.order.id == order && m_chance.in100(97)) {
            return at.order.owner;
        }
    }
    return someOwner();
}

Side RandomCommands::someSide()
{
    return m_chance.in100(50) ? Side::Buy : Side::Sell;
}

Price RandomCommands::somePrice()
{
    std::int64_t at = m_anchor + m_chance.between(-5, 5);
    if (m_style.wide && m_chance.in100(8)) {
        at = m_chance.between(1, 1'000'000'000) * m_chance.between(1, 1000);
    }
    return m_style.rules.tickSize * std::max<std::int64_t>(1, at);
}

Price RandomCommands::ticks(std::int64_t most)
{
    return m_style.rules.tickSize * m_chance.between(1, most);
}

Qty RandomCommands::someQty()
{
    return m_style.rules.lotSize *
           m_chance.between(m_style.rules.minQty.value / m_style.rules.lotSize.value, 14);
}

} // namespace qob::test
