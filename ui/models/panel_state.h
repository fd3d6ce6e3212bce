#pragma once

#include <QJsonObject>

namespace qob {

// What the shell asks of a panel besides being a widget: the choices its user made, to be kept in a
// workspace. GUI thread.
class PanelState {
public:
    virtual ~PanelState() = default;

    [[nodiscard]] virtual QJsonObject saveState() const = 0;
    // Unknown or wrong values are passed over.
    virtual void restoreState(QJsonObject const& state) = 0;
};

} // namespace qob
