#pragma once

#include "ui/look/theme.h"

#include <QStyledItemDelegate>

namespace qob {

// Paints a blotter's cells: the text in its tone, nothing else. Far cheaper than the styled default.
class CellDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit CellDelegate(const Theme& theme, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const Theme& m_theme;
};

// Paints an x in rows that can be cancelled, and says when one was clicked.
class CancelDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit CancelDelegate(const Theme& theme, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

signals:
    void clicked(const QModelIndex& index);

protected:
    bool editorEvent(
        QEvent* event,
        QAbstractItemModel* model,
        const QStyleOptionViewItem& option,
        const QModelIndex& index
    ) override;

private:
    const Theme& m_theme;
};

} // namespace qob
