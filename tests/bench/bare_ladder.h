#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

// The yardstick: its workload and its bare ladder, behind plain types. It is compiled for this very machine,
// as its own instructions say; ours is compiled as it is shipped.
namespace qob::bench {

struct Op {
    std::uint32_t id;
    std::int32_t price;
    std::uint32_t qty;
    std::uint16_t symbol;
    std::uint8_t type; // 0 add, 1 take, 2 cancel, 3 amend: cancel and add anew
    std::uint8_t side;

    [[nodiscard]] bool cancels() const { return type >= 2; }

    [[nodiscard]] bool adds() const { return type != 2; }
};

// The order-sensitive hash of all trades that the workload knows the right value of.
struct TradeHash {
    std::uint64_t trades = 0;
    std::uint64_t qty = 0;
    std::uint64_t hash = 0;

    void add(std::uint32_t maker, std::uint32_t taker, std::int64_t price, std::int64_t traded)
    {
        ++trades;
        auto const amount = static_cast<std::uint64_t>(traded);
        qty += amount;
        hash = (hash ^ (maker * 0x9E3779B97F4A7C15ULL + taker * 0xC2B2AE3D27D4EB4FULL +
                        static_cast<std::uint64_t>(price) * 0x165667B19E3779F9ULL + amount)) *
               0xD6E8FEB86659FD93ULL;
    }
};

class Workload {
public:
    // Null: no such scenario.
    static std::unique_ptr<Workload> make(std::string const& scenario, std::uint64_t ops);
    ~Workload();

    [[nodiscard]] std::vector<Op> const& ops() const { return m_ops; }

    [[nodiscard]] std::size_t warm() const; // the first ones, not timed
    [[nodiscard]] std::uint32_t maxId() const;
    [[nodiscard]] std::uint32_t maxLive() const;
    [[nodiscard]] std::uint64_t live() const; // resting at the end
    [[nodiscard]] std::uint32_t symbols() const;
    [[nodiscard]] bool expects(TradeHash const& trades) const;

    struct Yardstick;

    [[nodiscard]] Yardstick const& yardstick() const { return *m_yardstick; }

private:
    Workload();

    std::unique_ptr<Yardstick> m_yardstick;
    std::vector<Op> m_ops;
};

// Nanoseconds of CPU an operation; negative when its trades were wrong.
double timeBareLadder(Workload const& workload);

} // namespace qob::bench
