#include "engine/gateway/binance_world.h"

namespace qob {

namespace {

constexpr Duration keyLife = seconds(3600);
constexpr std::size_t keyBytes = 45; // sixty letters, as theirs

} // namespace

std::string BinanceListenKeys::keyOf(Principal const& principal)
{
    sweep();
    for (auto& [key, kept] : m_keys) {
        if (isOf(kept, principal)) {
            prolong(kept, principal);
            return key;
        }
    }
    auto key = randomText(*m_random, keyBytes);
    prolong(m_keys[key], principal);
    return key;
}

bool BinanceListenKeys::prolong(Principal const& principal, std::string const& key)
{
    if (find(key) == nullptr || m_keys[key].principal.user != principal.user) {
        return false;
    }
    m_keys[key].until = m_clock.now() + keyLife; // it still ends with the login or key it was made by
    return true;
}

// For as long as whoever asks now may be here.
void BinanceListenKeys::prolong(Kept& kept, Principal const& principal)
{
    kept = {principal, m_clock.now() + keyLife};
}

bool BinanceListenKeys::isOf(Kept const& kept, Principal const& principal)
{
    return kept.principal.user == principal.user && kept.principal.key == principal.key &&
           kept.principal.keySecret == principal.keySecret && kept.principal.login == principal.login;
}

bool BinanceListenKeys::looksLikeOne(std::string_view name)
{
    return name.size() == keyBytes * 4 / 3 && name.find('@') == std::string_view::npos;
}

bool BinanceListenKeys::forget(Principal const& principal, std::string const& key)
{
    auto const found = m_keys.find(key);
    if (found == m_keys.end() || found->second.principal.user != principal.user) {
        return false;
    }
    m_keys.erase(found);
    return true;
}

Principal const* BinanceListenKeys::find(std::string const& key)
{
    auto const found = m_keys.find(key);
    if (found == m_keys.end()) {
        return nullptr;
    }
    bool const good = found->second.until > m_clock.now() && m_refreshed(found->second.principal);
    if (!good) {
        m_keys.erase(found);
        return nullptr;
    }
    return &found->second.principal;
}

void BinanceListenKeys::sweep()
{
    std::erase_if(m_keys, [now = m_clock.now()](auto const& entry) { return entry.second.until <= now; });
}

void BinanceWorld::after(Duration delay, std::function<void()> work)
{
    auto const number = ++m_lastTimer;
    m_timers[number] = world.thread.after(delay, [this, number, work = std::move(work)] {
        auto const timer = m_timers.extract(number); // it holds what runs here
        work();
    });
}

Expected<std::string> binanceVenue(MarketBoard const& board, WebRequest const& request)
{
    auto const* const wanted = request.header("qob-venue");
    if (wanted == nullptr) {
        return board.spotVenue().empty()
                   ? Expected<std::string>(fail(ErrorCode::FeedNoSnapshot, "no spot instrument"))
                   : board.spotVenue();
    }
    for (auto const& [id, instrument] : board.instruments()) {
        if (instrument.kind == ContractKind::Spot && instrument.venue == *wanted) {
            return instrument.venue;
        }
    }
    return fail(ErrorCode::OrderUnknownSymbol, *wanted);
}

Expected<Instrument const*>
binanceInstrument(MarketBoard const& board, std::string const& venue, std::string_view symbol)
{
    auto const plain = plainSymbol(symbol);
    for (auto const& [id, instrument] : board.instruments()) {
        if (instrument.kind == ContractKind::Spot && instrument.venue == venue &&
            binanceSymbol(instrument) == plain) {
            return &instrument;
        }
    }
    return fail(ErrorCode::OrderUnknownSymbol, std::string(symbol));
}

Expected<Instrument const*> binanceInstrument(MarketBoard const& board, WebRequest const& request)
{
    auto const venue = binanceVenue(board, request);
    auto const* const symbol = request.parameter("symbol");
    if (!venue) {
        return tl::unexpected(venue.error());
    }
    if (symbol == nullptr) {
        return fail(ErrorCode::RequestMissing, "symbol");
    }
    return binanceInstrument(board, *venue, *symbol);
}

} // namespace qob
