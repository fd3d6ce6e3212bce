#pragma once

#include "engine/base/rng.h"
#include "engine/book/matching_book.h"

#include <memory>
#include <vector>

namespace qob {

// What an agent sees of its market and can do in it. Prices are whole ticks, sizes whole lots.
class AgentWorld {
public:
    virtual ~AgentWorld() = default;

    [[nodiscard]] virtual Timestamp now() const = 0;
    [[nodiscard]] virtual std::int64_t bestBid() const = 0; // always there: see SimBook's backstop
    [[nodiscard]] virtual std::int64_t bestAsk() const = 0;
    [[nodiscard]] virtual double fairTick() const = 0;
    [[nodiscard]] virtual std::int64_t typicalLots() const = 0;

    virtual OrderId
    place(OwnerId owner, Side side, std::int64_t tick, std::int64_t lots, TimeInForce tif) = 0;
    virtual void cancel(OwnerId owner, OrderId order) = 0;

    [[nodiscard]] virtual bool isWorking(OrderId order) const = 0;

    [[nodiscard]] double midTick() const { return 0.5 * static_cast<double>(bestBid() + bestAsk()); }
};

// One participant. It acts when its time has come and says how long until the next time.
class Agent {
public:
    Agent(OwnerId owner, Rng rng) : m_owner(owner), m_rng(rng) {}

    virtual ~Agent() = default;
    Agent(Agent const&) = delete;
    Agent& operator=(Agent const&) = delete;

    virtual Duration act(AgentWorld& world) = 0;

    // One of its resting orders traded.
    virtual void onFill(Side side, std::int64_t lots);

    [[nodiscard]] OwnerId owner() const { return m_owner; }

    // Its resting orders are parts of a larger one that it does not show.
    [[nodiscard]] virtual bool showsInParts() const { return false; }

protected:
    // Log-normal around the market's typical size, times `factor`.
    std::int64_t someLots(AgentWorld const& world, double factor);
    Duration someTime(double meanSeconds);

    OwnerId m_owner;
    Rng m_rng;
};

// The population of one book; `activityPercent` scales how often they act.
std::vector<std::unique_ptr<Agent>> makePopulation(Rng& rng, std::int64_t activityPercent);

} // namespace qob
