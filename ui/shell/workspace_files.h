#pragma once

#include "ui/shell/workspace.h"

#include <QStringList>

#include <functional>

namespace qob {

// The workspaces: those shipped with the program, and those of the user as files in a folder, "<name>.json".
// A file of the same name goes before the shipped one. GUI thread.
class WorkspaceFiles {
public:
    // An empty folder: nothing is kept on disk, but for as long as this lives.
    explicit WorkspaceFiles(QString folder) : m_folder(std::move(folder)) {}

    // The files are read, but not written: what is saved from now on is kept for as long as this lives.
    void setReadOnly() { m_readOnly = true; }

    // The shipped ones in their own order, then the user's by name. Ctrl+1 to Ctrl+9 are the first nine.
    [[nodiscard]] QStringList names() const;

    [[nodiscard]] static QStringList shippedNames();

    [[nodiscard]] static bool isShipped(QString const& name) { return shippedNames().contains(name); }

    // Whether there is one of the user's, and not merely the shipped one.
    [[nodiscard]] bool isKept(QString const& name) const;

    // The name itself, or with a number behind it ("Scalping 2"): one that nothing has, shipped or kept.
    [[nodiscard]] QString
    freeName(QString const& name, std::function<bool(QString const&)> const& taken) const;

    // A file that cannot be read is set aside as "<name>.json.damaged", so that it is there to be looked at
    // and in nobody's way, and the error says so.
    [[nodiscard]] Expected<Workspace> load(QString const& name);

    // As the program ships it. It must be one of shippedNames().
    [[nodiscard]] static Workspace shipped(QString const& name);

    // Empty, or the sentence that says why it could not be written.
    [[nodiscard]] QString save(Workspace const& workspace);

    // The user's file; the shipped one comes back.
    void remove(QString const& name);

    // A workspace to give to somebody else, and one that was given.
    [[nodiscard]] static QString writeTo(QString const& path, Workspace const& workspace);
    [[nodiscard]] static Expected<Workspace> readFrom(QString const& path);

private:
    [[nodiscard]] QString pathOf(QString const& name) const;

    QString m_folder;
    bool m_readOnly = false;
    std::map<QString, Workspace> m_unsaved; // without a folder to write to
};

} // namespace qob
