#pragma once

#include "engine/exchange/exchange_text.h"
#include "tests/support/random_exchange_commands.h"

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

    void open(std::string const& kind = "spot")
    {
        for (std::string const& line : openingLines(kind)) {
            say(line);
        }
    }

    void makePoor()
    {
        for (std::string const& line : poorLines()) {
            say(line);
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
