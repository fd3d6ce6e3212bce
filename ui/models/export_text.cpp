#include "ui/models/export_text.h"

#include "engine/base/decimal.h"
#include "ui/models/display_text.h"

namespace qob {

namespace {

constexpr int secondScale = 9; // nanoseconds
constexpr std::int64_t nsPerSecond = 1'000'000'000;

} // namespace

QString plainAmount(Amount amount)
{
    return QString::fromStdString(formatTrimmed(amount.value, amountScale));
}

QString plainSeconds(Duration duration)
{
    return QString::fromStdString(formatTrimmed(duration.value, secondScale));
}

QString isoInstant(Timestamp time)
{
    auto const rest = (time.value % nsPerSecond + nsPerSecond) % nsPerSecond;
    auto fraction = QString::number(rest).rightJustified(secondScale, u'0');
    while (fraction.size() > 3 && fraction.endsWith(QStringLiteral("000"))) {
        fraction.chop(3);
    }
    return isoDateTimeText(time).replace(u' ', u'T') + u'.' + fraction + u'Z';
}

} // namespace qob
