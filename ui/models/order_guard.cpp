#include "ui/models/order_guard.h"

#include "engine/base/decimal.h"
#include "ui/models/display_text.h"

#include <QCoreApplication>

namespace qob {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(OrderGuard)
};

Price bestFor(Side side, Ticker const* ticker)
{
    if (ticker == nullptr) {
        return {};
    }
    const Price best = side == Side::Buy ? ticker->ask.price : ticker->bid.price;
    return best > Price(0) ? best : ticker->last;
}

// What it trades at, as far as that is known.
Price expectedPrice(NewOrderSingle const& order, Price best)
{
    bool const limited = order.ordType == OrdType::Limit || order.ordType == OrdType::StopLimit;
    return limited && order.price > Price(0) ? order.price : order.stopPx > Price(0) ? order.stopPx : best;
}

// How far a limit price is beyond the other side's best, percent of that.
double throughPercent(NewOrderSingle const& order, Price best)
{
    if (order.ordType != OrdType::Limit || best <= Price(0)) {
        return 0;
    }
    auto const beyond = static_cast<double>((order.price - best).value * signOf(order.side));
    return beyond / static_cast<double>(best.value) * 100;
}

QString orderWords(Instrument const& instrument, NewOrderSingle const& order)
{
    const QString qty = QString::fromStdString(instrument.qtyText(order.orderQty));
    bool const priced = order.ordType == OrdType::Limit || order.ordType == OrdType::StopLimit;
    const QString what =
        QStringLiteral("%1 %2 %3").arg(sideText(order.side), qty, instrumentText(instrument));
    return priced ? Words::tr("%1 at %2").arg(what, QString::fromStdString(instrument.priceText(order.price)))
                  : QStringLiteral("%1, %2").arg(what, ordTypeText(order.ordType));
}

} // namespace

std::optional<QString> questionAbout(
    ConfirmRules const& rules, Instrument const& instrument, NewOrderSingle const& order, Ticker const* ticker
)
{
    const Price best = bestFor(order.side, ticker);
    const Price at = expectedPrice(order, best);
    QStringList reasons;
    const Amount worth = at > Price(0) ? quoteTurnover(instrument, at, order.orderQty) : Amount(0);
    if (rules.worthAbove > 0 && worth > Amount(Int128{rules.worthAbove} * pow10(amountScale))) {
        auto const& asset = instrument.kind == ContractKind::Quanto ? instrument.settle : instrument.quote;
        reasons += Words::tr("It is worth %1 %2.")
                       .arg(amountText(worth, assetDecimals(asset)), QString::fromStdString(asset.text()));
    }
    double const through = throughPercent(order, best);
    if (rules.throughPercent > 0 && through > rules.throughPercent) {
        reasons +=
            Words::tr("Its price is %1 beyond the best of the other side.").arg(percentText(through, 1));
    }
    if (reasons.isEmpty()) {
        return std::nullopt;
    }
    return orderWords(instrument, order) + QStringLiteral("\n\n") + reasons.join(u' ');
}

} // namespace qob
