#pragma once

#include "ui/models/market_replica.h"
#include "ui/models/table_roles.h"

#include <QAbstractTableModel>
#include <QVector>

#include <set>

namespace qob {

// Every instrument of the session with its ticker: the rows of the market chooser and the watchlist.
class InstrumentsModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { State, Symbol, Venue, Last, Change, Spread, Turnover, Line, Count };

    explicit InstrumentsModel(MarketReplica const& market, QObject* parent = nullptr);

    [[nodiscard]] InstrumentId idAt(int row) const;

    // What lineRole of the column Line tells; without it that is empty.
    void setLines(std::function<QVector<double>(InstrumentId)> lines) { m_lines = std::move(lines); }

    void linesChanged(std::set<InstrumentId> const& instruments);

    // Rows that show a star before their symbol.
    void setMarked(std::function<bool(int row)> marked);

    int rowCount(QModelIndex const& parent = {}) const override;
    int columnCount(QModelIndex const& parent = {}) const override;
    QVariant data(QModelIndex const& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void takeInstruments();
    void takeFeeds(std::vector<FeedStatus> const& feeds);
    void takeTickers(TickerBatch const& batch);
    [[nodiscard]] int rowOf(InstrumentId id) const;
    [[nodiscard]] Tone tone(InstrumentId id, int column) const;
    [[nodiscard]] QVariant sortKey(InstrumentId id, int column) const;
    [[nodiscard]] QVariant exact(Instrument const& instrument, int column) const;
    [[nodiscard]] QString feedText(InstrumentId id) const;
    [[nodiscard]] QString text(Instrument const& instrument, int column) const;

    MarketReplica const& m_market;
    int m_rows = 0;
    std::function<bool(int)> m_marked;
    std::function<QVector<double>(InstrumentId)> m_lines;
    std::unordered_map<InstrumentId, int> m_rowOf;
};

} // namespace qob
