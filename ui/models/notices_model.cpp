#include "ui/models/notices_model.h"

#include "ui/models/display_text.h"
#include "ui/models/export_text.h"
#include "ui/models/table_roles.h"

#include <algorithm>

namespace qob {

// A notice with a code begins with the code's English sentence; what is shown begins with the translated one.
QString noticeText(Notice const& notice)
{
    if (!notice.code) {
        return QString::fromStdString(notice.text);
    }
    std::string_view detail = notice.text;
    auto const sentence = errorInfo(*notice.code).sentence;
    if (detail.starts_with(sentence)) {
        detail.remove_prefix(sentence.size());
        detail.remove_prefix(detail.starts_with(": ") ? 2 : 0);
    }
    return errorText(Error{*notice.code, std::string(detail)});
}

void NoticesModel::add(NoticeBatch const& batch)
{
    if (batch.reset) {
        beginResetModel();
        m_notices = m_own;
        endResetModel();
    }
    auto const& notices = batch.notices;
    if (notices.empty()) {
        return;
    }
    beginInsertRows({}, 0, static_cast<int>(notices.size()) - 1);
    for (auto const& notice : notices) {
        m_notices.push_front(notice);
    }
    endInsertRows();
    if (m_notices.size() > capacity) {
        beginRemoveRows({}, static_cast<int>(capacity), static_cast<int>(m_notices.size()) - 1);
        m_notices.resize(capacity);
        endRemoveRows();
    }
}

void NoticesModel::addOwn(Notice const& notice)
{
    m_own.push_front(notice);
    m_own.resize(std::min(m_own.size(), capacity));
    add({false, {notice}});
}

int NoticesModel::rowCount(QModelIndex const& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_notices.size());
}

int NoticesModel::columnCount(QModelIndex const& parent) const
{
    return parent.isValid() ? 0 : Count;
}

QVariant NoticesModel::data(QModelIndex const& index, int role) const
{
    auto const& notice = m_notices[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return index.column() == Time ? clockText(notice.time, false) : noticeText(notice);
    case Qt::TextAlignmentRole:
        return cellAlignment(false);
    case sortRole:
        return index.column() == Time ? QVariant(static_cast<qlonglong>(notice.time.value)) : QVariant();
    case csvRole:
        return index.column() == Time ? QVariant(isoInstant(notice.time)) : QVariant();
    case toneRole:
        if (index.column() == Time) {
            return static_cast<int>(Tone::Dim);
        }
        return static_cast<int>(
            notice.level == Notice::Level::Error     ? Tone::Bad
            : notice.level == Notice::Level::Warning ? Tone::Warn
                                                     : Tone::Normal
        );
    default:
        return {};
    }
}

QVariant NoticesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return cellAlignment(false);
    }
    return role == Qt::DisplayRole ? QVariant(section == Time ? tr("Time") : tr("Message")) : QVariant();
}

} // namespace qob
