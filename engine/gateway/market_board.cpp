#include "engine/gateway/market_board.h"

#include "engine/api/same_contract.h"

#include <algorithm>
#include <utility>

namespace qob {

namespace {

constexpr std::size_t keptNotices = 200;

} // namespace

std::string plainSymbol(std::string_view symbol)
{
    std::string plain;
    for (char const c : symbol) {
        if (c >= 'a' && c <= 'z') {
            plain += static_cast<char>(c - 'a' + 'A');
        } else if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) {
            plain += c;
        }
    }
    return plain;
}

MarketBoard::MarketBoard(EngineLink& link) : m_link(link)
{
    for (const TopicKind kind :
         {TopicKind::Instruments,
          TopicKind::Market,
          TopicKind::Feed,
          TopicKind::Ticker,
          TopicKind::Notices}) {
        m_watched.push_back(m_link.watch({kind, {}, {}, {}, {}}));
        m_watched.back()->add(*this);
    }
}

MarketBoard::~MarketBoard()
{
    for (auto const& state : m_watched) {
        state->remove(*this);
    }
}

void MarketBoard::onTopic(TopicState const& /*state*/, Event const& event)
{
    if (auto const* list = std::get_if<InstrumentList>(&event.payload)) {
        for (Instrument const& instrument : list->instruments) {
            auto const [known, fresh] = m_instruments.try_emplace(instrument.id, instrument);
            auto const before = std::exchange(known->second, instrument);
            bool const sameUnits =
                before.priceScale == instrument.priceScale && before.qtyScale == instrument.qtyScale;
            if (!fresh && !sameUnits && onUnits) {
                onUnits(instrument);
            }
            for (std::string const& name :
                 {instrument.venue + ":" + instrument.symbol,
                  instrument.symbol,
                  instrument.canonical,
                  plainSymbol(instrument.symbol),
                  plainSymbol(instrument.canonical)}) {
                // The first that came, but rather one that can be traded than one of the past.
                auto const at = m_byName.try_emplace(name, instrument.id).first;
                if (at->second >= firstStranger) {
                    at->second = instrument.id;
                }
            }
        }
        for (auto const& [id, instrument] : m_instruments) {
            bool const offered = instrument.kind == ContractKind::Spot && id < firstStranger;
            if (m_spotVenue.empty() && offered) {
                m_spotVenue = instrument.venue;
            }
        }
        m_haveInstruments = true;
    } else if (auto const* status = std::get_if<MarketStatus>(&event.payload)) {
        m_market = *status;
        m_haveMarket = true;
    } else if (auto const* feed = std::get_if<FeedStatus>(&event.payload)) {
        m_feeds[feed->instrument] = *feed;
    } else if (auto const* tickers = std::get_if<TickerList>(&event.payload)) {
        for (Ticker const& ticker : tickers->tickers) {
            m_tickers[ticker.instrument] = ticker;
            if (onTicker) {
                onTicker(ticker);
            }
        }
    } else if (auto const* notices = std::get_if<NoticeList>(&event.payload)) {
        if (event.snapshot) {
            m_notices.clear();
        }
        m_notices.insert(m_notices.end(), notices->notices.begin(), notices->notices.end());
        while (m_notices.size() > keptNotices) {
            m_notices.pop_front();
        }
    }
}

Instrument const* MarketBoard::find(InstrumentId id) const
{
    auto const found = m_instruments.find(id);
    return found == m_instruments.end() ? nullptr : &found->second;
}

Instrument const* MarketBoard::find(std::string_view venue, std::string_view symbol) const
{
    auto const exact = m_byName.find(std::string(venue) + ":" + std::string(symbol));
    if (exact != m_byName.end()) {
        return find(exact->second);
    }
    auto const plain = plainSymbol(symbol);
    auto const found = std::find_if(m_instruments.begin(), m_instruments.end(), [&](auto const& entry) {
        Instrument const& one = entry.second;
        return one.venue == venue && !plain.empty() &&
               (plainSymbol(one.symbol) == plain || plainSymbol(one.canonical) == plain);
    });
    return found == m_instruments.end() ? nullptr : &found->second;
}

Expected<Instrument const*> MarketBoard::parse(std::string_view text) const
{
    auto const colon = text.find(':');
    Instrument const* found = nullptr;
    if (colon != std::string_view::npos) {
        found = find(text.substr(0, colon), text.substr(colon + 1));
    } else if (auto const named = m_byName.find(std::string(text)); named != m_byName.end()) {
        found = find(named->second);
    } else if (auto const plain = m_byName.find(plainSymbol(text)); plain != m_byName.end()) {
        found = find(plain->second);
    }
    if (found == nullptr) {
        return fail(
            ErrorCode::OrderUnknownSymbol, std::string(text) + "; /api/v1/symbols lists those there are"
        );
    }
    return found;
}

Ticker const* MarketBoard::ticker(InstrumentId id) const
{
    auto const found = m_tickers.find(id);
    return found == m_tickers.end() ? nullptr : &found->second;
}

FeedStatus const* MarketBoard::feed(InstrumentId id) const
{
    auto const found = m_feeds.find(id);
    return found == m_feeds.end() ? nullptr : &found->second;
}

} // namespace qob
