#include "ui/models/display_text.h"

#include <QCoreApplication>
#include <QLocale>

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

// Exact digits with the language's signs between them.
QString localized(std::string const& text)
{
    const QLocale locale;
    auto const point = std::min(text.find('.'), text.size());
    QString result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto const before = point - i; // digits that stand between here and the point
        bool const apart = i < point && i > 0 && text[i - 1] != '-' && before % 3 == 0;
        if (apart) {
            result += locale.groupSeparator();
        }
        result += text[i] == '.' ? locale.decimalPoint() : QString(QLatin1Char(text[i]));
    }
    return result;
}

// The language's short way, with the whole year.
QString dateFormat()
{
    const QLocale locale;
    if (locale.language() == QLocale::English || locale.language() == QLocale::C) {
        return QStringLiteral("yyyy-MM-dd"); // Americans and Britons read each other's short dates wrongly
    }
    auto format = locale.dateFormat(QLocale::ShortFormat);
    if (!format.contains(QStringLiteral("yyyy"))) {
        format.replace(QStringLiteral("yy"), QStringLiteral("yyyy"));
    }
    return format;
}

QDate dayOf(Timestamp time)
{
    auto const days = floorDiv(floorDiv(time.value, nsPerSecond), secondsPerDay);
    return QDate(1970, 1, 1).addDays(days);
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
    // The sentences stand in the engine's one table; error_sentences.h says them to the translators.
    auto const sentence = errorInfo(error.code).sentence;
    auto text = QCoreApplication::translate("ErrorCode", std::string(sentence).c_str());
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

QString dateText(Timestamp time)
{
    return QLocale().toString(dayOf(time), dateFormat());
}

QString minuteText(Timestamp time)
{
    return dateText(time) + QLatin1Char(' ') + clockText(time, false).left(5);
}

QString dateTimeText(Timestamp time)
{
    return dateText(time) + QLatin1Char(' ') + clockText(time, false);
}

QString isoDateTimeText(Timestamp time)
{
    return dayOf(time).toString(Qt::ISODate) + QLatin1Char(' ') + clockText(time, false);
}

QDate dateFrom(QString const& text)
{
    auto const iso = QDate::fromString(text, Qt::ISODate);
    return iso.isValid() ? iso : QLocale().toDate(text, dateFormat());
}

QString durationText(Duration duration)
{
    auto const size = duration.value < 0 ? -duration.value : duration.value;
    std::int64_t const unit = size >= nsPerSecond ? nsPerSecond : size >= 1'000'000 ? 1'000'000 : 1'000;
    auto const tenths = (size * 10 + unit / 2) / unit;
    auto text = duration.value < 0 ? QStringLiteral("-") : QString();
    text += tenths < 100
                ? QString::number(tenths / 10) + QLocale().decimalPoint() + QString::number(tenths % 10)
                : QString::number((tenths + 5) / 10);
    return unit == nsPerSecond ? Words::tr("%1 s").arg(text)
           : unit == 1'000     ? Words::tr("%1 µs").arg(text)
                               : Words::tr("%1 ms").arg(text);
}

QString ageText(Duration age)
{
    auto const twoDigits = [](std::int64_t number) {
        return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0'));
    };
    const std::int64_t all = age.value / seconds(1).value;
    const std::int64_t minutes = all / 60 % 60;
    const QString end = QLatin1Char(':') + twoDigits(all % 60);
    return all < 3600 ? QString::number(minutes) + end
                      : QString::number(all / 3600) + QLatin1Char(':') + twoDigits(minutes) + end;
}

QString averageText(Amount price, int decimals)
{
    return QString::fromStdString(roundedText(price, decimals));
}

QString amountText(Amount amount, int decimals)
{
    return localized(roundedText(amount, decimals));
}

QString signedAmountText(Amount amount, int decimals)
{
    auto const text = amountText(amount, decimals);
    return amount.value > 0 ? QLatin1Char('+') + text : text;
}

QString percentText(double percent, int decimals)
{
    return Words::tr("%1 %").arg(QLocale().toString(percent, 'f', decimals));
}

QString signedPercentText(double percent, int decimals)
{
    auto const text = percentText(percent, decimals);
    return percent > 0 ? QLatin1Char('+') + text : text;
}

QString plainDecimal(QString text)
{
    return QLocale().decimalPoint() == QStringLiteral(",") ? text.replace(u',', u'.') : text;
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
