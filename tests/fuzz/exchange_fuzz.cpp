// Bytes as commands for an exchange: its money adds up after each, and what comes back from its image is the
// same exchange.

#include "engine/base/check.h"
#include "engine/exchange/exchange_text.h"
#include "tests/support/byte_chance.h"
#include "tests/support/random_exchange_commands.h"

#include <iostream>

using namespace qob;
using namespace qob::test;

namespace {

class Silence final : public ExchangeOutput {
public:
    void onReport(ExchangeReport const& /*report*/) override {}

    void onBookEvent(BookEvent const& /*event*/) override {}
};

class Venue {
public:
    void say(std::string const& line)
    {
        auto const command = m_text.parse(line);
        CHECK(command.has_value());
        apply(*command, seconds(0));
        for (const InstrumentId id : exchange.instruments()) {
            m_text.learn(*exchange.instrument(id));
        }
    }

    void apply(ExchangeCommand const& command, Duration after)
    {
        m_time = m_time + after;
        exchange.apply(++m_sequence, m_time, command, m_silence);
        if (auto const good = exchange.audit(); !good) {
            std::cerr << m_text.format(command) << ": " << good.error().detail << '\n';
            CHECK(good.has_value());
        }
    }

    static constexpr ExchangeLimits limits{.maxOrders = 256, .rememberedOrders = 64};
    Exchange exchange{limits};

private:
    ExchangeText m_text;
    Silence m_silence;
    Timestamp m_time{1'700'000'000'000'000'000};
    std::uint64_t m_sequence = 0;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    static constexpr char const* kinds[] = {
        "spot", "linear", "linear multiplier=0.1", "inverse contract-value=10", "quanto settle=USDT"};
    ByteChance chance(data, size);
    Venue venue;
    for (std::string const& line : openingLines(kinds[chance.below(std::ssize(kinds))])) {
        venue.say(line);
    }
    for (std::string const& line : chance.below(2) == 1 ? poorLines() : std::vector<std::string>()) {
        venue.say(line);
    }
    RandomExchangeCommands commands(chance, chance.below(2) == 1);
    while (!chance.empty()) {
        const ExchangeCommand command = commands.next();
        venue.apply(command, seconds(chance.below(4)));
    }
    Exchange copy(Venue::limits);
    CHECK(copy.restore(venue.exchange.image()).has_value());
    CHECK(copy.image() == venue.exchange.image() && copy.audit().has_value());
    return 0;
}
