#include "ui/shell/workspace.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <set>

namespace qob {
namespace {

using Qt::StringLiterals::operator""_L1; // NOLINT(misc-unused-using-decls): clang-tidy 14 does not see it

QByteArray bytesOf(QJsonValue const& value)
{
    return QByteArray::fromBase64(value.toString().toLatin1());
}

QString textOf(QByteArray const& bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

// A workspace can come from anyone: whatever it says is checked before a window is built of it.
class Reader {
public:
    explicit Reader(QString const& file) : m_file(file.toStdString()) {}

    [[nodiscard]] tl::unexpected<Error> wrong(std::string const& where, std::string const& expected) const
    {
        return fail(ErrorCode::ConfigBadValue, m_file + ": " + where + "; expected " + expected);
    }

    [[nodiscard]] Expected<WorkspacePanel> panel(QJsonValue const& value, int index) const
    {
        auto const where = "panels[" + std::to_string(index) + "]";
        auto const object = value.toObject();
        WorkspacePanel panel{
            object["id"_L1].toString(),
            object["kind"_L1].toString(),
            object["group"_L1].toInt(),
            object["state"_L1].toObject(),
        };
        if (panel.id.isEmpty() || panel.kind.isEmpty()) {
            return wrong(where, "an object with id and kind");
        }
        if (panel.group < 0 || panel.group >= LinkGroups::count) {
            return wrong(where + ".group", "0 to " + std::to_string(LinkGroups::count - 1));
        }
        return panel;
    }

private:
    std::string m_file;
};

} // namespace

QByteArray workspaceText(Workspace const& workspace)
{
    QJsonArray panels;
    for (auto const& panel : workspace.panels) {
        QJsonObject object{{"id"_L1, panel.id}, {"kind"_L1, panel.kind}, {"group"_L1, panel.group}};
        if (!panel.state.isEmpty()) {
            object["state"_L1] = panel.state;
        }
        panels.append(object);
    }
    QJsonArray instruments;
    for (auto const& name : workspace.instruments) {
        instruments.append(name);
    }
    QJsonObject root{
        {"qobWorkspace"_L1, Workspace::version},
        {"name"_L1, workspace.name},
        {"panels"_L1, panels},
        {"instruments"_L1, instruments},
    };
    if (!workspace.drawings.empty()) {
        root["drawings"_L1] = drawingsJson(workspace.drawings);
    }
    if (!workspace.layout.isUndefined() && !workspace.layout.isNull()) {
        root["layout"_L1] = workspace.layout;
    }
    if (!workspace.docks.isEmpty()) {
        root["docks"_L1] = textOf(workspace.docks);
    }
    if (!workspace.geometry.isEmpty()) {
        root["geometry"_L1] = textOf(workspace.geometry);
    }
    return QJsonDocument(root).toJson();
}

Expected<Workspace> parseWorkspace(QByteArray const& text, QString const& file)
{
    QJsonParseError problem;
    auto const document = QJsonDocument::fromJson(text, &problem);
    if (problem.error != QJsonParseError::NoError) {
        return fail(
            ErrorCode::JsonMalformed,
            file.toStdString() + ": byte " + std::to_string(problem.offset) + ": " +
                problem.errorString().toStdString()
        );
    }
    const Reader reader(file);
    auto const root = document.object();
    if (root["qobWorkspace"_L1].toInt() != Workspace::version) {
        return reader.wrong("qobWorkspace", "version " + std::to_string(Workspace::version));
    }
    Workspace workspace;
    workspace.name = root["name"_L1].toString();
    if (workspace.name.isEmpty()) {
        return reader.wrong("name", "the workspace's name");
    }
    std::set<QString> ids;
    auto const panels = root["panels"_L1].toArray();
    for (int i = 0; i < panels.size(); ++i) {
        auto panel = reader.panel(panels[i], i);
        if (!panel) {
            return tl::unexpected(panel.error());
        }
        if (!ids.insert(panel->id).second) {
            return reader.wrong("panels[" + std::to_string(i) + "].id", "an id of its own");
        }
        workspace.panels.push_back(std::move(*panel));
    }
    auto const instruments = root["instruments"_L1].toArray();
    for (int i = 0; i < std::min<int>(LinkGroups::count, static_cast<int>(instruments.size())); ++i) {
        workspace.instruments[static_cast<std::size_t>(i)] = instruments[i].toString();
    }
    auto const drawings = root["drawings"_L1].toArray();
    for (int i = 0; i < drawings.size(); ++i) {
        auto drawing = drawingFrom(drawings[i].toObject());
        if (!drawing) {
            return reader.wrong("drawings[" + std::to_string(i) + "]", "a drawing");
        }
        workspace.drawings.push_back(std::move(*drawing));
    }
    workspace.layout = root["layout"_L1];
    workspace.docks = bytesOf(root["docks"_L1]);
    workspace.geometry = bytesOf(root["geometry"_L1]);
    return workspace;
}

} // namespace qob
