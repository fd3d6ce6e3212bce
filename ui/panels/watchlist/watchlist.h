#pragma once

#include "ui/models/instruments_model.h"
#include "ui/models/market_view.h"
#include "ui/models/spark_lines.h"
#include "ui/panels/table/data_table.h"

#include <QFrame>

#include <set>

class QLineEdit;
class QToolButton;

namespace qob {

// The market's instruments with their day. A click shows one in the link group; a filter, and stars for those
// that matter. GUI thread.
class Watchlist final : public QFrame, public PanelState {
    Q_OBJECT

public:
    // All must outlive it.
    Watchlist(Session& session, MarketView& view, Theme const& theme, QWidget* parent = nullptr);

    [[nodiscard]] DataTable* table() const { return m_table; }

    [[nodiscard]] QLineEdit* filter() const { return m_filter; }

    // By "SIM-A:BTC-USDT".
    void setStarred(QString const& name, bool on);
    void setOnlyStarred(bool on);

    [[nodiscard]] QJsonObject saveState() const override;
    void restoreState(QJsonObject const& state) override;

    QSize minimumSizeHint() const override { return {200, 120}; }

protected:
    void hideEvent(QHideEvent* event) override;

private:
    void buildActions();
    void takeShown();
    void applyStars();
    void starCurrent();
    [[nodiscard]] QString nameAt(int sourceRow) const;

    MarketView& m_view;
    InstrumentsModel m_model;
    SparkLines m_lines;
    QLineEdit* m_filter;
    QToolButton* m_onlyStarred;
    DataTable* m_table;
    std::set<QString> m_starred;
};

} // namespace qob
