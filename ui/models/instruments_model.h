#pragma once

#include "ui/models/market_replica.h"

#include <QAbstractTableModel>

namespace qob {

// Every instrument of the session: the market chooser's rows. Quotes are as last seen.
class InstrumentsModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { State, Symbol, Venue, Mid, Spread, Count };

    explicit InstrumentsModel(MarketReplica const& market, QObject* parent = nullptr);

    [[nodiscard]] InstrumentId idAt(int row) const;

    int rowCount(QModelIndex const& parent = {}) const override;
    int columnCount(QModelIndex const& parent = {}) const override;
    QVariant data(QModelIndex const& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void takeInstruments();
    void takeFeeds(std::vector<FeedStatus> const& feeds);
    void takeQuote(InstrumentId id);
    [[nodiscard]] int rowOf(InstrumentId id) const;
    [[nodiscard]] QString text(Instrument const& instrument, int column) const;

    MarketReplica const& m_market;
    int m_rows = 0;
};

} // namespace qob
