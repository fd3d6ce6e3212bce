#pragma once

#include "ui/models/market_replica.h"
#include "ui/models/table_roles.h"

#include <QAbstractTableModel>

#include <array>

namespace qob {

// One row a venue: what its feeds do. Rates and latencies are sampled when refresh() is called, about once a
// second of the window's time; the last two minutes of latencies are kept for a line. GUI thread.
class VenuesModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        State,
        Venue,
        Books,
        Latency,
        LatencyLine,
        Rate,
        Trades,
        Gaps,
        Checksums,
        Age,
        Reconnects,
        Count
    };

    static constexpr std::size_t latencies = 120;

    explicit VenuesModel(MarketReplica const& market, QObject* parent = nullptr);

    // `now` is the steady time.
    void refresh(Duration now);

    // Of a row, oldest first, in milliseconds; for LatencyLine.
    [[nodiscard]] QVector<double> latencyLine(int row) const;

    int rowCount(QModelIndex const& parent = {}) const override;
    int columnCount(QModelIndex const& parent = {}) const override;
    QVariant data(QModelIndex const& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        std::string name;
        int books = 0;
        int live = 0;
        int stale = 0;
        std::uint64_t messages = 0;
        std::uint64_t trades = 0;
        std::uint64_t gaps = 0;
        std::map<std::uint32_t, std::uint64_t> reconnects = {}; // by connection; none where there are none
        std::uint64_t checksumsBad = 0;
        std::uint64_t checksumsOk = 0;
        Timestamp lastMessage;
        Duration latency; // the largest of its feeds'
        QString problem;  // of the first stale one
        double rate = 0;  // messages a second
        double tradeRate = 0;
        std::vector<double> line;
    };

    void collect(std::map<std::string, Row>& rows) const;
    static std::uint64_t reconnects(Row const& row);
    static Tone tone(Row const& row, int column);
    static QVariant sortKey(Row const& row, int column);
    static QVariant exact(Row const& row, int column);
    [[nodiscard]] QString text(Row const& row, int column) const;

    MarketReplica const& m_market;
    std::vector<Row> m_rows;
    Duration m_last;
    bool m_wasLoading = true;
};

} // namespace qob
