#include "ui/models/instruments_model.h"

#include "ui/models/display_text.h"
#include "ui/models/export_text.h"
#include "ui/models/table_roles.h"

#include <QLocale>

#include <array>

namespace qob {
namespace {

// "12.3 M": turnovers are compared, not counted.
QString roundText(Amount amount)
{
    auto const value = static_cast<double>(amount.value) / static_cast<double>(pow10(amountScale));
    constexpr std::array units{"", " k", " M", " G", " T"};
    std::size_t unit = 0;
    double shown = value;
    while (shown >= 1000 && unit + 1 < units.size()) {
        shown /= 1000;
        ++unit;
    }
    return QLocale().toString(shown, 'f', shown >= 100 || unit == 0 ? 0 : 1) + QLatin1String(units[unit]);
}

double changePercent(Ticker const& ticker)
{
    return 100.0 * static_cast<double>(ticker.dayChange.value) / static_cast<double>(ticker.dayOpen.value);
}

QString none()
{
    return QStringLiteral("–");
}

bool isNumber(int column)
{
    return column >= InstrumentsModel::Last;
}

} // namespace

InstrumentsModel::InstrumentsModel(MarketReplica const& market, QObject* parent)
    : QAbstractTableModel(parent)
    , m_market(market)
{
    connect(&market, &MarketReplica::instrumentsChanged, this, &InstrumentsModel::takeInstruments);
    connect(&market, &MarketReplica::feedsChanged, this, &InstrumentsModel::takeFeeds);
    connect(&market, &MarketReplica::tickersChanged, this, &InstrumentsModel::takeTickers);
    takeInstruments();
}

void InstrumentsModel::takeInstruments()
{
    beginResetModel();
    m_rows = static_cast<int>(m_market.instruments().size());
    m_rowOf.clear();
    for (int row = 0; row < m_rows; ++row) {
        m_rowOf[idAt(row)] = row;
    }
    endResetModel();
}

void InstrumentsModel::takeFeeds(std::vector<FeedStatus> const& feeds)
{
    for (auto const& feed : feeds) {
        int const row = rowOf(feed.instrument);
        if (row >= 0) {
            emit dataChanged(index(row, State), index(row, State));
        }
    }
}

// One change of all rows between the first and the last that changed: a view asks only for those in sight.
void InstrumentsModel::takeTickers(TickerBatch const& batch)
{
    int first = m_rows;
    int last = -1;
    for (auto const& ticker : batch.tickers) {
        int const row = rowOf(ticker.instrument);
        first = row < 0 ? first : std::min(first, row);
        last = std::max(last, row);
    }
    if (last >= 0) {
        emit dataChanged(index(first, Last), index(last, Turnover));
    }
}

void InstrumentsModel::linesChanged(std::set<InstrumentId> const& instruments)
{
    for (InstrumentId const instrument : instruments) {
        int const row = rowOf(instrument);
        if (row >= 0) {
            emit dataChanged(index(row, Line), index(row, Line), {lineRole});
        }
    }
}

int InstrumentsModel::rowOf(InstrumentId id) const
{
    auto const found = m_rowOf.find(id);
    return found == m_rowOf.end() ? -1 : found->second;
}

InstrumentId InstrumentsModel::idAt(int row) const
{
    return m_market.instruments()[static_cast<std::size_t>(row)].id;
}

void InstrumentsModel::setMarked(std::function<bool(int)> marked)
{
    m_marked = std::move(marked);
    if (m_rows > 0) {
        emit dataChanged(index(0, Symbol), index(m_rows - 1, Symbol));
    }
}

int InstrumentsModel::rowCount(QModelIndex const& parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int InstrumentsModel::columnCount(QModelIndex const& parent) const
{
    return parent.isValid() ? 0 : Count;
}

QVariant InstrumentsModel::data(QModelIndex const& index, int role) const
{
    auto const& instrument = m_market.instruments()[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Symbol && m_marked && m_marked(index.row())
                   ? QStringLiteral("★ ") + text(instrument, Symbol)
                   : text(instrument, index.column());
    case Qt::TextAlignmentRole:
        return cellAlignment(isNumber(index.column()));
    case Qt::ToolTipRole:
        return feedText(instrument.id);
    case idRole:
        return instrument.id.value;
    case lineRole:
        return index.column() == Line && m_lines ? QVariant::fromValue(m_lines(instrument.id)) : QVariant();
    case sortRole:
        return sortKey(instrument.id, index.column());
    case csvRole:
        return exact(instrument, index.column());
    case assetRole:
        return QString::fromStdString(instrument.quote.text());
    case toneRole:
        return static_cast<int>(tone(instrument.id, index.column()));
    default:
        return {};
    }
}

QVariant InstrumentsModel::sortKey(InstrumentId id, int column) const
{
    auto const* ticker = m_market.ticker(id);
    if (ticker != nullptr && column == Change && ticker->dayOpen != Price(0)) {
        return changePercent(*ticker);
    }
    return ticker != nullptr && column == Turnover ? QVariant(static_cast<double>(ticker->dayTurnover.value))
                                                   : QVariant();
}

QVariant InstrumentsModel::exact(Instrument const& instrument, int column) const
{
    auto const* ticker = m_market.ticker(instrument.id);
    switch (column) {
    case State:
        return feedText(instrument.id);
    case Symbol:
        return text(instrument, Symbol);
    case Change:
        return ticker == nullptr || ticker->dayOpen == Price(0)
                   ? QString()
                   : QString::number(changePercent(*ticker), 'f', 4);
    case Turnover:
        return ticker == nullptr ? QString() : plainAmount(ticker->dayTurnover);
    case Last:
    case Spread: {
        auto const price = text(instrument, column);
        return price == none() ? QString() : price;
    }
    default:
        return {};
    }
}

QString InstrumentsModel::feedText(InstrumentId id) const
{
    auto const* feed = m_market.feed(id);
    return feed == nullptr ? QString() : feedStateText(feed->state);
}

Tone InstrumentsModel::tone(InstrumentId id, int column) const
{
    if (column == State) {
        auto const* feed = m_market.feed(id);
        bool const live = feed != nullptr && feed->state == FeedState::Live;
        bool const bad = feed != nullptr && feed->state == FeedState::Stale;
        return live ? Tone::Good : bad ? Tone::Bad : Tone::Dim;
    }
    if (column == Change) {
        auto const* ticker = m_market.ticker(id);
        auto const change = ticker == nullptr ? Price(0) : ticker->dayChange;
        return change > Price(0) ? Tone::Good : change < Price(0) ? Tone::Bad : Tone::Dim;
    }
    return column == Symbol || column == Last ? Tone::Normal : Tone::Dim;
}

QString InstrumentsModel::text(Instrument const& instrument, int column) const
{
    auto const* ticker = m_market.ticker(instrument.id);
    auto const price = [&](Price value) {
        return QString::fromStdString(instrument.priceText(value));
    };
    switch (column) {
    case State:
        return QStringLiteral("●");
    case Symbol:
        return QString::fromStdString(instrument.symbol);
    case Venue:
        return QString::fromStdString(instrument.venue);
    case Last:
        return ticker == nullptr || ticker->last == Price(0) ? none() : price(ticker->last);
    case Change:
        if (ticker == nullptr || ticker->dayOpen == Price(0)) {
            return none();
        }
        return signedPercentText(changePercent(*ticker), 2);
    case Spread:
        return ticker == nullptr || ticker->bid.price == Price(0) || ticker->ask.price == Price(0)
                   ? none()
                   : price(ticker->ask.price - ticker->bid.price);
    case Turnover:
        return ticker == nullptr ? none() : roundText(ticker->dayTurnover);
    default:
        return {};
    }
}

QVariant InstrumentsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return cellAlignment(isNumber(section));
    }
    if (role == csvRole) {
        return section == State    ? QVariant(tr("State"))
               : section == Change ? QVariant(tr("24 h (%)"))
               : section == Line   ? QVariant(QString())
                                   : QVariant();
    }
    if (role == assetRole) {
        return section == Turnover;
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Symbol:
        return tr("Symbol");
    case Venue:
        return tr("Venue");
    case Last:
        return tr("Last");
    case Change:
        return tr("24 h");
    case Spread:
        return tr("Spread");
    case Turnover:
        return tr("Turnover");
    case Line:
        return tr("Last hour");
    default:
        return QString();
    }
}

} // namespace qob
