#include "ui/models/link_groups.h"

namespace qob {
namespace {

QString const otherPrefix = QStringLiteral("other:");
QString const waitingName = QStringLiteral("waiting");

} // namespace

LinkGroups::LinkGroups(Session& session, MarketReplica& market) : m_session(session), m_market(market)
{
    at(0);
}

LinkGroup& LinkGroups::at(int group)
{
    auto& made = m_groups.at(static_cast<std::size_t>(group));
    if (!made) {
        made = std::make_unique<LinkGroup>(m_session, m_market);
        if (auto const* shown = m_groups.front()->view.shown()) {
            made->view.show(shown->id);
        }
    }
    return *made;
}

void LinkGroups::setFirstChoice(int group, QString const& name)
{
    auto& view = at(group).view;
    delete view.findChild<QObject*>(waitingName); // for what was to be shown before
    if (!name.startsWith(otherPrefix)) {
        view.setFirstChoice(name);
        return;
    }
    view.setFirstChoice({});
    int const number = name.mid(otherPrefix.size()).toInt();
    auto const choose = [this, &view, number] {
        auto const* found = other(number);
        if (found != nullptr) {
            view.show(found->id);
        }
        return found != nullptr;
    };
    if (!choose()) {
        // Once the instruments are known; the view goes with its group.
        auto* waiting = new QObject(&view);
        waiting->setObjectName(waitingName);
        QObject::connect(&m_market, &MarketReplica::instrumentsChanged, waiting, [choose, waiting, &view] {
            if (view.wasChosen() || choose()) {
                waiting->deleteLater();
            }
        });
    }
}

Instrument const* LinkGroups::other(int number) const
{
    auto const* first = m_groups.front()->view.shown();
    if (first == nullptr || first->canonical.empty()) {
        return nullptr;
    }
    for (auto const& instrument : m_market.instruments()) {
        if (instrument.id != first->id && instrument.canonical == first->canonical && --number == 0) {
            return &instrument;
        }
    }
    return nullptr;
}

void LinkGroups::drop(int group)
{
    if (group > 0) {
        m_groups.at(static_cast<std::size_t>(group)).reset();
    }
}

} // namespace qob
