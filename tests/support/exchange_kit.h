#pragma once

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

} // namespace qob::test
