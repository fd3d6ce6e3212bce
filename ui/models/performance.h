#pragma once

#include "ui/models/market_replica.h"
#include "ui/models/order_replica.h"

#include <QAbstractTableModel>
#include <QObject>

#include <map>
#include <vector>

namespace qob {

// What trading brought, in one settle asset: profit is realised and unrealised less fees, since this window
// knows the session.
struct EquityPoint {
    Timestamp time;
    Amount profit;
};

// The curve of profit of each settle asset, a point an account report that changed it, in order of time: when
// a replay is sought back, what was later goes. When there are `most` points every other one goes: the curve
// stays whole and becomes coarser. GUI thread.
class EquityCurve final : public QObject {
    Q_OBJECT

public:
    static constexpr std::size_t most = 4096;

    explicit EquityCurve(MarketReplica const& market, QObject* parent = nullptr);

    void apply(AccountReport const& report);

    // Those with a position, open or closed, by name.
    [[nodiscard]] std::vector<AssetName> assets() const;
    [[nodiscard]] std::vector<EquityPoint> const& points(AssetName const& asset) const;

    // The largest fall from a peak to a later point.
    [[nodiscard]] Amount maxDrawdown(AssetName const& asset) const;

signals:
    void changed();

private:
    struct Line {
        std::vector<EquityPoint> points;
        Amount peak;
        Amount drawdown;
    };

    static void add(Line& line, EquityPoint const& point);
    static void append(Line& line, EquityPoint const& point);

    MarketReplica const& m_market;
    std::map<AssetName, Line> m_lines;
};

// Fills added up by symbol or by hour of the market's day: what they brought, what they cost.
class FillSums final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum class By : std::uint8_t { Symbol, Hour };

    enum Column { Key, Fills, Volume, Fees, Maker, Count };

    // Both must outlive it.
    FillSums(By by, OrderReplica const& orders, MarketReplica const& market, QObject* parent = nullptr);

    int rowCount(QModelIndex const& parent = {}) const override;
    int columnCount(QModelIndex const& parent = {}) const override;
    QVariant data(QModelIndex const& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        QString key;
        Timestamp time; // of one of the fills
        int fills = 0;
        int maker = 0;
        Amount volume; // notional
        Amount fees;
        AssetName asset;
    };

    void reset();
    void add(std::size_t firstFill);
    static double makerPercent(Row const& row);
    [[nodiscard]] QVariant sortKey(Row const& row, int column) const;
    [[nodiscard]] QVariant exact(Row const& row, int column) const;
    [[nodiscard]] QString keyOf(ExecutionReport const& fill, Instrument const& instrument) const;

    By m_by;
    OrderReplica const& m_orders;
    MarketReplica const& m_market;
    std::map<QString, Row> m_sums;
    std::vector<Row> m_rows;
};

} // namespace qob
