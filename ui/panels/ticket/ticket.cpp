#include "ui/panels/ticket/ticket.h"

#include "ui/models/display_text.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

namespace qob {
namespace {

constexpr Duration refreshEvery = milliseconds(250);

QLabel* label(QString const& text, char const* role, QWidget* parent)
{
    auto* made = new QLabel(text, parent);
    made->setProperty("role", role);
    return made;
}

QPushButton* choice(QString const& text, int id, QButtonGroup& group, QWidget* parent)
{
    auto* button = new QPushButton(text, parent);
    button->setCheckable(true);
    button->setFocusPolicy(Qt::TabFocus);
    group.addButton(button, id);
    return button;
}

} // namespace

Ticket::Ticket(
    FrameClock& frames,
    MarketView const& market,
    BalancesModel const& balances,
    OrderEntry& entry,
    OrderTicket& ticket,
    Theme const& theme,
    QWidget* parent
)
    : QFrame(parent)
    , FrameClient(frames, *this)
    , m_market(market)
    , m_balances(balances)
    , m_entry(entry)
    , m_ticket(ticket)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("panel"));
    build();
    auto const refresh = [this] {
        m_refreshNow = true;
        markDirty();
    };
    connect(&entry, &OrderEntry::lockChanged, this, &Ticket::takeLock);
    connect(&ticket, &OrderTicket::changed, this, &Ticket::takeTicket);
    connect(&market, &MarketView::shownChanged, this, &Ticket::takeInstrument);
    connect(&market, &MarketView::depthChanged, this, [this] { markDirty(); });
    connect(&balances, &QAbstractItemModel::dataChanged, this, refresh);
    connect(&balances, &QAbstractItemModel::modelReset, this, refresh);
    takeInstrument();
    takeLock();
}

void Ticket::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(10, 10, 10, 10);
    column->setSpacing(8);
    column->addWidget(buildChoices());
    auto* fields = new QGridLayout;
    fields->setHorizontalSpacing(8);
    fields->setVerticalSpacing(6);
    fields->setColumnStretch(1, 1);
    buildFields(*fields);
    column->addLayout(fields);
    column->addWidget(buildQuick());
    auto* preview = new QGridLayout;
    preview->setVerticalSpacing(3);
    preview->setColumnStretch(1, 1);
    buildPreview(*preview);
    column->addLayout(preview);
    column->addWidget(buildSend());
    m_problem = label({}, "problem", this);
    m_problem->setWordWrap(true);
    column->addWidget(m_problem);
    column->addStretch(1);
}

QWidget* Ticket::buildChoices()
{
    auto* box = new QWidget(this);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(3);
    m_types = new QButtonGroup(this);
    m_tifs = new QButtonGroup(this);
    for (auto const type : {OrdType::Limit, OrdType::Market}) {
        row->addWidget(choice(ordTypeText(type), static_cast<int>(type), *m_types, box), 4);
    }
    row->addSpacing(6);
    for (auto const tif :
         {TimeInForce::GoodTillCancel, TimeInForce::ImmediateOrCancel, TimeInForce::FillOrKill}) {
        auto* button = choice(timeInForceText(tif), static_cast<int>(tif), *m_tifs, box);
        button->setToolTip(
            tif == TimeInForce::GoodTillCancel ? tr("Good till cancelled: stays in the book")
            : tif == TimeInForce::ImmediateOrCancel
                ? tr("Immediate or cancel: what does not fill at once goes")
                : tr("Fill or kill: all at once or nothing")
        );
        row->addWidget(button, 3);
    }
    for (auto* button : box->findChildren<QPushButton*>()) {
        button->setObjectName(QStringLiteral("small"));
        button->setMinimumWidth(30);
    }
    connect(m_types, &QButtonGroup::idClicked, this, [this](int id) {
        m_ticket.setType(static_cast<OrdType>(id));
    });
    connect(m_tifs, &QButtonGroup::idClicked, this, [this](int id) {
        m_ticket.setTimeInForce(static_cast<TimeInForce>(id));
    });
    return box;
}

void Ticket::buildFields(QGridLayout& grid)
{
    m_price = new NumberEdit(this);
    m_price->setObjectName(QStringLiteral("price"));
    m_price->setAccessibleName(tr("Price"));
    m_qty = new NumberEdit(this);
    m_qty->setObjectName(QStringLiteral("quantity"));
    m_qty->setAccessibleName(tr("Quantity"));
    m_priceUnit = label({}, "faint", this);
    m_qtyUnit = label({}, "faint", this);
    grid.addWidget(label(tr("Price"), "dim", this), 0, 0);
    grid.addWidget(m_price, 0, 1);
    grid.addWidget(m_priceUnit, 0, 2);
    grid.addWidget(label(tr("Quantity"), "dim", this), 1, 0);
    grid.addWidget(m_qty, 1, 1);
    grid.addWidget(m_qtyUnit, 1, 2);
    connect(m_price, &QLineEdit::textEdited, this, &Ticket::readPrice);
    connect(m_qty, &QLineEdit::textEdited, this, &Ticket::readQty);
    connect(m_price, &QLineEdit::editingFinished, this, &Ticket::takeTicket);
    connect(m_qty, &QLineEdit::editingFinished, this, &Ticket::takeTicket);
    connect(m_price, &NumberEdit::stepped, this, [this](int steps) {
        if (const auto* instrument = m_market.shown()) {
            m_ticket.setPrice(std::max(instrument->tickSize, m_ticket.price() + instrument->tickSize * steps)
            );
        }
    });
    connect(m_qty, &NumberEdit::stepped, this, [this](int steps) {
        const auto quick = m_ticket.quickQuantities();
        if (!quick.empty()) {
            m_ticket.setQty(std::max(quick.front(), m_ticket.qty() + quick.front() * steps));
        }
    });
}

QWidget* Ticket::buildQuick()
{
    auto* box = new QWidget(this);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(3);
    m_quick = new QButtonGroup(this);
    for (int i = 0; i < 5; ++i) {
        auto* button = choice({}, i, *m_quick, box);
        button->setObjectName(QStringLiteral("small"));
        button->setMinimumWidth(20);
        row->addWidget(button, 1);
    }
    connect(m_quick, &QButtonGroup::idClicked, this, [this](int id) {
        const auto quick = m_ticket.quickQuantities();
        if (static_cast<std::size_t>(id) < quick.size()) {
            m_ticket.setQty(quick[static_cast<std::size_t>(id)]);
        }
    });
    return box;
}

void Ticket::buildPreview(QGridLayout& grid)
{
    int row = 0;
    auto const line = [&](QString const& name) {
        auto* value = label(QStringLiteral("–"), "number", this);
        value->setAlignment(Qt::AlignRight);
        auto* title = label(name, "dim", this);
        grid.addWidget(title, row, 0);
        grid.addWidget(value, row, 1);
        ++row;
        return value;
    };
    m_notional = line(tr("Notional"));
    m_fee = line(tr("Fee, about"));
    m_freeQuote = line(tr("Free to buy"));
    m_freeBase = line(tr("Free to sell"));
}

QWidget* Ticket::buildSend()
{
    auto* box = new QWidget(this);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 2, 0, 0);
    row->setSpacing(6);
    m_buy = new QPushButton(tr("Buy"), box);
    m_buy->setObjectName(QStringLiteral("buy"));
    m_sell = new QPushButton(tr("Sell"), box);
    m_sell->setObjectName(QStringLiteral("sell"));
    for (auto* button : {m_buy, m_sell}) {
        button->setFocusPolicy(Qt::TabFocus);
        row->addWidget(button, 1);
    }
    connect(m_buy, &QPushButton::clicked, this, [this] { send(Side::Buy); });
    connect(m_sell, &QPushButton::clicked, this, [this] { send(Side::Sell); });
    return box;
}

void Ticket::takeLock()
{
    for (auto* button : {m_buy, m_sell}) {
        button->setProperty("locked", m_entry.locked());
        button->style()->unpolish(button);
        button->style()->polish(button);
        button->setToolTip(
            m_entry.locked() ? tr("Trading is locked. Unlock with the padlock or Ctrl+L.") : QString()
        );
    }
}

void Ticket::takeInstrument()
{
    auto const* instrument = m_market.shown();
    setEnabled(instrument != nullptr);
    if (instrument != nullptr) {
        m_priceUnit->setText(QString::fromStdString(instrument->quote.text()));
        m_qtyUnit->setText(
            instrument->countsContracts() ? tr("contracts") : QString::fromStdString(instrument->base.text())
        );
    }
    m_problem->clear();
    takeTicket();
}

void Ticket::takeTicket()
{
    auto const* instrument = m_market.shown();
    if (instrument == nullptr) {
        return;
    }
    if (!m_typing) {
        m_price->setText(QString::fromStdString(instrument->priceText(m_ticket.price())));
        m_qty->setText(QString::fromStdString(instrument->qtyText(m_ticket.qty())));
        m_price->setProblem({});
        m_qty->setProblem({});
        m_problem->clear();
    }
    bool const limit = m_ticket.type() == OrdType::Limit;
    m_price->setEnabled(limit);
    m_types->button(static_cast<int>(m_ticket.type()))->setChecked(true);
    m_tifs->button(static_cast<int>(m_ticket.timeInForce()))->setChecked(true);
    m_tifs->button(static_cast<int>(TimeInForce::GoodTillCancel))->setEnabled(limit);
    auto const quick = m_ticket.quickQuantities();
    m_quick->setExclusive(false);
    for (std::size_t i = 0; i < quick.size(); ++i) {
        auto* button = m_quick->button(static_cast<int>(i));
        button->setText(QString::fromStdString(instrument->qtyText(quick[i])));
        button->setChecked(quick[i] == m_ticket.qty());
    }
    m_quick->setExclusive(true);
    m_refreshNow = true;
    markDirty();
}

void Ticket::readPrice(QString const& text)
{
    auto const* instrument = m_market.shown();
    auto const price = parsePrice(*instrument, text.toStdString());
    m_price->setProblem(price ? QString() : errorText(price.error()));
    m_problem->setText(price ? QString() : errorText(price.error()));
    m_typing = true;
    m_ticket.setPrice(price ? *price : Price(0));
    m_typing = false;
}

void Ticket::readQty(QString const& text)
{
    auto const* instrument = m_market.shown();
    auto const qty = parseQty(*instrument, text.toStdString());
    m_qty->setProblem(qty ? QString() : errorText(qty.error()));
    m_problem->setText(qty ? QString() : errorText(qty.error()));
    m_typing = true;
    m_ticket.setQty(qty ? *qty : Qty(0));
    m_typing = false;
}

void Ticket::onFrame(Duration now)
{
    if (!m_refreshNow && now - m_lastRefresh < refreshEvery) {
        markDirty();
        return;
    }
    m_refreshNow = false;
    m_lastRefresh = now;
    refreshPreview();
}

void Ticket::refreshPreview()
{
    auto const* instrument = m_market.shown();
    if (instrument == nullptr) {
        return;
    }
    auto const money = [](Amount amount, AssetName const& asset, int more) {
        return amountText(amount, assetDecimals(asset) + more) + QLatin1Char(' ') +
               QString::fromStdString(asset.text());
    };
    // Both sides cost the same but for the taker fee: the dearer one is shown.
    auto const buy = m_ticket.preview(Side::Buy);
    auto const sell = m_ticket.preview(Side::Sell);
    auto const& shown = buy && sell && sell->fee > buy->fee ? sell : buy;
    m_notional->setText(shown ? money(shown->notional, shown->asset, 0) : QStringLiteral("–"));
    m_fee->setText(shown ? money(shown->fee, shown->asset, 2) : QStringLiteral("–"));
    if (shown && !shown->complete) {
        m_notional->setText(tr("book too thin"));
    }
    auto const buyAsset = m_ticket.fundingAsset(Side::Buy);
    auto const sellAsset = m_ticket.fundingAsset(Side::Sell);
    m_freeQuote->setText(money(m_balances.freeOf(buyAsset), buyAsset, 0));
    m_freeBase->setText(money(m_balances.freeOf(sellAsset), sellAsset, 0));
}

void Ticket::send(Side side)
{
    if (m_ticket.type() == OrdType::Limit && m_ticket.price() <= Price(0)) {
        m_problem->setText(tr("The price is not one this market takes: nothing was sent."));
        return;
    }
    m_entry.place(m_market, side, m_ticket.type(), m_ticket.timeInForce(), m_ticket.price(), m_ticket.qty());
}

} // namespace qob
