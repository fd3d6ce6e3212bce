#include "engine/matching/agent.h"

#include <queue>

#include <algorithm>
#include <array>
#include <cmath>
#include <deque>

namespace qob {

void Agent::onFill(Side /*side*/, std::int64_t /*lots*/) {}

std::int64_t Agent::someLots(AgentWorld const& world, double factor)
{
    double const lots = static_cast<double>(world.typicalLots()) * factor * std::exp(0.7 * m_rng.normal());
    return std::max<std::int64_t>(1, std::llround(lots));
}

Duration Agent::someTime(double meanSeconds)
{
    return nanoseconds(1'000'000 + std::llround(m_rng.exponential(meanSeconds) * 1e9));
}

namespace {

std::int64_t floorTick(double tick)
{
    return static_cast<std::int64_t>(std::floor(tick));
}

// A tick on our own side of the spread, so that the order rests.
std::int64_t passive(AgentWorld const& world, Side side, std::int64_t tick)
{
    return side == Side::Buy ? std::min(tick, world.bestAsk() - 1) : std::max(tick, world.bestBid() + 1);
}

std::int64_t behind(Side side, std::int64_t tick, std::int64_t distance)
{
    return std::max<std::int64_t>(1, tick - signOf(side) * distance);
}

Side coin(Rng& rng, double buyChance = 0.5)
{
    return rng.chance(buyChance) ? Side::Buy : Side::Sell;
}

// Quotes a few levels on both sides around fair value, leaning away from its inventory.
class MarketMaker final : public Agent {
public:
    MarketMaker(OwnerId owner, Rng rng, double period, std::int64_t halfSpread, std::int64_t spacing)
        : Agent(owner, rng)
        , m_period(period)
        , m_halfSpread(halfSpread)
        , m_spacing(spacing)
    {}

    Duration act(AgentWorld& world) override
    {
        double const full = 40.0 * static_cast<double>(world.typicalLots());
        double const lean = std::clamp(static_cast<double>(m_inventory) / full, -1.0, 1.0);
        double const centre = 0.5 * world.midTick() + 0.5 * world.fairTick() - 4.0 * lean;
        for (std::size_t i = 0; i < levels; ++i) {
            auto const distance = m_halfSpread + static_cast<std::int64_t>(i) * m_spacing;
            requote(world, m_bids[i], Side::Buy, floorTick(centre) - distance, i);
            requote(world, m_asks[i], Side::Sell, floorTick(centre) + 1 + distance, i);
        }
        return someTime(m_period);
    }

    void onFill(Side side, std::int64_t lots) override { m_inventory += signOf(side) * lots; }

private:
    static constexpr std::size_t levels = 6;

    struct Quote {
        OrderId order;
        std::int64_t tick = 0;
    };

    void requote(AgentWorld& world, Quote& quote, Side side, std::int64_t wanted, std::size_t level)
    {
        auto const tick = passive(world, side, wanted);
        auto const tolerance = static_cast<std::int64_t>(1 + level);
        bool const working = quote.order.value != 0 && world.isWorking(quote.order);
        if (working && std::abs(quote.tick - tick) <= tolerance) {
            return;
        }
        if (working) {
            world.cancel(m_owner, quote.order);
        }
        double const size = 0.6 + 0.35 * static_cast<double>(level);
        quote = {world.place(m_owner, side, tick, someLots(world, size), TimeInForce::GoodTillCancel), tick};
    }

    double m_period;
    std::int64_t m_halfSpread;
    std::int64_t m_spacing;
    std::int64_t m_inventory = 0;
    std::array<Quote, levels> m_bids{};
    std::array<Quote, levels> m_asks{};
};

// Everybody else's resting orders: many, mostly near, gone after a while.
class Crowd final : public Agent {
public:
    Crowd(OwnerId owner, Rng rng, double ordersASecond) : Agent(owner, rng), m_period(1.0 / ordersASecond) {}

    Duration act(AgentWorld& world) override
    {
        if (!m_started) {
            m_started = true;
            for (int i = 0; i < 420; ++i) {
                add(world);
            }
        }
        while (!m_expiries.empty() && m_expiries.top().first <= world.now()) {
            world.cancel(m_owner, m_expiries.top().second);
            m_expiries.pop();
        }
        add(world);
        return someTime(m_period);
    }

private:
    using Expiry = std::pair<Timestamp, OrderId>;

    void add(AgentWorld& world)
    {
        const Side side = coin(m_rng);
        bool const deep = m_rng.chance(0.25);
        auto distance = std::llround(m_rng.exponential(deep ? 130.0 : 22.0));
        auto const best = side == Side::Buy ? world.bestBid() : world.bestAsk();
        auto tick = behind(side, best, distance - 1);
        if (deep && m_rng.chance(0.5)) {
            tick = std::max<std::int64_t>(10, tick / 10 * 10); // people like round prices
        }
        double const factor = deep ? 1.6 : 0.5;
        double const life = deep ? 400.0 : 12.0 + 0.8 * static_cast<double>(distance);
        auto const order = world.place(
            m_owner, side, passive(world, side, tick), someLots(world, factor), TimeInForce::GoodTillCancel
        );
        m_expiries.emplace(world.now() + someTime(life), order);
    }

    double m_period;
    bool m_started = false;
    std::priority_queue<Expiry, std::vector<Expiry>, std::greater<>> m_expiries;
};

// Crosses the spread; each trade makes the next one likelier for a while (a Hawkes process with an
// exponential kernel, sampled by thinning). Leans towards fair value.
class Taker final : public Agent {
public:
    Taker(OwnerId owner, Rng rng, double baseRate) : Agent(owner, rng), m_baseRate(baseRate) {}

    Duration act(AgentWorld& world) override
    {
        decayTo(world.now());
        if (m_rng.chance((m_baseRate + m_excitement) / m_bound)) {
            trade(world);
            m_excitement = std::min(m_excitement + excitementATrade, 12.0 * m_baseRate);
        }
        m_bound = m_baseRate + m_excitement;
        return someTime(1.0 / m_bound);
    }

private:
    static constexpr double decayASecond = 1.4;
    static constexpr double excitementATrade = 0.9; // 0.64 children a trade

    void decayTo(Timestamp now)
    {
        double const elapsed = m_last == Timestamp() ? 0.0 : static_cast<double>((now - m_last).value) * 1e-9;
        m_excitement *= std::exp(-decayASecond * elapsed);
        m_last = now;
    }

    void trade(AgentWorld& world)
    {
        double const pull = std::clamp((world.fairTick() - world.midTick()) / 8.0, -1.0, 1.0);
        const Side side = coin(m_rng, 0.5 + 0.45 * pull);
        bool const large = m_rng.chance(0.02 + 0.05 * std::abs(pull));
        auto const reach = large ? 14 : 3;
        auto const best = side == Side::Buy ? world.bestAsk() : world.bestBid();
        world.place(
            m_owner,
            side,
            std::max<std::int64_t>(1, best + signOf(side) * reach),
            someLots(world, large ? 9.0 : 0.45),
            TimeInForce::ImmediateOrCancel
        );
    }

    double m_baseRate;
    double m_excitement = 0.0;
    double m_bound = 1.0;
    Timestamp m_last;
};

// Buys what has risen and sells what has fallen over the last seconds, in small bites.
class Momentum final : public Agent {
public:
    using Agent::Agent;

    Duration act(AgentWorld& world) override
    {
        m_mids.push_back(world.midTick());
        if (m_mids.size() > 16) {
            m_mids.pop_front();
        }
        double const move = m_mids.back() - m_mids.front();
        if (m_bites == 0 && std::abs(move) > 14.0 && m_rng.chance(0.3)) {
            m_bites = m_rng.between(3, 8);
            m_side = move > 0 ? Side::Buy : Side::Sell;
        }
        if (m_bites > 0) {
            --m_bites;
            auto const best = m_side == Side::Buy ? world.bestAsk() : world.bestBid();
            auto const limit = std::max<std::int64_t>(1, best + signOf(m_side) * 4);
            world.place(m_owner, m_side, limit, someLots(world, 1.0), TimeInForce::ImmediateOrCancel);
        }
        return someTime(0.6);
    }

private:
    std::deque<double> m_mids;
    std::int64_t m_bites = 0;
    Side m_side = Side::Buy;
};

// Shows one very large order at a round price: a wall that holds, is moved, is pulled when the price comes
// near, or is eaten.
class WallKeeper final : public Agent {
public:
    using Agent::Agent;

    Duration act(AgentWorld& world) override
    {
        bool const working = m_order.value != 0 && world.isWorking(m_order);
        if (!working) {
            m_order = OrderId();
            if (m_resting) { // eaten or pulled: stay away for a while
                m_resting = false;
                return someTime(45.0);
            }
            show(world, m_rng.between(12, 90));
            return someTime(4.0);
        }
        auto const best = m_side == Side::Buy ? world.bestBid() : world.bestAsk();
        auto const distance = (best - m_tick) * signOf(m_side);
        if (world.now() >= m_until || distance > 220 || (m_timid && distance < 7)) {
            world.cancel(m_owner, m_order);
        } else if (m_rng.chance(0.012)) { // follow the price, or step back from it
            world.cancel(m_owner, m_order);
            show(world, std::max<std::int64_t>(8, distance / 2 + m_rng.between(-4, 30)));
        }
        return someTime(1.5);
    }

private:
    void show(AgentWorld& world, std::int64_t distance)
    {
        if (!m_resting) {
            m_side = coin(m_rng);
            m_timid = m_rng.chance(0.4);
            m_lots = someLots(world, 28.0);
            m_until = world.now() + seconds(m_rng.between(60, 900));
        }
        auto const best = m_side == Side::Buy ? world.bestBid() : world.bestAsk();
        auto const tick = behind(m_side, best, distance);
        m_tick = passive(world, m_side, std::max<std::int64_t>(5, (tick + 2) / 5 * 5));
        m_order = world.place(m_owner, m_side, m_tick, m_lots, TimeInForce::GoodTillCancel);
        m_resting = true;
    }

    OrderId m_order;
    Side m_side = Side::Buy;
    std::int64_t m_tick = 0;
    std::int64_t m_lots = 0;
    Timestamp m_until;
    bool m_timid = false;
    bool m_resting = false;
};

// Works a large order near the touch and shows only a slice of it at a time; each refill joins the back.
class Iceberg final : public Agent {
public:
    using Agent::Agent;

    Duration act(AgentWorld& world) override
    {
        bool const working = m_slice.value != 0 && world.isWorking(m_slice);
        auto const best = m_side == Side::Buy ? world.bestBid() : world.bestAsk();
        if (m_left > 0 && std::abs(best - m_tick) > 60) { // the market has left: give up
            m_left = 0;
            if (working) {
                world.cancel(m_owner, m_slice);
            }
            return someTime(40.0);
        }
        if (m_left == 0 && !working) {
            m_side = coin(m_rng);
            m_left = someLots(world, 40.0);
            auto const own = m_side == Side::Buy ? world.bestBid() : world.bestAsk();
            m_tick = passive(world, m_side, behind(m_side, own, m_rng.between(1, 12)));
        }
        if (!working && m_left > 0) {
            auto const slice = std::min(m_left, someLots(world, 1.5));
            m_left -= slice;
            auto const tick = passive(world, m_side, m_tick);
            m_slice = world.place(m_owner, m_side, tick, slice, TimeInForce::GoodTillCancel);
        }
        return m_left > 0 ? someTime(0.35) : someTime(30.0);
    }

    [[nodiscard]] bool showsInParts() const override { return true; }

private:
    OrderId m_slice;
    Side m_side = Side::Buy;
    std::int64_t m_tick = 0;
    std::int64_t m_left = 0;
};

// Hands every agent its own owner id and its own stream of chance.
class Recruiter {
public:
    explicit Recruiter(Rng& rng) : m_rng(rng) {}

    template <class Kind, class... Args>
    void hire(int count, Args... args)
    {
        for (int i = 0; i < count; ++i) {
            const OwnerId owner(static_cast<std::uint32_t>(100 + agents.size()));
            agents.push_back(std::make_unique<Kind>(owner, Rng(m_rng.next(), m_rng.next()), args...));
        }
    }

    std::vector<std::unique_ptr<Agent>> agents;

private:
    Rng& m_rng;
};

} // namespace

std::vector<std::unique_ptr<Agent>> makePopulation(Rng& rng, std::int64_t activityPercent)
{
    double const activity = static_cast<double>(activityPercent) / 100.0;
    Recruiter recruiter(rng);
    recruiter.hire<Crowd>(1, 9.0 * activity);
    recruiter.hire<MarketMaker>(1, 0.5 / activity, std::int64_t{0}, std::int64_t{1});
    recruiter.hire<MarketMaker>(1, 0.9 / activity, std::int64_t{1}, std::int64_t{3});
    recruiter.hire<MarketMaker>(1, 1.6 / activity, std::int64_t{3}, std::int64_t{7});
    recruiter.hire<Taker>(2, 0.55 * activity);
    recruiter.hire<Momentum>(2);
    recruiter.hire<WallKeeper>(7);
    recruiter.hire<Iceberg>(2);
    return std::move(recruiter.agents);
}

} // namespace qob
