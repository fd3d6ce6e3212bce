#pragma once

#include "ui/look/theme.h"
#include "ui/models/instruments_model.h"
#include "ui/panels/table/data_table.h"

#include <QFrame>

class QLineEdit;

namespace qob {

// Venue and symbol chooser: a filter and the list. Typing filters, Up and Down move, Return or a click
// chooses. GUI thread.
class MarketList final : public QFrame {
    Q_OBJECT

public:
    // Both must outlive it.
    MarketList(MarketReplica const& market, Theme const& theme, QWidget* parent = nullptr);

    // Empties the filter, selects what is shown and takes the keyboard.
    void prepare(std::optional<InstrumentId> shown);

    [[nodiscard]] QLineEdit* filter() const { return m_filter; }

    QSize sizeHint() const override { return {560, 420}; }

signals:
    void chosen(qob::InstrumentId id);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void choose(QModelIndex const& index);
    void moveSelection(int rows);

    InstrumentsModel m_model;
    QLineEdit* m_filter;
    DataTable* m_view;
};

} // namespace qob
