#pragma once

#include "ui/models/notices_model.h"
#include "ui/panels/table/data_table.h"

#include <QFrame>

class QComboBox;
class QLineEdit;

namespace qob {

// Everything the user was told, filtered by words and by how bad it is. GUI thread.
class LogPanel final : public QFrame, public PanelState {
    Q_OBJECT

public:
    // Both must outlive it.
    LogPanel(NoticesModel& notices, Theme const& theme, QWidget* parent = nullptr);

    [[nodiscard]] DataTable* table() const { return m_table; }

    // This bad and worse.
    void setLevel(Notice::Level level);

    [[nodiscard]] QJsonObject saveState() const override;
    void restoreState(QJsonObject const& state) override;

    QSize minimumSizeHint() const override { return {220, 80}; }

private:
    void applyLevel();

    NoticesModel& m_notices;
    QLineEdit* m_filter;
    QComboBox* m_level;
    DataTable* m_table;
};

} // namespace qob
