#include "engine/market/symbol_name.h"

#include "engine/wire/written_number.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <chrono>

namespace qob {

namespace {

// Assets that others are quoted in, those that end like another one first.
constexpr std::array<std::string_view, 34> quotes{
    "FDUSD", "USDT", "USDC", "USDP", "USDS", "EURS", "USDD", "USDJ", "USD", "EURT", "BTC", "XBT",
    "ETH",   "BNB",  "EUR",  "GBP",  "TRY",  "BRL",  "AUD",  "CAD",  "CHF", "RUB",  "UAH", "DAI",
    "BIDR",  "IDRT", "NGN",  "ZAR",  "PLN",  "JPY",  "KRW",  "SGD",  "TRX", "XRP"};

// Dollars of one venue. Where it has USD as well, its name alone may tell either: these assets are taken for
// being in USD.
struct OwnQuote {
    std::string_view venue;
    std::string_view quote;
    std::array<std::string_view, 4> inDollars{};
};

constexpr std::array<OwnQuote, 6> ownQuotes{
    {{"BINANCE", "BUSD"},
     {"BINANCE_FUTURES", "BUSD"},
     {"BINANCE_TR", "BUSD"},
     {"BINANCE_US", "BUSD", {"BNB", "SHIB", "ARB", "GMB"}},
     {"HUOBI", "HUSD"},
     {"GEMINI", "GUSD", {"PAXG", "OMG"}}}};

constexpr std::array<std::string_view, 12> months{
    "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"};

std::string_view commonName(std::string_view asset)
{
    return asset == "XBT" ? "BTC" : asset == "XDG" ? "DOGE" : asset;
}

} // namespace

std::string upperCase(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), [](unsigned char c) {
        return static_cast<char>(std::toupper(c));
    });
    return result;
}

bool splitAt(std::string_view symbol, char separator, InstrumentTerms& terms)
{
    auto const at = symbol.find(separator);
    if (at == std::string_view::npos) {
        return false;
    }
    terms.base = upperCase(symbol.substr(0, at));
    terms.quote = upperCase(symbol.substr(at + 1));
    return true;
}

void splitByQuote(std::string_view pair, InstrumentTerms& terms, std::string_view venue)
{
    terms.base = upperCase(pair);
    auto const cut = [&terms](std::string_view quote) {
        bool const fits = terms.base.size() > quote.size() && terms.base.ends_with(quote);
        if (fits) {
            terms.base.resize(terms.base.size() - quote.size());
            terms.quote = quote;
        }
        return fits;
    };
    constexpr std::size_t dollar = 3; // "USD"
    auto const whole = terms.base.substr(0, std::max(terms.base.size(), dollar) - dollar);
    for (OwnQuote const& own : ownQuotes) {
        bool const here = own.venue == venue &&
                          std::find(own.inDollars.begin(), own.inDollars.end(), whole) == own.inDollars.end();
        if (here && cut(own.quote)) {
            return;
        }
    }
    for (auto const quote : quotes) {
        if (cut(quote)) {
            return;
        }
    }
}

void useCommonNames(InstrumentTerms& terms)
{
    terms.base = commonName(terms.base);
    terms.quote = commonName(terms.quote);
}

std::string symbolDate(std::string_view text)
{
    std::uint64_t number = 0;
    constexpr std::size_t shortDate = 6;
    constexpr std::size_t longDate = 8;
    if (parseUnsigned(text, number)) {
        return text.size() == shortDate  ? "20" + std::string(text)
               : text.size() == longDate ? std::string(text)
                                         : std::string();
    }
    auto const letters = std::find_if(text.begin(), text.end(), [](char c) { return c < '0' || c > '9'; });
    auto const days = static_cast<std::size_t>(letters - text.begin());
    std::uint64_t year = 0;
    if (days < 1 || days > 2 || text.size() < days + 5 || !parseUnsigned(text.substr(days + 3), year)) {
        return {};
    }
    auto const month = std::find(months.begin(), months.end(), upperCase(text.substr(days, 3)));
    if (month == months.end()) {
        return {};
    }
    auto const twoDigits = [](std::size_t n) {
        return (n < 10 ? "0" : "") + std::to_string(n);
    };
    auto const years = text.substr(days + 3);
    return (years.size() == 2 ? "20" : "") + std::string(years) +
           twoDigits(static_cast<std::size_t>(month - months.begin()) + 1) + (days == 1 ? "0" : "") +
           std::string(text.substr(0, days));
}

std::string dateOf(Timestamp time)
{
    constexpr std::int64_t daysNanos = 86'400'000'000'000;
    const std::chrono::sys_days day{std::chrono::days(time.value / daysNanos)};
    const std::chrono::year_month_day parts{day};
    auto const number = static_cast<int>(parts.year()) * 10'000 +
                        static_cast<int>(static_cast<unsigned>(parts.month())) * 100 +
                        static_cast<int>(static_cast<unsigned>(parts.day()));
    return std::to_string(number);
}

InstrumentTerms pairTerms(std::string_view symbol, char separator, std::string_view venue)
{
    InstrumentTerms terms;
    terms.symbol = symbol;
    if (separator == '\0' || !splitAt(symbol, separator, terms)) {
        splitByQuote(symbol, terms, venue);
    }
    return terms;
}

} // namespace qob
