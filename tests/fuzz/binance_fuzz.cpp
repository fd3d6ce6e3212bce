// Any bytes as messages of each Binance dialect, and what is decoded kept as a book.

#include "engine/base/check.h"
#include "engine/market/feed_book.h"
#include "engine/venue/venues.h"

#include <cstddef>
#include <cstdint>

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

    void onFeed(qob::FeedStatus const& /*status*/) override {}

    void onNotice(qob::Notice const& notice) override { CHECK(!notice.text.empty()); }
};

} // namespace

// The input's lines are the messages.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    const std::string_view input(reinterpret_cast<char const*>(data), size);
    for (char const* const venue : {"BINANCE", "BINANCE_FUTURES", "BINANCE_DELIVERY"}) {
        auto const feed = qob::Venues().open(venue);
        qob::FeedBook book(qob::InstrumentId(1), venue, feed->syncRule(), feed->termsOf("BTCUSDT"));
        qob::FeedMessage message;
        qob::PaddedCopy copy;
        NoListener listener;
        std::uint64_t number = 0;
        for (std::size_t at = 0; at <= input.size();) {
            auto const line = input.substr(at, input.find('\n', at) - at);
            at += line.size() + 1;
            auto const text = copy.assign(line);
            (void)qob::Venues().recognise(text);
            if (!feed->decode(text, "https://host/?symbol=BTCUSDT", message)) {
                continue;
            }
            for (auto const& terms : message.instruments) {
                book.describe(terms);
            }
            book.onMessage(message, qob::Timestamp(0), {"input", ++number}, listener);
            qob::DepthView view;
            book.depth(5, view);
            bool const live = book.status().state == qob::FeedState::Live;
            CHECK(!live || view.bids.empty() || view.asks.empty() || view.bids[0].price < view.asks[0].price);
        }
    }
    return 0;
}
