#include "ui/shell/workspace_files.h"

#include "engine/base/check.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSaveFile>
#include <QUrl>

namespace qob {
namespace {

struct Shipped {
    char const* name;
    char const* file;
};

// The names are the workspaces' own words; they are translated where they are shown.
constexpr std::array shippedFiles{
    Shipped{QT_TRANSLATE_NOOP("Workspace", "Scalping"), ":/workspaces/scalping.json"},
    Shipped{QT_TRANSLATE_NOOP("Workspace", "Order flow"), ":/workspaces/order_flow.json"},
    Shipped{QT_TRANSLATE_NOOP("Workspace", "Multi-venue"), ":/workspaces/multi_venue.json"},
    Shipped{QT_TRANSLATE_NOOP("Workspace", "Portfolio"), ":/workspaces/portfolio.json"},
    Shipped{QT_TRANSLATE_NOOP("Workspace", "Analyst"), ":/workspaces/analyst.json"},
};

QString const suffix = QStringLiteral(".json");

} // namespace

QStringList WorkspaceFiles::shippedNames()
{
    QStringList names;
    for (auto const& one : shippedFiles) {
        names << QString::fromLatin1(one.name);
    }
    return names;
}

QStringList WorkspaceFiles::names() const
{
    auto names = shippedNames();
    QStringList own;
    if (!m_folder.isEmpty()) {
        for (auto const& file : QDir(m_folder).entryList({QLatin1Char('*') + suffix}, QDir::Files)) {
            own << QUrl::fromPercentEncoding(file.chopped(suffix.size()).toLatin1());
        }
    }
    for (auto const& [name, workspace] : m_unsaved) {
        own << name;
    }
    own.sort(Qt::CaseInsensitive);
    for (auto const& name : own) {
        if (!names.contains(name)) {
            names << name;
        }
    }
    return names;
}

bool WorkspaceFiles::isKept(QString const& name) const
{
    return m_unsaved.contains(name) || (!m_folder.isEmpty() && QFile::exists(pathOf(name)));
}

QString WorkspaceFiles::freeName(QString const& name, std::function<bool(QString const&)> const& taken) const
{
    auto const present = names();
    auto const isTaken = [&](QString const& one) {
        return present.contains(one, Qt::CaseInsensitive) || taken(one);
    };
    static const QRegularExpression number(QStringLiteral(" [0-9]+$"));
    auto const bare = QString(name).remove(number);
    auto found = name;
    for (int next = 2; isTaken(found); ++next) {
        found = bare + QLatin1Char(' ') + QString::number(next);
    }
    return found;
}

// Whatever a user calls a workspace, its file's name is one that every file system takes.
QString WorkspaceFiles::pathOf(QString const& name) const
{
    return m_folder + QLatin1Char('/') + QString::fromLatin1(QUrl::toPercentEncoding(name, " ", ".")) +
           suffix;
}

Expected<Workspace> WorkspaceFiles::readFrom(QString const& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(
            ErrorCode::FileUnreadable, (path + QStringLiteral(": ") + file.errorString()).toStdString()
        );
    }
    return parseWorkspace(file.readAll(), path);
}

QString WorkspaceFiles::writeTo(QString const& path, Workspace const& workspace)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(workspaceText(workspace)) < 0 || !file.commit()) {
        return QCoreApplication::translate("Workspace", "%1 cannot be written: %2")
            .arg(path, file.errorString());
    }
    return {};
}

Workspace WorkspaceFiles::shipped(QString const& name)
{
    auto const found = std::find_if(shippedFiles.begin(), shippedFiles.end(), [&](Shipped const& one) {
        return name == QLatin1String(one.name);
    });
    CHECK(found != shippedFiles.end());
    auto workspace = readFrom(QString::fromLatin1(found->file));
    CHECK(workspace.has_value());
    return std::move(*workspace);
}

Expected<Workspace> WorkspaceFiles::load(QString const& name)
{
    if (auto const unsaved = m_unsaved.find(name); unsaved != m_unsaved.end()) {
        return unsaved->second;
    }
    auto const path = pathOf(name);
    if (m_folder.isEmpty() || !QFile::exists(path)) {
        if (isShipped(name)) {
            return shipped(name);
        }
        return fail(ErrorCode::FileUnreadable, "there is no workspace " + name.toStdString());
    }
    auto workspace = readFrom(path);
    if (!workspace && m_readOnly) {
        return workspace;
    }
    if (!workspace) {
        auto const aside = path + QStringLiteral(".damaged");
        QFile::remove(aside);
        QFile::rename(path, aside);
        return fail(workspace.error().code, workspace.error().detail + "; kept as " + aside.toStdString());
    }
    workspace->name = name;
    return workspace;
}

QString WorkspaceFiles::save(Workspace const& workspace)
{
    if (m_folder.isEmpty() || m_readOnly) {
        m_unsaved.insert_or_assign(workspace.name, workspace);
        return {};
    }
    QDir().mkpath(m_folder);
    return writeTo(pathOf(workspace.name), workspace);
}

void WorkspaceFiles::remove(QString const& name)
{
    m_unsaved.erase(name);
    if (!m_folder.isEmpty() && !m_readOnly) {
        QFile::remove(pathOf(name));
    }
}

} // namespace qob
