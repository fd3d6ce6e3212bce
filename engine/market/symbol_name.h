#pragma once

#include "engine/market/feed_message.h"

#include <string>
#include <string_view>

namespace qob {

// Taking the venues' symbols apart.

std::string upperCase(std::string_view text);

// "BTC-USDT" at its first '-'. False, and nothing changed, where there is none.
bool splitAt(std::string_view symbol, char separator, InstrumentTerms& terms);

// "btcusdt", by the assets that others are usually quoted in; base = the whole where none fits. `venue`, an
// id: by those too that only it has, such as Binance's BUSD; elsewhere ARBUSD is ARB in USD.
void splitByQuote(std::string_view pair, InstrumentTerms& terms, std::string_view venue = {});

// Assets by the names most of the field uses: XBT is BTC, XDG is DOGE. In base and quote.
void useCommonNames(InstrumentTerms& terms);

// A date as it stands in symbols ("240927", "20240927", "27SEP24", "2DEC21") as "20240927"; empty: it is
// none.
std::string symbolDate(std::string_view text);

// The day of a time, in UTC, as "20240927".
std::string dateOf(Timestamp time);

// Terms of a spot pair with a separator, or without one ('\0'); `venue` as in splitByQuote().
InstrumentTerms pairTerms(std::string_view symbol, char separator, std::string_view venue = {});

} // namespace qob
