#pragma once

#include "ui/look/theme.h"

#include <QStyledItemDelegate>

namespace qob {

// Paints a blotter's cells: the text in its tone, nothing else. Far cheaper than the styled default.
class CellDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit CellDelegate(Theme const& theme, QObject* parent = nullptr);

    void
    paint(QPainter* painter, QStyleOptionViewItem const& option, QModelIndex const& index) const override;
    QSize sizeHint(QStyleOptionViewItem const& option, QModelIndex const& index) const override;

private:
    Theme const& m_theme;
};

// Paints a cell's lineRole as a line from its least to its largest value.
class LineDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit LineDelegate(Theme const& theme, QObject* parent = nullptr);

    void
    paint(QPainter* painter, QStyleOptionViewItem const& option, QModelIndex const& index) const override;

private:
    Theme const& m_theme;
};

// Paints an x in rows that can be cancelled, and says when one was clicked.
class CancelDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit CancelDelegate(Theme const& theme, QObject* parent = nullptr);

    void
    paint(QPainter* painter, QStyleOptionViewItem const& option, QModelIndex const& index) const override;

signals:
    void clicked(QModelIndex const& index);

protected:
    bool editorEvent(
        QEvent* event, QAbstractItemModel* model, QStyleOptionViewItem const& option, QModelIndex const& index
    ) override;

private:
    Theme const& m_theme;
};

} // namespace qob
