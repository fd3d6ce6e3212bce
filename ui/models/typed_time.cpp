#include "ui/models/typed_time.h"

#include "ui/models/display_text.h"

#include <QDate>
#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>

namespace qob {
namespace {

constexpr Duration day = hours(24);

} // namespace

std::optional<Timestamp> typedTime(QString const& text, Timestamp now)
{
    static const QRegularExpression shape(
        QStringLiteral("^\\s*(?:(\\S.*)\\s+)?(\\d{1,2}):(\\d{2})(?::(\\d{2}))?\\s*$")
    );
    auto const match = shape.match(text);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    auto const hour = match.captured(2).toInt();
    auto const minute = match.captured(3).toInt();
    auto const second = match.captured(4).toInt();
    if (hour > 23 || minute > 59 || second > 59) {
        return std::nullopt;
    }
    auto const ofDay = hours(hour) + minutes(minute) + seconds(second);
    if (match.capturedLength(1) == 0) {
        return Timestamp(now.value - now.value % day.value) + ofDay;
    }
    auto const date = dateFrom(match.captured(1).trimmed());
    if (!date.isValid()) {
        return std::nullopt;
    }
    return Timestamp(date.startOfDay(Qt::UTC).toMSecsSinceEpoch() * 1'000'000) + ofDay;
}

} // namespace qob
