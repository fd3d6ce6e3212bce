// Any bytes as messages of any venue, and what is decoded kept as a book. The input's first byte picks the
// venue, its lines are the messages; the scripts of tests/fixtures/venues are inputs too, of the venue they
// name.

#include "engine/base/check.h"
#include "engine/market/feed_book.h"
#include "engine/venue/venues.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

namespace {

struct NoListener final : qob::MarketListener {
    void onInstrument(qob::Instrument const& instrument) override { CHECK(qob::validate(instrument)); }

    void
    onLevel(qob::InstrumentId /*i*/, qob::Side /*s*/, qob::Price price, qob::Qty qty, qob::Timestamp /*t*/)
        override
    {
        CHECK(price > qob::Price(0) && qty >= qob::Qty(0));
    }

    void onBookCleared(qob::InstrumentId /*instrument*/, qob::Timestamp /*time*/) override {}

    void onBookUpdated(qob::InstrumentId /*instrument*/, qob::Timestamp /*time*/) override {}

    void onTrade(qob::Trade const& trade) override
    {
        CHECK(trade.price > qob::Price(0) && trade.qty > qob::Qty(0));
    }

    void onStatistics(qob::InstrumentStatistics const& statistics) override
    {
        CHECK(!statistics.liquidation || statistics.liquidation->time > qob::Timestamp::min());
    }

    void onFeed(qob::FeedStatus const& /*status*/) override {}

    void onNotice(qob::Notice const& notice) override { CHECK(!notice.text.empty()); }
};

void runLines(qob::VenueSpec const& spec, std::string_view input)
{
    auto const feed = spec.makeFeed(spec);
    qob::FeedBook book(qob::InstrumentId(1), spec, feed->termsOf("BTC-USDT"));
    qob::FeedBatch batch;
    qob::PaddedCopy copy;
    NoListener listener;
    std::uint64_t number = 0;
    std::string said; // the next line's address, as the scripts write it
    for (std::size_t at = 0; at <= input.size();) {
        auto line = input.substr(at, input.find('\n', at) - at);
        at += line.size() + 1;
        line.remove_prefix(line.starts_with("< ") || line.starts_with("! ") ? 2 : 0);
        // Some lines as answers: with a list of instruments, with statistics, with a book.
        std::string url;
        ++number;
        if (number % 8 == 0) {
            url = "https://host/x?symbol=BTCUSDT&currency_pair=BTC_USDT";
        } else if (number % 8 == 4 && !spec.lists.empty()) {
            url = "https://host/" + std::string(spec.lists[number / 8 % spec.lists.size()].url);
        } else if (number % 8 == 6) {
            url = spec.statistics.url;
        }
        if (line.starts_with("url ")) {
            said = line.substr(4);
            continue;
        }
        url = said.empty() ? url : std::exchange(said, {});
        auto const text = copy.assign(line);
        (void)qob::Venues().recognise(text);
        if (!feed->decode(text, url, batch)) {
            continue;
        }
        for (auto const& terms : batch.instruments) {
            book.describe(terms);
            (void)qob::canonicalName(terms);
            if (auto const made = qob::makeInstrument(spec.id, terms, nullptr)) {
                CHECK(qob::validate(*made));
            }
        }
        if (batch.lost) {
            book.lose(*batch.lost, qob::Timestamp(0), {"input", number}, listener);
        }
        for (std::size_t i = 0; i < batch.size(); ++i) {
            (void)feed->termsOf(batch[i].symbol);
            book.onMessage(batch[i], qob::Timestamp(0), {"input", number}, listener);
        }
        qob::DepthView view;
        book.depth(5, view);
        bool const live = book.status().state == qob::FeedState::Live;
        CHECK(!live || view.bids.empty() || view.asks.empty() || view.bids[0].price < view.asks[0].price);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    if (size == 0) {
        return 0;
    }
    auto const venues = qob::Venues().all();
    const std::string_view input(reinterpret_cast<char const*>(data), size);
    constexpr std::string_view head = "venues ";
    if (input.starts_with(head)) {
        auto const name = input.substr(head.size(), input.find_first_of(" \n", head.size()) - head.size());
        if (auto const* const spec = qob::Venues().find(name)) {
            runLines(*spec, input.substr(input.find('\n') + 1));
            return 0;
        }
    }
    runLines(*venues[data[0] % venues.size()], input.substr(1));
    return 0;
}
