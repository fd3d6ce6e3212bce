#pragma once

#include "ui/bridge/frame_clock.h"
#include "ui/look/theme.h"
#include "ui/models/instruments_model.h"

#include <QFrame>

class QLineEdit;
class QSortFilterProxyModel;
class QTableView;

namespace qob {

// Venue and symbol chooser: a filter and the list, with the quotes of the rows in view about once a second.
// Typing filters, Up and Down move, Return or a click chooses. GUI thread.
class MarketList final : public QFrame, private FrameClient {
    Q_OBJECT

public:
    // All must outlive it.
    MarketList(FrameClock& frames, MarketReplica& market, Theme const& theme, QWidget* parent = nullptr);

    // Empties the filter, selects what is shown and takes the keyboard.
    void prepare(std::optional<InstrumentId> shown);

    [[nodiscard]] QLineEdit* filter() const { return m_filter; }

    QSize sizeHint() const override { return {430, 380}; }

signals:
    void chosen(qob::InstrumentId id);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void onFrame(Duration now) override;
    void choose(QModelIndex const& index);
    void moveSelection(int rows);

    MarketReplica& m_market;
    InstrumentsModel m_model;
    QSortFilterProxyModel* m_sorted;
    QLineEdit* m_filter;
    QTableView* m_view;
    Duration m_lastQuotes;
};

} // namespace qob
