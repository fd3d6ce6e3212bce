#include "ui/models/instruments_model.h"

#include "ui/models/display_text.h"
#include "ui/models/table_roles.h"

namespace qob {
namespace {

// Exact: half a price unit needs one decimal more.
QString midText(Instrument const& instrument, Quote const& quote)
{
    auto const sum = quote.bid + quote.ask;
    return QString::fromStdString(
        sum.value % 2 == 0 ? instrument.priceText(Price(sum.value / 2))
                           : formatFixed(static_cast<Int128>(sum.value) * 5, instrument.priceScale + 1)
    );
}

} // namespace

InstrumentsModel::InstrumentsModel(MarketReplica const& market, QObject* parent)
    : QAbstractTableModel(parent)
    , m_market(market)
    , m_rows(static_cast<int>(market.instruments().size()))
{
    connect(&market, &MarketReplica::instrumentsChanged, this, &InstrumentsModel::takeInstruments);
    connect(&market, &MarketReplica::feedsChanged, this, &InstrumentsModel::takeFeeds);
    connect(&market, &MarketReplica::quoteChanged, this, &InstrumentsModel::takeQuote);
}

void InstrumentsModel::takeInstruments()
{
    beginResetModel();
    m_rows = static_cast<int>(m_market.instruments().size());
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

void InstrumentsModel::takeQuote(InstrumentId id)
{
    int const row = rowOf(id);
    if (row >= 0) {
        emit dataChanged(index(row, Mid), index(row, Spread));
    }
}

int InstrumentsModel::rowOf(InstrumentId id) const
{
    auto const& all = m_market.instruments();
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].id == id) {
            return static_cast<int>(i);
        }
    }
    return -1;
}

InstrumentId InstrumentsModel::idAt(int row) const
{
    return m_market.instruments()[static_cast<std::size_t>(row)].id;
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
    auto const* feed = m_market.feed(instrument.id);
    switch (role) {
    case Qt::DisplayRole:
        return text(instrument, index.column());
    case Qt::TextAlignmentRole:
        return cellAlignment(index.column() == Mid || index.column() == Spread);
    case Qt::ToolTipRole:
        return feed == nullptr ? QString() : feedStateText(feed->state);
    case idRole:
        return instrument.id.value;
    case toneRole:
        if (index.column() == State) {
            bool const live = feed != nullptr && feed->state == FeedState::Live;
            bool const bad = feed != nullptr && feed->state == FeedState::Stale;
            return static_cast<int>(live ? Tone::Good : bad ? Tone::Bad : Tone::Dim);
        }
        return static_cast<int>(
            index.column() == Venue || index.column() == Spread ? Tone::Dim : Tone::Normal
        );
    default:
        return {};
    }
}

QString InstrumentsModel::text(Instrument const& instrument, int column) const
{
    auto const* quote = m_market.quote(instrument.id);
    switch (column) {
    case State:
        return QStringLiteral("●");
    case Symbol:
        return QString::fromStdString(instrument.symbol);
    case Venue:
        return QString::fromStdString(instrument.venue);
    case Mid:
        return quote == nullptr ? QStringLiteral("–") : midText(instrument, *quote);
    case Spread:
        return quote == nullptr ? QStringLiteral("–")
                                : QString::fromStdString(instrument.priceText(quote->ask - quote->bid));
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
        return cellAlignment(section == Mid || section == Spread);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Symbol:
        return tr("Symbol");
    case Venue:
        return tr("Venue");
    case Mid:
        return tr("Mid");
    case Spread:
        return tr("Spread");
    default:
        return QString();
    }
}

} // namespace qob
