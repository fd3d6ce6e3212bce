#include "ui/panels/ticket/ticket.h"

#include "ui/models/display_text.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include <functional>

namespace qob {
namespace {

constexpr Duration refreshEvery = milliseconds(250);

QLabel* label(QString const& text, char const* role, QWidget* parent)
{
    auto* made = new QLabel(text, parent);
    made->setProperty("role", role);
    return made;
}

// There is not so much.
void markShort(QLabel& number, bool isShort)
{
    if (number.property("short").toBool() != isShort) {
        number.setProperty("short", isShort);
        number.style()->unpolish(&number);
        number.style()->polish(&number);
    }
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
    setAccessibleName(tr("Order ticket"));
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
    auto* more = new QGridLayout;
    more->setHorizontalSpacing(8);
    more->setVerticalSpacing(6);
    more->setColumnStretch(1, 1);
    buildMore(*more);
    column->addLayout(more);
    auto* preview = new QGridLayout;
    preview->setVerticalSpacing(3);
    preview->setColumnStretch(1, 1);
    buildPreview(*preview);
    column->addLayout(preview);
    column->addWidget(buildSend());
    m_problem = label({}, "problem", this);
    m_problem->setObjectName(QStringLiteral("problem"));
    m_problem->setWordWrap(true);
    column->addWidget(m_problem);
    column->addStretch(1);
}

QWidget* Ticket::buildChoices()
{
    auto* box = new QWidget(this);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    m_types = new QComboBox(box);
    m_types->setObjectName(QStringLiteral("type"));
    m_types->setAccessibleName(tr("Order type"));
    for (auto const type :
         {TicketType::Limit,
          TicketType::Market,
          TicketType::Stop,
          TicketType::StopLimit,
          TicketType::TrailingStop,
          TicketType::MarketToLimit,
          TicketType::PegMid,
          TicketType::PegPrimary,
          TicketType::OneCancelsOther}) {
        m_types->addItem(ticketTypeText(type), static_cast<int>(type));
    }
    m_tifs = new QComboBox(box);
    m_tifs->setObjectName(QStringLiteral("timeInForce"));
    m_tifs->setAccessibleName(tr("Time in force"));
    auto const addTif = [this](TimeInForce tif, QString const& help) {
        m_tifs->addItem(timeInForceText(tif), static_cast<int>(tif));
        m_tifs->setItemData(m_tifs->count() - 1, help, Qt::ToolTipRole);
    };
    addTif(TimeInForce::GoodTillCancel, tr("Good till cancelled: stays in the book"));
    addTif(TimeInForce::Day, tr("Until the end of the trading day"));
    addTif(TimeInForce::GoodTillDate, tr("Good till a time, which is asked for"));
    addTif(TimeInForce::ImmediateOrCancel, tr("Immediate or cancel: what does not fill at once goes"));
    addTif(TimeInForce::FillOrKill, tr("Fill or kill: all at once or nothing"));
    row->addWidget(m_types, 5);
    row->addWidget(m_tifs, 2);
    connect(m_types, &QComboBox::activated, this, [this] {
        m_ticket.setType(static_cast<TicketType>(m_types->currentData().toInt()));
    });
    connect(m_tifs, &QComboBox::activated, this, [this] {
        m_ticket.setTimeInForce(static_cast<TimeInForce>(m_tifs->currentData().toInt()));
    });
    return box;
}

Ticket::Field& Ticket::addField(QGridLayout& grid, TicketField kind, char const* name, QString const& title)
{
    m_fields.push_back(std::make_unique<Field>());
    auto& field = *m_fields.back();
    field.kind = kind;
    field.title = label(title, "dim", this);
    field.edit = new NumberEdit(this);
    field.edit->setObjectName(QLatin1String(name));
    field.edit->setAccessibleName(title);
    field.unit = label({}, "faint", this);
    int const row = grid.rowCount();
    grid.addWidget(field.title, row, 0);
    grid.addWidget(field.edit, row, 1);
    grid.addWidget(field.unit, row, 2);
    connect(field.edit, &QLineEdit::textEdited, this, [this, &field](QString const& text) {
        read(field, text);
    });
    connect(field.edit, &QLineEdit::editingFinished, this, &Ticket::takeTicket);
    connect(field.edit, &NumberEdit::stepped, this, [this, &field](int steps) {
        if (m_market.shown() != nullptr) {
            field.step(steps);
        }
    });
    return field;
}

void Ticket::addPriceField(
    QGridLayout& grid,
    TicketField kind,
    char const* name,
    QString const& title,
    Price (OrderTicket::*get)() const,
    void (OrderTicket::*set)(Price)
)
{
    auto& field = addField(grid, kind, name, title);
    field.text = [this, get] {
        const auto price = (m_ticket.*get)();
        return price == Price(0) ? std::string() : m_market.shown()->priceText(price);
    };
    field.read = [this, set](std::string const& text) -> Expected<void> {
        auto const price = text.empty() ? Expected<Price>(Price(0)) : parsePrice(*m_market.shown(), text);
        const Price taken = price ? *price : Price(0);
        std::invoke(set, m_ticket, taken);
        return price ? Expected<void>() : tl::unexpected(price.error());
    };
    field.step = [this, get, set](int steps) {
        const auto tick = m_market.shown()->tickSize;
        const Price stepped = std::max(tick, (m_ticket.*get)() + tick * steps);
        std::invoke(set, m_ticket, stepped);
    };
}

void Ticket::buildFields(QGridLayout& grid)
{
    using enum TicketField;
    addPriceField(grid, LimitPx, "price", tr("Price"), &OrderTicket::price, &OrderTicket::setPrice);
    addPriceField(grid, StopPx, "stopPx", tr("Stop at"), &OrderTicket::stopPx, &OrderTicket::setStopPx);
    addPriceField(
        grid, Trail, "trail", tr("Trails by"), &OrderTicket::trailOffset, &OrderTicket::setTrailOffset
    );
    addUntil(grid);
    auto& size = addField(grid, Size, "quantity", tr("Quantity"));
    size.read = [this](std::string const& text) {
        return readSize(text);
    };
    size.text = [this] {
        return sizeText();
    };
    size.step = [this](int steps) {
        const auto quick = m_ticket.quickQuantities();
        if (!quick.empty()) {
            m_ticket.setQty(std::max(quick.front(), m_ticket.qty() + quick.front() * steps));
        }
    };
    m_sizeBy = new QComboBox(this);
    m_sizeBy->setObjectName(QStringLiteral("sizeBy"));
    m_sizeBy->setAccessibleName(tr("What the size is counted in"));
    m_sizeBy->setToolTip(tr("Size by quantity, by worth, or by what is lost when the stop loss is hit"));
    delete grid.replaceWidget(size.unit, m_sizeBy); // what held the place
    size.unit->hide();
    connect(m_sizeBy, &QComboBox::activated, this, [this](int index) {
        m_ticket.setSizeBy(static_cast<SizeBy>(index));
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
    m_fee = line(tr("Fee, impact"));
    m_held = line(tr("Margin"));
    m_held->setToolTip(tr("What is put aside until the order is done"));
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
    if (m_market.shown() != nullptr) {
        takeTexts();
    }
}

void Ticket::takeInstrument()
{
    auto const* instrument = m_market.shown();
    setEnabled(instrument != nullptr);
    if (instrument != nullptr) {
        auto const counted =
            instrument->countsContracts() ? tr("contracts") : QString::fromStdString(instrument->base.text());
        auto const settled = QString::fromStdString(instrument->settleAsset().text());
        for (auto const& field : m_fields) {
            auto const quote = QString::fromStdString(instrument->quote.text());
            field->unit->setText(
                field->kind == TicketField::Shows   ? counted
                : field->kind == TicketField::Until ? QStringLiteral("UTC")
                                                    : quote
            );
        }
        m_sizeBy->clear();
        m_sizeBy->addItems({counted, settled, tr("%1 risk").arg(settled)});
    }
    m_problem->clear();
    takeTicket();
}

bool Ticket::isShown(Field const& field) const
{
    bool const folded = field.kind >= TicketField::TakeProfit && !m_more->isChecked();
    return m_ticket.uses(field.kind) && !folded;
}

void Ticket::takeTicket()
{
    for (auto const& field : m_fields) {
        bool const shown = isShown(*field);
        field->title->setVisible(shown);
        field->edit->setVisible(shown);
        field->unit->setVisible(shown && field->kind != TicketField::Size);
    }
    takeChoices();
    auto const* instrument = m_market.shown();
    if (instrument == nullptr) {
        return;
    }
    takeTexts();
    takeCarried();
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

// What was typed and is no value stays until it is mended, or a value comes from elsewhere.
void Ticket::takeTexts()
{
    m_problem->clear();
    for (auto const& field : m_fields) {
        auto const problem = m_ticket.problem(field->kind);
        field->typed = field->typed && (m_typing || !problem.isEmpty());
        if (!m_typing && !field->typed) {
            field->edit->setText(QString::fromStdString(field->text()));
        }
        field->edit->setProblem(problem);
        if (m_ticket.uses(field->kind) && m_problem->text().isEmpty()) {
            m_problem->setText(problem);
        }
    }
}

// What is folded away is told: it goes with every order all the same.
void Ticket::takeCarried()
{
    QStringList parts;
    for (auto const& field : m_fields) {
        auto const text = field->edit->text();
        if (!isShown(*field) && m_ticket.uses(field->kind) && !text.isEmpty()) {
            parts << field->title->text() + u' ' + text;
        }
    }
    for (auto const& [inst, box] : m_flagBoxes) {
        if (!m_more->isChecked() && box->isChecked()) {
            parts << box->text();
        }
    }
    if (!m_more->isChecked() && m_ticket.selfTrade() != SelfTrade::Allow) {
        parts << m_selfTrade->currentText();
    }
    m_carried->setText(parts.join(QStringLiteral(" · ")));
    m_carried->setVisible(!parts.isEmpty());
}

void Ticket::takeChoices()
{
    m_types->setCurrentIndex(m_types->findData(static_cast<int>(m_ticket.type())));
    m_tifs->setCurrentIndex(m_tifs->findData(static_cast<int>(m_ticket.timeInForce())));
    m_sizeBy->setCurrentIndex(static_cast<int>(m_ticket.sizeBy()));
    m_flags->setVisible(m_more->isChecked());
    m_selfTrade->setCurrentIndex(m_selfTrade->findData(static_cast<int>(m_ticket.selfTrade())));
    for (auto const& [inst, box] : m_flagBoxes) {
        box->setEnabled(m_ticket.takes(inst));
        box->setChecked(has(m_ticket.execInst(), inst));
    }
}

void Ticket::read(Field& field, QString const& text)
{
    m_typing = true;
    auto const good = field.read(text.toStdString());
    field.typed = !good;
    if (!good) {
        m_ticket.setProblem(field.kind, field.title->text() + QStringLiteral(": ") + errorText(good.error()));
    }
    m_typing = false;
}

Expected<void> Ticket::readSize(std::string const& text)
{
    if (m_ticket.sizeBy() == SizeBy::Quantity) {
        auto const qty = parseQty(*m_market.shown(), text);
        m_ticket.setQty(qty ? *qty : Qty(0));
        return qty ? Expected<void>() : tl::unexpected(qty.error());
    }
    auto const amount = parseScaled128(text, amountScale);
    m_ticket.setSize(amount ? Amount(*amount) : Amount(0));
    return amount ? Expected<void>() : tl::unexpected(amount.error());
}

std::string Ticket::sizeText() const
{
    return m_ticket.sizeBy() == SizeBy::Quantity ? m_market.shown()->qtyText(m_ticket.qty())
                                                 : averageText(m_ticket.size(), 2).toStdString();
}

QJsonObject Ticket::saveState() const
{
    return {{QStringLiteral("more"), m_more->isChecked()}};
}

void Ticket::restoreState(QJsonObject const& state)
{
    m_more->setChecked(state[QStringLiteral("more")].toBool());
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
    if (shown && !shown->complete) {
        m_notional->setText(tr("book too thin"));
    }
    bool const taker = shown && shown->taker;
    auto const impact =
        taker ? QStringLiteral(" · ") + tr("%L1 bps").arg(shown->impactBps, 0, 'f', 1) : QString();
    m_fee->setText(shown ? money(shown->fee, shown->asset, 2) + impact : QStringLiteral("–"));
    auto const buyAsset = m_ticket.fundingAsset(Side::Buy);
    auto const sellAsset = m_ticket.fundingAsset(Side::Sell);
    // A sale of coins puts aside what the quantity says already.
    auto const& dearer = buyAsset == sellAsset && buy && sell && sell->held > buy->held ? sell : buy;
    m_held->setText(dearer ? money(dearer->held, buyAsset, 0) : QStringLiteral("–"));
    auto const showFree = [&](QLabel& label, auto const& preview, AssetName const& asset) {
        const Amount there = m_balances.freeOf(asset);
        label.setText(money(there, asset, 0));
        markShort(label, preview && preview->held > there);
    };
    showFree(*m_freeQuote, buy, buyAsset);
    showFree(*m_freeBase, sell, sellAsset);
}

void Ticket::send(Side side)
{
    takeTexts(); // of the last refusal nothing stays
    auto const told = connect(&m_entry, &OrderEntry::refused, m_problem, &QLabel::setText);
    m_ticket.send(m_entry, side);
    disconnect(told);
}

} // namespace qob
