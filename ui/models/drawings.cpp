#include "ui/models/drawings.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>

namespace qob {

QString Drawings::keepIn(QString const& path, bool writes)
{
    m_path = writes ? path : QString();
    QFile file(path);
    if (path.isEmpty() || !file.exists()) {
        return {};
    }
    if (!file.open(QIODevice::ReadOnly)) {
        m_path.clear();
        return tr("The drawings cannot be read and are not kept: %1: %2").arg(path, file.errorString());
    }
    QJsonParseError problem;
    auto const document = QJsonDocument::fromJson(file.readAll(), &problem);
    file.close();
    auto const list = document.array();
    for (auto const& one : list) {
        auto drawing = drawingFrom(one.toObject());
        if (drawing && find(drawing->id) == nullptr) {
            m_all.push_back(std::move(*drawing));
        }
    }
    auto const lost = list.size() - static_cast<qsizetype>(m_all.size());
    QString sentence;
    if (!document.isArray() || lost > 0) {
        auto const aside = writes ? path + QStringLiteral(".damaged") : path;
        if (writes) {
            QFile::remove(aside);
            QFile::copy(path, aside);
        }
        sentence =
            document.isArray()
                ? tr("%n drawing(s) cannot be read; the file is kept as %1", nullptr, static_cast<int>(lost))
                      .arg(aside)
                : tr("The drawings cannot be read: %1; kept as %2").arg(problem.errorString(), aside);
        save();
    }
    for (auto const& drawing : std::vector(m_all)) {
        emit kept(drawing.id);
    }
    emit changed({});
    return sentence;
}

void Drawings::save()
{
    if (m_path.isEmpty()) {
        return;
    }
    auto const list = drawingsJson(m_all);
    QDir().mkpath(QFileInfo(m_path).path());
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(list).toJson()) < 0 || !file.commit()) {
        emit problem(tr("The drawings cannot be saved: %1: %2").arg(m_path, file.errorString()));
    }
}

void Drawings::setWorkspace(QString const& name)
{
    putBack();
    if (name != m_workspace) {
        m_done.clear();
        m_undone.clear();
    }
    m_workspace = name;
    emit changed({});
}

std::vector<Drawing> Drawings::ownOf(QString const& workspace) const
{
    std::vector<Drawing> own;
    std::copy_if(m_all.begin(), m_all.end(), std::back_inserter(own), [&](Drawing const& one) {
        return one.workspace == workspace;
    });
    return own;
}

std::vector<Drawing> Drawings::seen() const
{
    std::vector<Drawing> seen;
    std::copy_if(m_all.begin(), m_all.end(), std::back_inserter(seen), [this](Drawing const& one) {
        return isSeen(one);
    });
    return seen;
}

void Drawings::putIn(QString const& workspace, std::vector<Drawing> const& drawings)
{
    for (auto const& old : ownOf(workspace)) {
        apply({old, std::nullopt}, true);
    }
    auto const everywhere = ownOf({});
    for (auto drawing : drawings) {
        auto const isThere = [&drawing](Drawing other) {
            other.id = drawing.id;
            other.workspace = drawing.workspace;
            return other == drawing;
        };
        if (std::none_of(everywhere.begin(), everywhere.end(), isThere)) {
            if (drawing.id.isNull() || find(drawing.id) != nullptr) {
                drawing.id = QUuid::createUuid();
                drawing.alert = false;
            }
            drawing.workspace = workspace;
            apply({std::nullopt, drawing}, true);
        }
    }
    save();
}

Drawing const* Drawings::find(QUuid const& id) const
{
    auto const found =
        std::find_if(m_all.begin(), m_all.end(), [&](Drawing const& one) { return one.id == id; });
    return found == m_all.end() ? nullptr : &*found;
}

std::vector<Drawing> Drawings::of(Instrument const& instrument) const
{
    auto const market = drawingMarket(instrument);
    std::vector<Drawing> drawings;
    for (auto const& drawing : m_all) {
        if (drawing.market == market && isSeen(drawing)) {
            drawings.push_back(inUnitsOf(drawing, instrument));
        }
    }
    return drawings;
}

QUuid Drawings::add(Drawing drawing)
{
    drawing.id = QUuid::createUuid();
    drawing.workspace = m_workspace;
    take({{std::nullopt, drawing}});
    return drawing.id;
}

void Drawings::change(Drawing const& drawing)
{
    auto const* now = find(drawing.id);
    if (now == nullptr) {
        return; // deleted elsewhere meanwhile
    }
    auto before = *now;
    if (m_dragged && m_dragged->id == drawing.id) {
        before = *std::exchange(m_dragged, std::nullopt);
    }
    if (before != drawing) {
        take({{before, drawing}});
    }
}

void Drawings::remove(QUuid const& id)
{
    putBack();
    if (auto const* now = find(id)) {
        take({{*now, std::nullopt}});
    }
}

void Drawings::removeAll(QString const& market)
{
    putBack();
    Step step;
    for (auto const& drawing : m_all) {
        if (drawing.market == market && drawing.workspace == m_workspace && !drawing.locked) {
            step.push_back({drawing, std::nullopt});
        }
    }
    if (!step.empty()) {
        take(step);
    }
}

void Drawings::show(Drawing const& drawing)
{
    auto const* now = find(drawing.id);
    if (now == nullptr || *now == drawing) {
        return;
    }
    if (!m_dragged || m_dragged->id != drawing.id) {
        putBack();
        m_dragged = *now;
    }
    put(drawing);
    emit changed(drawing.market);
}

void Drawings::putBack()
{
    if (auto const before = std::exchange(m_dragged, std::nullopt)) {
        put(*before);
        emit changed(before->market);
    }
}

void Drawings::setAlertsResting(std::set<QUuid> ids)
{
    if (ids != m_resting) {
        m_resting = std::move(ids);
        emit changed({});
    }
}

void Drawings::put(Drawing const& drawing)
{
    for (auto& one : m_all) {
        if (one.id == drawing.id) {
            one = drawing;
            return;
        }
    }
    m_all.push_back(drawing);
}

void Drawings::take(Step const& step)
{
    m_undone.clear();
    m_done.push_back(step);
    if (m_done.size() > mostUndone) {
        m_done.erase(m_done.begin());
    }
    for (auto const& change : step) {
        apply(change, true);
    }
    save();
}

// Who is told may change drawings in turn, which are then steps of their own.
void Drawings::apply(Change const& change, bool forwards)
{
    auto const& next = forwards ? change.after : change.before;
    const Drawing of = next ? *next : forwards ? *change.before : *change.after;
    if (next) {
        put(*next);
    } else {
        std::erase_if(m_all, [&](Drawing const& one) { return one.id == of.id; });
    }
    emit changed(of.market);
    emit kept(of.id);
}

void Drawings::undo()
{
    putBack();
    if (m_done.empty()) {
        return;
    }
    auto step = std::move(m_done.back());
    m_done.pop_back();
    m_undone.push_back(step);
    for (auto change = step.rbegin(); change != step.rend(); ++change) {
        apply(*change, false);
    }
    save();
}

void Drawings::redo()
{
    putBack();
    if (m_undone.empty()) {
        return;
    }
    auto step = std::move(m_undone.back());
    m_undone.pop_back();
    m_done.push_back(step);
    for (auto const& change : step) {
        apply(change, true);
    }
    save();
}

} // namespace qob
