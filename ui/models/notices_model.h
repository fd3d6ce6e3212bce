#pragma once

#include "ui/bridge/event_box.h"

#include <QAbstractTableModel>

#include <deque>

namespace qob {

// What the user was told, newest on top; the last thousand.
class NoticesModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Time, Text, Count };

    static constexpr std::size_t capacity = 1000;

    using QAbstractTableModel::QAbstractTableModel;

    void add(NoticeBatch const& batch);

    // One of the terminal's own; a new snapshot of the engine's leaves it.
    void addOwn(Notice const& notice);

    [[nodiscard]] Notice const& at(int row) const { return m_notices[static_cast<std::size_t>(row)]; }

    int rowCount(QModelIndex const& parent = {}) const override;
    int columnCount(QModelIndex const& parent = {}) const override;
    QVariant data(QModelIndex const& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::deque<Notice> m_notices; // newest first
    std::deque<Notice> m_own;     // of those, newest first
};

// The sentence of its code, where it has one, and the text.
QString noticeText(Notice const& notice);

} // namespace qob
