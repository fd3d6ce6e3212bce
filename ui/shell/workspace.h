#pragma once

#include "engine/base/expected.h"
#include "ui/models/drawing.h"
#include "ui/models/link_groups.h"

#include <QByteArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>

#include <array>
#include <vector>

namespace qob {

struct WorkspacePanel {
    QString id;   // unique in its workspace: "ladder-1"
    QString kind; // of panelKinds()
    int group = 0;
    QJsonObject state; // what the panel's PanelState keeps
};

// A named window as its user left it. Where the panels are is said in one of two ways: `layout` is written by
// hand, as shipped workspaces are; `docks` and `geometry` are what Qt remembers of a window, and go first.
//
// A layout is a panel's id, or an object of one member and perhaps "sizes" (in any unit, shares of the
// whole):
//   {"row": [layout...]}  {"column": [layout...]}  {"tabs": [id...]}
struct Workspace {
    static constexpr int version = 1;

    QString name;
    std::vector<WorkspacePanel> panels;
    // By group, "SIM-A:BTC-USDT"; "other:1" is the first other instrument of the same name as the first
    // group's; empty: not said.
    std::array<QString, LinkGroups::count> instruments;
    std::vector<Drawing> drawings; // only in a file that goes from one terminal to another
    QJsonValue layout;
    QByteArray docks;
    QByteArray geometry;
};

QByteArray workspaceText(Workspace const& workspace);

// JsonMalformed or ConfigBadValue with `file`, the member, and what was expected there.
Expected<Workspace> parseWorkspace(QByteArray const& text, QString const& file);

} // namespace qob
