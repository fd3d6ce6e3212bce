#pragma once

#include "ui/models/drawing.h"

#include <QObject>

#include <set>
#include <vector>

namespace qob {

// What the user drew, over all instruments and workspaces: one of them for the whole terminal, so that every
// panel of an instrument shows the same and an alert rings whichever workspace is open. One file holds all,
// written at every change; a workspace's own file has drawings only when it is exported. GUI thread.
class Drawings final : public QObject {
    Q_OBJECT

public:
    static constexpr std::size_t mostUndone = 200; // steps

    explicit Drawings(QObject* parent = nullptr) : QObject(parent) {}

    // Reads the file and, if it `writes`, writes every change to it. What cannot be read is left out and the
    // file set aside; one that cannot even be opened is left alone and nothing is written. The sentence that
    // says so, else empty.
    QString keepIn(QString const& path, bool writes = true);

    // Whose drawings are seen, beside those of every workspace, and whose new ones are. What was done in
    // another one before cannot be undone after it.
    void setWorkspace(QString const& name);

    [[nodiscard]] QString const& workspace() const { return m_workspace; }

    // A workspace's own drawings, and with them those of every workspace.
    [[nodiscard]] std::vector<Drawing> ownOf(QString const& workspace) const;
    [[nodiscard]] std::vector<Drawing> seen() const;

    // A workspace's own drawings are these from now on. One whose id is in use elsewhere is a copy: it has
    // another id, and no alert, as the first one rings. One that shows in every workspace already is left
    // out.
    void putIn(QString const& workspace, std::vector<Drawing> const& drawings);

    [[nodiscard]] std::vector<Drawing> const& all() const { return m_all; }

    // Null when there is none. Valid until the next change.
    [[nodiscard]] Drawing const* find(QUuid const& id) const;

    // Those seen of an instrument with prices in its unit, the newest last.
    [[nodiscard]] std::vector<Drawing> of(Instrument const& instrument) const;

    // Gives it an id, which is returned, and the present workspace.
    QUuid add(Drawing drawing);
    // Of the same id.
    void change(Drawing const& drawing);
    void remove(QUuid const& id);
    // The present workspace's own of a market, one step to undo. Locked ones stay, and those of every
    // workspace.
    void removeAll(QString const& market);

    // While it is being dragged: every panel shows it there. change() keeps it, putBack() ends that.
    void show(Drawing const& drawing);
    void putBack();

    // Those whose alert has fired and is not armed; told by who keeps the alerts, not kept here.
    void setAlertsResting(std::set<QUuid> ids);

    [[nodiscard]] bool alertRests(QUuid const& id) const { return m_resting.contains(id); }

    [[nodiscard]] bool canUndo() const { return !m_done.empty(); }

    [[nodiscard]] bool canRedo() const { return !m_undone.empty(); }

    void undo();
    void redo();

signals:
    void changed(QString const& market); // what is seen of it
    void kept(QUuid const& id);          // one is new, changed or gone for good
    void problem(QString const& text);   // the file could not be written

private:
    struct Change {
        std::optional<Drawing> before;
        std::optional<Drawing> after;
    };

    using Step = std::vector<Change>;

    [[nodiscard]] bool isSeen(Drawing const& drawing) const
    {
        return drawing.workspace.isEmpty() || drawing.workspace == m_workspace;
    }

    void take(Step const& step);
    void apply(Change const& change, bool forwards);
    void put(Drawing const& drawing);
    void save();

    QString m_path;
    QString m_workspace;
    std::vector<Drawing> m_all;
    std::optional<Drawing> m_dragged; // as it was before
    std::set<QUuid> m_resting;
    std::vector<Step> m_done;
    std::vector<Step> m_undone;
};

} // namespace qob
