#include "ui/models/display_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace qob {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(qob)
};

constexpr std::int64_t nsPerSecond = 1'000'000'000;
constexpr std::int64_t secondsPerDay = 86'400;

std::int64_t floorDiv(std::int64_t a, std::int64_t b)
{
    return a / b - (a % b < 0 ? 1 : 0);
}

// Half away from zero.
std::string roundedText(Amount amount, int decimals)
{
    const Int128 unit = pow10(amountScale - decimals);
    const Int128 half = amount.value < 0 ? -unit / 2 : unit / 2;
    return formatFixed((amount.value + half) / unit, decimals);
}

QString grouped(std::string text)
{
    auto const point = text.find('.');
    auto i = static_cast<std::ptrdiff_t>(point == std::string::npos ? text.size() : point) - 3;
    const std::ptrdiff_t first = !text.empty() && text.front() == '-' ? 1 : 0;
    for (; i > first; i -= 3) {
        text.insert(static_cast<std::size_t>(i), 1, ',');
    }
    return QString::fromStdString(text);
}

} // namespace

QString sideText(Side side)
{
    switch (side) {
    case Side::Buy:
        return Words::tr("Buy");
    case Side::Sell:
        return Words::tr("Sell");
    case Side::Undisclosed:
        break;
    }
    return QStringLiteral("–");
}

QString ordTypeText(OrdType type)
{
    switch (type) {
    case OrdType::Market:
        return Words::tr("Market");
    case OrdType::Limit:
        return Words::tr("Limit");
    case OrdType::Stop:
        return Words::tr("Stop");
    case OrdType::StopLimit:
        return Words::tr("Stop limit");
    case OrdType::MarketToLimit:
        return Words::tr("Market to limit");
    case OrdType::Pegged:
        return Words::tr("Pegged");
    }
    return {};
}

QString timeInForceText(TimeInForce tif)
{
    switch (tif) {
    case TimeInForce::ImmediateOrCancel:
        return Words::tr("IOC");
    case TimeInForce::FillOrKill:
        return Words::tr("FOK");
    case TimeInForce::GoodTillCancel:
        return Words::tr("GTC");
    case TimeInForce::Day:
        return Words::tr("Day");
    case TimeInForce::GoodTillDate:
        return Words::tr("GTD");
    case TimeInForce::AtTheOpening:
        return Words::tr("Opening");
    case TimeInForce::AtTheClose:
        return Words::tr("Close");
    }
    return {};
}

QString ordStatusText(OrdStatus status)
{
    switch (status) {
    case OrdStatus::New:
        return Words::tr("Working");
    case OrdStatus::PartiallyFilled:
        return Words::tr("Partial");
    case OrdStatus::Filled:
        return Words::tr("Filled");
    case OrdStatus::Canceled:
        return Words::tr("Cancelled");
    case OrdStatus::PendingCancel:
        return Words::tr("Cancelling");
    case OrdStatus::Rejected:
        return Words::tr("Rejected");
    case OrdStatus::PendingNew:
        return Words::tr("Sent");
    case OrdStatus::PendingReplace:
        return Words::tr("Changing");
    }
    return {};
}

QString liquidityText(Liquidity liquidity)
{
    switch (liquidity) {
    case Liquidity::Maker:
        return Words::tr("Maker");
    case Liquidity::Taker:
        return Words::tr("Taker");
    case Liquidity::None:
        break;
    }
    return QStringLiteral("–");
}

QString feedStateText(FeedState state)
{
    switch (state) {
    case FeedState::AwaitingSnapshot:
        return Words::tr("Awaiting snapshot");
    case FeedState::Live:
        return Words::tr("Live");
    case FeedState::Stale:
        return Words::tr("Stale");
    case FeedState::Ended:
        return Words::tr("Ended");
    }
    return {};
}

QString marketKindText(MarketKind kind)
{
    switch (kind) {
    case MarketKind::Sim:
        return Words::tr("SIM");
    case MarketKind::Replay:
        return Words::tr("REPLAY");
    case MarketKind::Live:
        break;
    }
    return Words::tr("LIVE · PAPER");
}

QString errorText(Error const& error)
{
    // The sentences stand in the engine's one table and are translated from there.
    auto const sentence = errorInfo(error.code).sentence;
    auto text = QCoreApplication::translate("qob::Error", std::string(sentence).c_str());
    if (!error.detail.empty()) {
        text += QStringLiteral(": ") + QString::fromStdString(error.detail);
    }
    return text;
}

QString staleWords(FeedState state, FeedStatus const* feed)
{
    switch (state) {
    case FeedState::Live:
        return {};
    case FeedState::AwaitingSnapshot:
        return Words::tr("Waiting for the venue's book");
    case FeedState::Stale:
        return feed != nullptr && feed->problem ? Words::tr("Stale book. %1").arg(errorText(*feed->problem))
                                                : Words::tr("Stale book: not the venue's any more");
    case FeedState::Ended:
        return Words::tr("The recording is over");
    }
    return {};
}

QString clockText(Timestamp time, bool milliseconds)
{
    auto const second = floorDiv(time.value, nsPerSecond);
    auto const ofDay = second - floorDiv(second, secondsPerDay) * secondsPerDay;
    auto const two = [](std::int64_t n) {
        return QString::number(n).rightJustified(2, QLatin1Char('0'));
    };
    auto text =
        two(ofDay / 3600) + QLatin1Char(':') + two(ofDay / 60 % 60) + QLatin1Char(':') + two(ofDay % 60);
    if (milliseconds) {
        auto const ms = (time.value - second * nsPerSecond) / 1'000'000;
        text += QLatin1Char('.') + QString::number(ms).rightJustified(3, QLatin1Char('0'));
    }
    return text;
}

QString dateTimeText(Timestamp time)
{
    // Days to a civil date, after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
    auto const z = floorDiv(floorDiv(time.value, nsPerSecond), secondsPerDay) + 719'468;
    auto const era = floorDiv(z, 146'097);
    auto const dayOfEra = z - era * 146'097;
    auto const yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36'524 - dayOfEra / 146'096) / 365;
    auto const dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    auto const shifted = (5 * dayOfYear + 2) / 153;
    auto const day = dayOfYear - (153 * shifted + 2) / 5 + 1;
    auto const month = shifted < 10 ? shifted + 3 : shifted - 9;
    auto const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
    return QStringLiteral("%1-%2-%3 ")
               .arg(year)
               .arg(month, 2, 10, QLatin1Char('0'))
               .arg(day, 2, 10, QLatin1Char('0')) +
           clockText(time, false);
}

QString durationText(Duration duration)
{
    struct Unit {
        std::int64_t ns;
        char const* name;
    };

    static constexpr std::array units{Unit{1'000'000'000, "s"}, Unit{1'000'000, "ms"}, Unit{1'000, "µs"}};
    auto const size = duration.value < 0 ? -duration.value : duration.value;
    auto const unit =
        std::find_if(units.begin(), units.end() - 1, [&](Unit const& u) { return size >= u.ns; });
    auto const tenths = (size * 10 + unit->ns / 2) / unit->ns;
    auto text = duration.value < 0 ? QStringLiteral("-") : QString();
    text += tenths < 100 ? QStringLiteral("%1.%2").arg(tenths / 10).arg(tenths % 10)
                         : QString::number((tenths + 5) / 10);
    return text + QLatin1Char(' ') + QString::fromUtf8(unit->name);
}

QString averageText(Amount price, int decimals)
{
    return QString::fromStdString(roundedText(price, decimals));
}

QString amountText(Amount amount, int decimals)
{
    return grouped(roundedText(amount, decimals));
}

QString signedAmountText(Amount amount, int decimals)
{
    auto const text = amountText(amount, decimals);
    return amount.value > 0 ? QLatin1Char('+') + text : text;
}

int assetDecimals(AssetName const& asset)
{
    static constexpr std::array<std::string_view, 10> dollars{
        "USD", "USDT", "USDC", "EUR", "GBP", "BUSD", "FDUSD", "TUSD", "DAI", "CHF"};
    return std::find(dollars.begin(), dollars.end(), asset.view()) != dollars.end() ? 2 : 6;
}

int sizeDecimals(Instrument const& instrument, Price near)
{
    int lotDecimals = instrument.qtyScale;
    for (auto lot = instrument.lotSize.value; lotDecimals > 0 && lot % 10 == 0; lot /= 10) {
        --lotDecimals;
    }
    if (instrument.countsContracts()) {
        return lotDecimals;
    }
    int decimals = 0;
    auto worth = near.value / pow10(instrument.priceScale); // of one base unit, in quote units
    while (worth > 100 && decimals < lotDecimals) {
        worth /= 10;
        ++decimals;
    }
    return decimals;
}

std::string sizeText(Instrument const& instrument, Qty qty, int decimals)
{
    auto const unit = pow10(std::max(0, instrument.qtyScale - decimals));
    if (qty.value < unit) {
        return instrument.qtyText(qty);
    }
    return formatFixed((qty.value + unit / 2) / unit, std::min(decimals, instrument.qtyScale));
}

QString instrumentText(Instrument const& instrument)
{
    return QString::fromStdString(instrument.symbol) + QStringLiteral(" · ") +
           QString::fromStdString(instrument.venue);
}

} // namespace qob
