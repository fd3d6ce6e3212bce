#pragma once

#include "engine/api/event.h"

#include <QDate>
#include <QString>

#include <string>

namespace qob {

// Values as a trader reads them: words translated, numbers as exact as they have to be. Prices and sizes are
// written as exchanges write them, with a point; sums of money, percentages, counts and dates as the language
// does (QLocale's default).

QString sideText(Side side);
QString ordTypeText(OrdType type);
QString timeInForceText(TimeInForce tif);
QString ordStatusText(OrdStatus status);
QString liquidityText(Liquidity liquidity);
QString feedStateText(FeedState state);
QString marketKindText(MarketKind kind); // SIM, REPLAY, LIVE
QString errorText(Error const& error);   // the code's sentence and the detail

// What is wrong with a book, for the plate over it; empty while it is live.
QString staleWords(FeedState state, FeedStatus const* feed);

// UTC, "14:03:27" or "14:03:27.125".
QString clockText(Timestamp time, bool milliseconds);
// The day, UTC: "2026-07-14" in English, else by the language: "14.07.2026".
QString dateText(Timestamp time);
// "2026-07-14 14:03" and "2026-07-14 14:03:27", the day as dateText has it.
QString minuteText(Timestamp time);
QString dateTimeText(Timestamp time);
// "2026-07-14 14:03:27" in every language, for other programs.
QString isoDateTimeText(Timestamp time);
// A day as dateText or ISO 8601 writes it; null when it is neither.
QDate dateFrom(QString const& text);

// "12 ms", "3.4 ms", "850 µs", "2.1 s".
QString durationText(Duration duration);

// In whole seconds, "0:07", "3:05", "26:03:05".
QString ageText(Duration age);

// A price that is an average: rounded like money, but nothing set apart, as prices are written.
QString averageText(Amount price, int decimals);
// Money rounded half away from zero to `decimals`, thousands apart: "1,204,332.50", in German "1.204.332,50".
QString amountText(Amount amount, int decimals);
QString signedAmountText(Amount amount, int decimals); // with a plus
// Decimals worth showing of an asset: 2 for dollars and the like, 6 else.
int assetDecimals(AssetName const& asset);

// "12.50 %"
QString percentText(double percent, int decimals);
QString signedPercentText(double percent, int decimals); // with a plus

// A typed number as the engine reads it: where the language's decimal point is a comma, a comma is one too.
// Thousands set apart are not understood: they could be meant as decimals.
QString plainDecimal(QString text);

// How many decimals sizes are shown with where many stand in a column: as many as a hundred quote units are
// worth.
int sizeDecimals(Instrument const& instrument, Price near);
// A size cut to `decimals` for a column; written out exactly where that would show nothing.
std::string sizeText(Instrument const& instrument, Qty qty, int decimals);

// "BTC-USDT · SIM-A"
QString instrumentText(Instrument const& instrument);

} // namespace qob
